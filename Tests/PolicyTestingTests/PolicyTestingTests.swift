import AssessmentEngine
import AssessmentTestSupport
import BuiltInPolicies
import CEL
import Diagnostics
import LocatedYAML
import PolicyModel
import PolicyTesting
import TestSupport
import Testing

@Suite("Cases of packs")
struct PolicyTestingTests {
  struct Condition: Sendable, CustomTestStringConvertible {
    let condition: String
    let mutants: [String]
    var testDescription: String { condition }
  }

  struct Case: Sendable, CustomTestStringConvertible {
    let name: String
    let finds: [String]?
    let refused: [String]
    let hasMutants: Bool
    let rules: String
    var testDescription: String { name }
  }

  private static func items(_ name: String) -> [YAMLNode] {
    guard let bytes = try? Folder.bytes("Tests/PolicyTestingTests/Cases/\(name)") else { return [] }
    return YAMLReader.read(SourceFile(name: name, bytes: bytes)).value.first?.root?.items ?? []
  }

  private static func texts(_ node: YAMLNode, _ key: String) -> [String]? {
    node.value(forKey: key)?.items?.compactMap { $0.scalar?.text }
  }

  @Test("cases may expect every outcome that needs no review record")
  func outcomes() {
    #expect(Set(PackTestWords.outcomes) == Set(Outcome.allCases.filter { $0 != .accepted }.map(\.rawValue)))
  }

  static let conditions = items("mutants.yaml").map { item in
    Condition(
      condition: item.value(forKey: "condition")?.scalar?.text ?? "", mutants: texts(item, "mutants") ?? [])
  }

  static let cases = items("findings.yaml").map { item in
    Case(
      name: item.value(forKey: "name")?.scalar?.text ?? "", finds: texts(item, "finds"),
      refused: texts(item, "refused") ?? [], hasMutants: item.value(forKey: "without") == nil,
      rules: item.value(forKey: "rules")?.scalar?.text ?? "")
  }

  private static func policies(require: String, more: String = "") throws -> PolicySet {
    let pack = """
      answerable: pack/1
      id: own
      version: 1.0.0
      title: Own
      rules:
        - id: own-rule
          title: A rule
          requires: Something
          severity: major
          \(more.isEmpty ? "due_from: concept" : more)
          tiers: [{from: \(more.isEmpty ? "concept" : "design"), require: "\(require)"}]
          clauses: [P10]
          remedy: Mend it
          claim: never
          waiver: never
      """
    let file = SourceFile(name: "own.yaml", bytes: Array(pack.utf8))
    let loaded = PolicySet.load(BuiltIn.files, adding: [file], sha256: World.sha256)
    #expect(loaded.diagnostics.map(\.message) == [])
    return try #require(loaded.value)
  }

  private static let small = Result {
    try policies(
      require: "control.area_limit_km2 <= params.max_area_km2 && scope.hadr",
      more: "applies_when: scope.isr\n    due_from: design\n    due_until: operation")
  }

  // MARK: Mutants

  @Test("each part of a condition is changed once", arguments: conditions)
  func mutants(_ test: Condition) throws {
    let policies = try Self.policies(require: test.condition)
    let rule = try #require(policies.rule("own-rule"))
    let names = MutantGenerator(policies).mutants(of: rule).map(\.name).filter { $0.hasPrefix("tier 1: ") }
    #expect(names.map { String($0.dropFirst("tier 1: ".count)) } == test.mutants)
  }

  @Test(
    "every change leaves a condition, however it is written",
    arguments: [
      "(control.area_limit_km2 + 1.0) * 2.0 <= 4.0", "((scope.isr) || (scope.hadr)) && (scope.networked)",
      "!(scope.isr && (scope.hadr ? scope.networked : !scope.networked))", "-control.area_limit_km2 < -(-5.0)",
      "control.area_limit_km2 < 1.0e308 && control.area_limit_km2 > 1.5e-300 && control.area_limit_km2 < 1e15",
      "control.target_types_allowed.filter(x, (x == 'a' || x == 'b') && x != 'c').size() > 0",
      "(accountability.assignments).all(entry, (entry.can_halt)) && (scope.isr)",
      "control.target_types_allowed.size() < 9223372036854775807 && 0 - control.target_types_allowed.size() > -9223372036854775808",
      "// why\\n scope.isr && // and\\n (scope.hadr || scope.networked)", "[scope.isr, scope.hadr].exists(x, !x)",
    ])
  func sound(condition: String) throws {
    let policies = try Self.policies(require: condition)
    let rule = try #require(policies.rule("own-rule"))
    let generator = MutantGenerator(policies)
    #expect(generator.failures(of: rule) == [])
    #expect(generator.mutants(of: rule).count > 2)
  }

  @Test("stages are moved a step, and parts are dropped")
  func stages() throws {
    let policies = try Self.small.get()
    let rule = try #require(policies.rule("own-rule"))
    let names = MutantGenerator(policies).mutants(of: rule).map(\.name).filter { !$0.contains("`") }
    #expect(
      names == [
        "applies_when dropped", "tier 1 from: design -> development", "tier 1 dropped", "due_from: design -> concept",
        "due_from: design -> development", "due_until: operation -> fielding", "due_until: operation -> retirement",
      ])
  }

  @Test("a mutant points at what is changed in it")
  func places() throws {
    let policies = try Self.small.get()
    let rule = try #require(policies.rule("own-rule"))
    let mutant = try #require(
      MutantGenerator(policies).mutants(of: rule).first { $0.name == "tier 1: without `scope.hadr`" })
    let bytes = mutant.location.file.bytes[mutant.location.range.offsets]
    #expect(String(decoding: bytes, as: UTF8.self) == "scope.hadr")
  }

  @Test("every mutant of the built-in rules has a name of its own and differs from its rule")
  func builtIn() throws {
    let policies = try #require(World.policies)
    let generator = MutantGenerator(policies)
    var count = 0
    for rule in policies.rules {
      let mutants = generator.mutants(of: rule)
      count += mutants.count
      #expect(Set(mutants.map(\.name)).count == mutants.count, "\(rule.id)")
      #expect(generator.failures(of: rule) == [], "\(rule.id)")
      let own = Self.content(rule)
      for mutant in mutants where Self.content(mutant.rule) == own { Issue.record("\(rule.id): \(mutant.name)") }
    }
    #expect(count > 3_000)
  }

  private static func content(_ rule: Rule) -> [String] {
    [rule.appliesWhen?.program.checked.parsed.printed ?? "", rule.dueFrom.name, rule.dueUntil?.name ?? ""]
      + rule.tiers.map { "\($0.from) \($0.until?.name ?? "") \($0.condition.program.checked.parsed.printed)" }
  }

  // MARK: Findings

  @Test("what cases leave open is found at its place", arguments: cases)
  func findings(_ test: Case) throws {
    let policies = try Self.small.get()
    let indented = test.rules.split(separator: "\n").map { "  \($0)\n" }.joined()
    let marked = MarkedText("answerable: pack-tests/1\npack: own\ndate: 2026-03-01\nrules:\n\(indented)")
    let file = SourceFile(name: "own.tests.yaml", bytes: Array(marked.text.utf8))
    let read = PackCases.read(file, policies)
    #expect(read.diagnostics.map(\.code) == test.refused)
    var found = read.diagnostics
    if let finds = test.finds {
      let result = PackTestRun(policies, hasMutants: test.hasMutants).run(["own"], read.value)
      #expect(result.findings.map(\.code) == finds)
      found += result.findings
      let json = String(decoding: PackTestReport.json(result), as: UTF8.self)
      for code in finds { #expect(json.contains("\"code\": \"\(code)\"")) }
      let text = String(decoding: PackTestReport.text(result), as: UTF8.self)
      #expect(
        text.hasPrefix("own  1 rules  ")
          && text.hasSuffix(
            finds.isEmpty ? "\nall well\n" : "\(finds.count == 1 ? "1 finding" : "\(finds.count) findings")\n")
      )
    }
    let underlined = found.compactMap { finding -> String? in
      guard let location = finding.location, location.file.name == file.name else { return nil }
      return String(decoding: file.bytes[location.range.offsets], as: UTF8.self)
    }
    #expect(underlined.sorted() == marked.marks.map(\.text).sorted())
  }

  @Test("cases of a pack that is not tested are a finding, so that nobody takes them for run")
  func otherPack() throws {
    let policies = try Self.small.get()
    let marked = MarkedText("answerable: pack-tests/1\npack: ⟦cyber⟧\ndate: 2026-03-01\nrules: {}\n")
    let file = SourceFile(name: "own.tests.yaml", bytes: Array(marked.text.utf8))
    let read = PackCases.read(file, policies)
    #expect(read.diagnostics.isEmpty)
    let findings = PackTestRun(policies).run(["own"], read.value).findings
    #expect(findings.map(\.code) == ["tests.no-cases", "tests.other-pack"])
    let location = try #require(findings.last?.location)
    #expect(String(decoding: file.bytes[location.range.offsets], as: UTF8.self) == marked.marks.first?.text)
  }

  @Test("only the named rules are tested, and only their packs are counted")
  func only() throws {
    let policies = try Self.small.get()
    let result = PackTestRun(policies, only: ["own-rule"]).run(policies.packs.map(\.id), [])
    #expect(result.packs.map(\.pack) == ["own"])
    #expect(result.findings.map(\.code) == ["tests.no-cases"])
    let figures = try #require(result.packs.first)
    #expect(figures.conditions == 6 && figures.conditionsSeen == 0)
    #expect(figures.mutants > 10 && figures.killed == 0)
  }

  @Test("what is no file of cases is refused", arguments: ["", "a: b\n", "answerable: pack/1\n", "- a\n"])
  func headers(text: String) throws {
    let file = SourceFile(name: "own.tests.yaml", bytes: Array(text.utf8))
    let read = PackCases.read(file, try Self.small.get())
    #expect(read.hasErrors && read.value.isEmpty)
  }

  @Test(
    "a date and a pack are needed",
    arguments: ["pack: own\n", "pack: own\ndate: soon\n", "date: 2026-03-01\n", "pack: onw\ndate: 2026-03-01\n"])
  func fields(text: String) throws {
    let file = SourceFile(name: "own.tests.yaml", bytes: Array("answerable: pack-tests/1\n\(text)rules: {}\n".utf8))
    #expect(PackCases.read(file, try Self.small.get()).hasErrors)
  }

  @Test("the pack and the cases that the guide shows are sound, and the cases notice everything")
  func guide() throws {
    let article = String(
      decoding: try Folder.bytes("Sources/answerable/answerable.docc/WritingPacks.md"), as: UTF8.self)
    let blocks = article.split(separator: "```yaml\n").dropFirst().compactMap {
      $0.split(separator: "```\n", maxSplits: 1, omittingEmptySubsequences: false).first
    }
    #expect(blocks.count == 2)
    let pack = SourceFile(name: "harbour.yaml", bytes: Array(blocks[0].utf8))
    let loaded = PolicySet.load(BuiltIn.files, adding: [pack], sha256: World.sha256)
    #expect(loaded.diagnostics.map(\.message) == [])
    let policies = try #require(loaded.value)
    let tests = SourceFile(name: "harbour.tests.yaml", bytes: Array(blocks[1].utf8))
    let read = PackCases.read(tests, policies)
    #expect(read.diagnostics.map(\.message) == [])
    let findings = PackTestRun(policies).run(["harbour"], read.value).findings
    #expect(findings.map(\.message) == [])
  }
}
