import AssessmentEngine
import BuiltInPolicies
import CEL
import Diagnostics
import LocatedYAML
import PolicyModel

/// What one more of something costs, over decades of how many there are: constant where cost grows linearly.
struct Linearity {
  private let policies: PolicySet
  private let day: Int
  private let page: Page

  private struct Failure: Error { let what: String }

  init(_ page: Page) throws {
    self.page = page
    policies = try Self.loaded([])
    day = CivilDate("2026-03-01")?.day ?? 0
  }

  static func loaded(_ added: [SourceFile]) throws -> PolicySet {
    let loaded = PolicySet.load(BuiltIn.files, adding: added, sha256: { _ in "" })
    guard let policies = loaded.value else { throw Failure(what: "\(loaded.diagnostics)") }
    return policies
  }

  func measure() throws {
    page.section("One more", "Microseconds for each one more, beyond what none costs, with so many of them.")
    page.table(["of what", "10", "100", "1,000", "10,000"])
    try row("projects of a stream, read and assessed", none: 0) { stream(of: $0) }
    try row("rules, loaded and assessed", [10, 100, 1000], none: 0) { try rules($0) }
    try row("answers of a list", [10, 100, Self.mostItems], none: 1) { answers($0) }
    // What few bytes cost can't be told from nothing.
    try row("bytes of a text", [nil, nil, 1000, 10_000], none: 1) { text(of: $0) }
    try row("entries of a review record", [10, 100, 1000], none: 0) { entries($0) }
  }

  /// More are refused.
  private static let mostItems = 500

  private func row(
    _ name: String, _ counts: [Int?] = [10, 100, 1000, 10_000], none least: Int, _ make: (Int) throws -> () -> Int
  ) throws {
    let base = median(try make(least))
    let cells = try counts.map { count in
      guard let count else { return "" }
      let each = (median(try make(count)) - base) / Double(count - least)
      return "\((each * 100).rounded() / 100)" + (count == Self.mostItems ? " (of 500)" : "")
    }
    page.row([name] + cells + Array(repeating: "", count: 4 - cells.count))
  }

  /// Microseconds of one run: the median of at least 9, and of more where they are over soon.
  private func median(_ body: () -> Int) -> Double {
    var samples: [Double] = []
    var sink = 0
    var spent = 0.0
    while samples.count < 9 || spent < 200_000 {
      let start = ContinuousClock.now
      sink &+= body()
      let took = ContinuousClock.now - start
      let microseconds = Double(took.components.seconds) * 1e6 + Double(took.components.attoseconds) / 1e12
      samples.append(microseconds)
      spent += microseconds
    }
    if sink == 0 { page.line("nothing was done") }
    return samples.sorted()[samples.count / 2]
  }

  // MARK: What grows

  private static let project = """
    answerable: project/1
    project: {name: Selat Lookout, lifecycle_stage: test}
    scope: {applies_force: false, selects_targets: false}

    """

  private func assess(_ text: String, _ policies: PolicySet, _ review: ReviewRecord? = nil) -> Int {
    let documents = YAMLReader.read(SourceFile(name: "project.yaml", bytes: Array(text.utf8)))
    return documents.value.reduce(1) { count, document in
      let read = policies.readProject(document, on: day)
      let input = AssessmentInput(
        project: read.value, projectDiagnostics: read.diagnostics, projectDigest: "", review: review, day: day)
      return count + Assessment(input, against: policies).results.count
    }
  }

  private func stream(of count: Int) -> () -> Int {
    let text = String(repeating: "---\n" + Self.project, count: count)
    return { assess(text, policies) }
  }

  private func rules(_ count: Int) throws -> () -> Int {
    let rules = (0..<count).map { number in
      """
        - id: ours-stop-\(number)
          title: A person can stop the system
          requires: Whoever stands at the system can stop it.
          why: P10 asks for human control, which ends where nobody can stop the system.
          severity: major
          due_from: test
          tiers: [{from: test, require: control.person_inhibit}]
          clauses: [P10]
          grounds: [policy]
          evidence: [Record of the trial of the stop control]
          remedy: Fit a control with which a person stops the system.
          claim: never
          waiver: never

      """
    }
    let head = "answerable: pack/1\nid: ours\nversion: 1.0.0\ntitle: What we ask beyond the others\nrules:\n"
    let added =
      count == 0 ? [] : [SourceFile(name: "ours.yaml", bytes: Array((head + rules.joined()).utf8))]
    _ = try Self.loaded(added)
    return { (try? Self.loaded(added)).map { assess(Self.project, $0) } ?? 0 }
  }

  private func answers(_ count: Int) -> () -> Int {
    let items = (0..<count).map { number in
      "    - {stage: test, role: duty \(number), holder: Head of duty \(number), holder_type: appointed_post}\n"
    }
    let text = Self.project + "accountability:\n  assignments:\n" + items.joined()
    return { assess(text, policies) }
  }

  private func text(of count: Int) -> () -> Int {
    let words = String(repeating: "seen at sea ", count: count / 12 + 1).prefix(count)
    let text = Self.project + "control:\n  human_role_rationale: x\(words)\n"
    return { assess(text, policies) }
  }

  private func entries(_ count: Int) -> () -> Int {
    let items = (0..<count).map { number in
      """
        - rule: hc-abort-beats-effect
          reason: Trial \(number) showed that the abort comes too late
          raised_by: Head of Trials
          raised_on: 2026-02-24

      """
    }
    let record =
      "answerable: review/1\nsubject: {sha256: \(String(repeating: "0", count: 64))}\n"
      + (count == 0 ? "" : "disputes:\n" + items.joined())
    return {
      let read = ReviewRecord.read(SourceFile(name: "project.review.yaml", bytes: Array(record.utf8)))
      return assess(Self.project, policies, read.value)
    }
  }
}
