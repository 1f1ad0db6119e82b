import AssessmentTestSupport
import BuiltInPolicies
import Diagnostics
import LocatedYAML
import PolicyLinting
import PolicyModel
import TestSupport
import Testing

@Suite("What is valid in a pack but hardly meant")
struct PolicyLintingTests {
  struct Case: Sendable, CustomTestStringConvertible {
    let name: String
    /// Groups of findings that the case is about beside the ordinary ones.
    let about: String?
    let finds: [String]
    let pack: String
    var testDescription: String { name }
  }

  /// Codes that every small pack would get, and the group in which they count.
  private static let ordinary = [
    "lint.missing-words": "words", "lint.missing-evidence": "words", "lint.no-ground": "words",
    "lint.ground-without-source": "grounds", "lint.source-without-ground": "grounds",
  ]

  static let cases: [Case] = {
    guard let bytes = try? Folder.bytes("Tests/PolicyLintingTests/Cases/findings.yaml") else { return [] }
    let read = YAMLReader.read(SourceFile(name: "findings.yaml", bytes: bytes))
    return (read.value.first?.root?.items ?? []).map { item in
      Case(
        name: item.value(forKey: "name")?.scalar?.text ?? "",
        about: item.value(forKey: "about")?.scalar?.text,
        finds: item.value(forKey: "finds")?.items?.compactMap { $0.scalar?.text } ?? [],
        pack: pack(
          rules: item.value(forKey: "rules")?.scalar?.text ?? "", more: item.value(forKey: "more")?.scalar?.text ?? ""))
    }
  }()

  /// A pack around rules, with what every rule needs added where it is left out.
  private static func pack(rules: String, more: String) -> String {
    var text = "answerable: pack/1\nid: own\nversion: 1.0.0\ntitle: Own\n\(more)\nrules:\n"
    let defaults = [
      "title": "A rule of our own", "requires": "Something that can be told", "severity": "major",
      "due_from": "concept", "clauses": "[P10]", "remedy": "Do what is left to be done", "claim": "never",
      "waiver": "never",
    ]
    for line in rules.split(separator: "\n") { text += "  \(line)\n" }
    for (key, value) in defaults.sorted(by: { $0.key < $1.key }) where !rules.contains("\n  \(key):") {
      text += "    \(key): \(value)\n"
    }
    return text
  }

  @Test("each is found at its place", arguments: cases)
  func findings(_ test: Case) throws {
    // Marks that stand around the same text are several marks.
    let nested = test.pack.unicodeScalars.filter { $0 != "⟦" && $0 != "⟧" }
    let file = SourceFile(name: "own.yaml", bytes: Array(String(String.UnicodeScalarView(nested)).utf8))
    let loaded = PolicySet.load(BuiltIn.files, adding: [file], sha256: World.sha256)
    #expect(loaded.diagnostics.map(\.message) == [])
    let policies = try #require(loaded.value)
    let found = LintCheck.findings(LintSubject(policies)).filter { finding in
      finding.location?.file.name == "own.yaml"
        && Self.ordinary[finding.code].map { $0 == test.about } ?? true
    }
    #expect(found.map(\.code) == test.finds)
    let underlined = found.compactMap { finding in
      finding.location.map { String(decoding: file.bytes[$0.range.offsets], as: UTF8.self) }
    }
    #expect(underlined == Self.marked(test.pack))
  }

  /// What stands between marks, which may stand inside each other, in the order of their beginnings.
  private static func marked(_ text: String) -> [String] {
    var open: [(order: Int, text: String)] = []
    var closed: [(order: Int, text: String)] = []
    var count = 0
    for scalar in text.unicodeScalars {
      switch scalar {
      case "⟦":
        open.append((count, ""))
        count += 1
      case "⟧": if let last = open.popLast() { closed.append(last) }
      default: for index in open.indices { open[index].text.unicodeScalars.append(scalar) }
      }
    }
    return closed.sorted { $0.order < $1.order }.map(\.text)
  }

  @Test("every code that is found is in a case", arguments: [Set(cases.flatMap(\.finds))])
  func complete(_ tested: Set<String>) throws {
    let source = String(decoding: try Folder.bytes("Sources/PolicyLinting/Messages.swift"), as: UTF8.self)
    let ofFoundations: Set = [
      "lint.clause-unexplained", "lint.clause-without-rule", "lint.unused-term", "lint.unused-citation",
      "lint.rule-without-cases",
    ]
    var count = 0
    for line in source.split(separator: "\n") {
      let quoted = line.split(separator: "\"")
      guard quoted.count > 1, line.hasPrefix("      \"") else { continue }
      let code = "lint.\(quoted[1])"
      guard !quoted[1].contains(" ") else { continue }
      count += 1
      #expect(tested.contains(code) || ofFoundations.contains(code), "\(code)")
    }
    #expect(count > 20, "the scan has lost the codes")
  }

  @Test("rules that no case tests are found only where somebody looked for cases")
  func withoutCases() throws {
    let policies = try #require(World.policies)
    let all = Set(policies.rules.map(\.id))
    let code = "lint.rule-without-cases"
    #expect(!LintCheck.findings(LintSubject(policies)).contains { $0.code == code })
    #expect(!LintCheck.findings(LintSubject(policies, testedRules: all)).contains { $0.code == code })
    let found = LintCheck.findings(LintSubject(policies, testedRules: all.subtracting(["hc-abort-beats-effect"])))
    #expect(found.filter { $0.code == code }.map(\.message) == ["no case tests `hc-abort-beats-effect`"])
  }
}
