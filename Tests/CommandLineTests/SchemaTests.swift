import Diagnostics
import Foundation
import LocatedYAML
import TestSupport
import Testing

/// What `answerable schema` writes, judged by another program.
@Suite("Schemas", .enabled(if: SchemaValidator.isWanted, Comment(rawValue: SchemaValidator.need)))
struct SchemaTests {
  static let kinds = ["project", "review", "pack", "foundation", "tests", "assessment", "next"]
  static let overlay = "Examples/national-overlay/selat-defence.yaml"

  /// Writes a schema into a file of the folder.
  private func schema(_ kind: String, in scratch: Scratch, packs: [String] = []) throws -> URL {
    let result = try Program.run(["schema", kind] + packs.flatMap { ["--pack", $0] }, in: Folder.package)
    #expect(result.status == 0, "\(result.errors)")
    #expect(result.output.hasSuffix("}\n"))
    let file = scratch.folder.appending(path: "\(kind)\(packs.isEmpty ? "" : "-more").schema.json")
    try Data(result.output.utf8).write(to: file)
    return file
  }

  private static func files(_ folder: String) -> [String] {
    let names =
      (try? FileManager.default.contentsOfDirectory(atPath: Folder.package.appending(path: folder).path())) ?? []
    return names.filter { $0.hasSuffix(".yaml") }.sorted().map { "\(folder)/\($0)" }
  }

  /// The kind of a file of ours, by its name.
  private static func kind(_ path: String) -> String {
    if path.hasSuffix(".tests.yaml") { return "tests" }
    if path.hasPrefix("Policies/foundation/") { return "foundation" }
    if path.hasPrefix("Policies/") || path == overlay { return "pack" }
    return path.hasSuffix(".review.yaml") ? "review" : "project"
  }

  @Test("each is a schema itself, and the same each time", arguments: kinds)
  func valid(_ kind: String) throws {
    let scratch = try Scratch()
    let file = try schema(kind, in: scratch)
    let first = try Data(contentsOf: file)
    #expect(try SchemaValidator.faults([SchemaValidator.Job(schema: file)]) == [[]])
    #expect(try Data(contentsOf: try schema(kind, in: scratch)) == first)
  }

  @Test("all files of ours are of their kind")
  func ours() throws {
    let scratch = try Scratch()
    var schemas: [String: URL] = [:]
    for kind in Self.kinds { schemas[kind] = try schema(kind, in: scratch) }
    schemas["tests"] = try schema("tests", in: scratch, packs: [Self.overlay])
    let paths = ["Policies", "Policies/foundation", "Examples", "Examples/national-overlay"].flatMap { Self.files($0) }
    #expect(Set(paths.map { Self.kind($0) }) == Set(Self.kinds).subtracting(["assessment", "next"]))
    let jobs = try paths.map { path in
      SchemaValidator.Job(
        schema: try #require(schemas[Self.kind(path)]), document: Folder.package.appending(path: path))
    }
    for (path, faults) in zip(paths, try SchemaValidator.faults(jobs)) { #expect(faults == [], "\(path)") }
  }

  @Test("a pack's questions belong to a project description where the pack is named")
  func overlaid() throws {
    let scratch = try Scratch()
    let project = scratch.folder.appending(path: "p.yaml")
    let text = "answerable: project/1\nselat: {minister_informed_on: 2026-01-14}\nselat.neutral_shipping_watch: true\n"
    try Data(text.utf8).write(to: project)
    let jobs = [
      SchemaValidator.Job(schema: try schema("project", in: scratch, packs: [Self.overlay]), document: project),
      SchemaValidator.Job(schema: try schema("project", in: scratch), document: project),
    ]
    let faults = try SchemaValidator.faults(jobs)
    #expect(faults.map(\.isEmpty) == [true, false])
  }

  // MARK: Assessments

  /// Words behind `check`, and the status that it ends with; nil where that is for others to test.
  struct Check: Sendable {
    let words: [String]
    let status: Int32?

    init(_ words: [String], _ status: Int32? = nil) {
      self.words = words
      self.status = status
    }
  }

  static let projects = files("Examples").filter { kind($0) == "project" }

  static let checks: [Check] =
    projects.map { Check(["--format", "json", $0]) }
    + [
      Check(["--format", "json"] + projects, 1), Check(["--format", "ndjson"] + projects, 1),
      Check(["--format", "ndjson", "--verbose", "Examples/mine-disposal.yaml"]),
      Check([
        "--format", "json", "--pack", overlay, "Examples/mine-disposal.yaml", "Examples/predictive-maintenance.yaml",
      ]),
      Check(["--format", "json", "BROKEN"], 65), Check(["--format", "json", "WRONG"], 65),
      Check(["--format", "json", "CLAIMED"]),
      Check(["--format", "json", "--baseline", "BASELINE", "CLAIMED"], 2),
      Check(["--format", "json", "BROKEN", "WRONG", "Examples/mine-disposal.yaml"], 65),
    ]

  /// Project descriptions that show what the examples do not.
  static let others = [
    "BROKEN": "answerable: project/1\nscope: {applies_force: [\n",
    "WRONG": """
    answerable: project/1
    marking: OFFICIAL
    scope: {applies_force: yes, human_roll: in_the_loop}
    control: {abort_latency_s: 1.8, disengage_controls: -1}
    evidence: [{supports: [control.abort_latency_x], title: Report}]
    """,
    "CLAIMED": """
    answerable: project/1
    project: {name: A, lifecycle_stage: concept}
    governance: {developer_lead: Lt Col A. Rahman}
    evidence: [{supports: [project.name], uri: Registry 17, expires_on: 2026-03-21}]
    """,
  ]

  @Test("what `check` writes is of the declared shape, and nothing that is declared never occurs")
  func assessments() throws {
    let scratch = try Scratch()
    let schema = try schema("assessment", in: scratch)
    for (name, text) in Self.others {
      try Data(text.utf8).write(to: scratch.folder.appending(path: "\(name).yaml"))
    }
    let digest = try Program.run(shell: "sha256sum CLAIMED.yaml", in: scratch.folder).output.prefix(64)
    let review = """
      answerable: review/1
      subject: {sha256: \(digest)}
      not_applicable:
        - {rule: co-lessons-releasable, justification: Nothing was learnt that anybody else could use yet, claimed_by: Major B. Tan,
           approved_by: Secretary C. Lim, approver_rank: service-chief, review_by: 2026-12-31,
           confirmed_by: Secretary C. Lim, confirmed_on: 2026-02-27}
      """
    try Data(review.utf8).write(to: scratch.folder.appending(path: "CLAIMED.review.yaml"))
    let baseline = scratch.folder.appending(path: "baseline.json")
    let claimed = scratch.folder.appending(path: "CLAIMED.yaml").path()
    let earlier = ["check", "--date", "2026-02-28", "--format", "json", claimed]
    try Data(try Program.run(earlier, in: scratch.folder).output.utf8).write(to: baseline)
    var jobs: [SchemaValidator.Job] = []
    var keys: Set<String> = []
    for (index, check) in Self.checks.enumerated() {
      let words = check.words.map { word in
        if word == "BASELINE" { return baseline.path() }
        return Self.others[word] == nil ? word : scratch.folder.appending(path: "\(word).yaml").path()
      }
      let result = try Program.run(["check", "--date", "2026-03-01"] + words, in: Folder.package)
      if let status = check.status { #expect(result.status == status, "\(check.words)") }
      let isLines = words.contains("ndjson")
      let file = scratch.folder.appending(path: "\(index).\(isLines ? "ndjson" : "json")")
      try Data(result.output.utf8).write(to: file)
      jobs.append(SchemaValidator.Job(schema: schema, document: file))
      for text in isLines ? result.output.split(separator: "\n") : [result.output[...]] {
        keys.formUnion(Self.keys(try JSONSerialization.jsonObject(with: Data(text.utf8))))
      }
    }
    for (check, faults) in zip(Self.checks, try SchemaValidator.faults(jobs)) {
      #expect(faults == [], "\(check.words)")
    }
    let declared = Self.properties(try JSONSerialization.jsonObject(with: Data(contentsOf: schema)))
    #expect(declared.count > 50)
    #expect(declared.subtracting(keys) == [])
  }

  @Test("what `next` writes is of the declared shape, and nothing that is declared never occurs")
  func next() throws {
    let scratch = try Scratch()
    let schema = try schema("next", in: scratch)
    for (name, text) in Self.others {
      try Data(text.utf8).write(to: scratch.folder.appending(path: "\(name).yaml"))
    }
    let paths = Self.projects + Self.others.keys.sorted().map { scratch.folder.appending(path: "\($0).yaml").path() }
    var jobs: [SchemaValidator.Job] = []
    var keys: Set<String> = []
    for (index, path) in paths.enumerated() {
      let words = ["next", "--date", "2026-03-01", "--format", "json", "--count", "0", path]
      let result = try Program.run(words, in: Folder.package)
      // What is no YAML has no questions.
      if result.output.isEmpty { continue }
      let file = scratch.folder.appending(path: "\(index).json")
      try Data(result.output.utf8).write(to: file)
      jobs.append(SchemaValidator.Job(schema: schema, document: file))
      keys.formUnion(Self.keys(try JSONSerialization.jsonObject(with: Data(result.output.utf8))))
    }
    #expect(jobs.count == paths.count - 1)
    for (job, faults) in zip(jobs, try SchemaValidator.faults(jobs)) { #expect(faults == [], "\(job)") }
    let declared = Self.properties(try JSONSerialization.jsonObject(with: Data(contentsOf: schema)))
    #expect(declared.count > 15)
    #expect(declared.subtracting(keys) == [])
  }

  /// All names of members.
  private static func keys(_ value: Any) -> Set<String> {
    if let object = value as? [String: Any] {
      return object.values.reduce(into: Set(object.keys)) { $0.formUnion(keys($1)) }
    }
    return (value as? [Any] ?? []).reduce(into: []) { $0.formUnion(keys($1)) }
  }

  /// All names of members that a schema declares.
  private static func properties(_ schema: Any) -> Set<String> {
    if let items = schema as? [Any] { return items.reduce(into: []) { $0.formUnion(properties($1)) } }
    guard let object = schema as? [String: Any] else { return [] }
    let own = (object["properties"] as? [String: Any]).map { Set($0.keys) } ?? []
    return object.values.reduce(into: own) { $0.formUnion(properties($1)) }
  }

  // MARK: What is wrong

  @Test("what is sound is let through, and what is wrong is not", arguments: kinds)
  func refused(_ kind: String) throws {
    let bytes = try Folder.bytes("Tests/CommandLineTests/Documents/\(kind).yaml")
    let root = try #require(YAMLReader.read(SourceFile(name: kind, bytes: bytes)).value.first?.root)
    let texts = ([root.value(forKey: "sound")] + (root.value(forKey: "wrong")?.items ?? [])).compactMap {
      $0?.scalar?.text
    }
    let scratch = try Scratch()
    let schema = try schema(kind, in: scratch)
    let jobs = try texts.enumerated().map { index, text in
      let file = scratch.folder.appending(path: "\(index).yaml")
      try Data(text.utf8).write(to: file)
      return SchemaValidator.Job(schema: schema, document: file)
    }
    let faults = try SchemaValidator.faults(jobs)
    #expect(faults.count > 3)
    #expect(faults.first == [])
    for (text, found) in zip(texts, faults).dropFirst() {
      #expect(!found.isEmpty && !found[0].hasPrefix("no YAML"), "\(text)")
    }
  }

  /// Codes of what no schema can see: what only the program's own reading of texts and dates, or of the whole, shows.
  static let unseen: Set<String> = [
    "project.answered-twice", "project.date-in-future", "project.date-too-early", "project.empty",
    "project.evidence-without-source", "project.lookalike-letters", "project.none-beside-others", "project.placeholder",
    "project.too-long", "review.no-effect",
  ]

  /// Whether a case is about one project description that both can read.
  private static func isOneProject(_ each: Case) -> Bool {
    guard each.shell == nil, each.count == nil, each.arguments.first == "check", each.files.count == 1 else {
      return false
    }
    guard let file = each.files.first, file.path == "p.yaml", file.bytes.count < 100_000 else { return false }
    guard each.arguments.contains("p.yaml"), !each.arguments.contains("--pack"), !each.arguments.contains("--quiet")
    else { return false }
    return [0, 1, 2, 3, 65].contains(each.status) && !each.expected.contains { $0.code.hasPrefix("yaml.") }
  }

  @Test("it lets through what the program takes, and hardly more")
  func agrees() throws {
    let scratch = try Scratch()
    let schema = try schema("project", in: scratch)
    let cases = Case.all.sorted { $0.key < $1.key }.flatMap(\.value).filter { Self.isOneProject($0) }
    #expect(cases.count > 40)
    let jobs = try cases.enumerated().map { index, each in
      let file = scratch.folder.appending(path: "\(index).yaml")
      try Data(each.files[0].bytes).write(to: file)
      return SchemaValidator.Job(schema: schema, document: file)
    }
    for (each, faults) in zip(cases, try SchemaValidator.faults(jobs)) where faults.first?.hasPrefix("no YAML") != true
    {
      let codes = each.expected.map(\.code)
      let isRefused = each.status == 65 && codes.contains { !Self.unseen.contains($0) }
      #expect(faults.isEmpty != isRefused, "\(each.name): \(faults.prefix(3)) \(codes)")
    }
  }
}
