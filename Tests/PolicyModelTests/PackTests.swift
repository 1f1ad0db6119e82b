import AssessmentEngine
import AssessmentTestSupport
import BuiltInPolicies
import Diagnostics
import Foundation
import PolicyModel
import Testing

@Suite("Packs")
struct PackTests {
  /// A pack's text, what is wrong with it, and the text that is underlined.
  struct Wrong: Sendable, CustomTestStringConvertible {
    let what: String
    let code: String
    let underlined: String
    let pack: String
    var testDescription: String { what }
  }

  static func load(_ pack: String) -> Diagnosed<PolicySet?> {
    PolicySet.load(
      BuiltIn.files + [SourceFile(name: "own.yaml", bytes: Array(pack.utf8))], sha256: World.sha256)
  }

  static let header = "answerable: pack/1\nid: own\nversion: 1.0.0\ntitle: Own\n"

  /// A pack with one sound rule but for what is given.
  static func rule(
    severity: String = "major", from: String = "concept", require: String = "scope.isr", clauses: String = "[P10]",
    more: String = ""
  ) -> String {
    header + """
      rules:
        - id: own-rule
          title: A rule
          requires: Something
          severity: \(severity)
          due_from: concept
          tiers: [{from: \(from), require: "\(require)"}]
          clauses: \(clauses)
          remedy: Mend it
          claim: never
          waiver: never
      \(more)
      """
  }

  static let wrongPacks: [Wrong] = [
    Wrong(
      what: "a misspelt field in a condition", code: "cel.unknown-field", underlined: "abort_latancy_s",
      pack: rule(require: "control.abort_latancy_s < 2.0")),
    Wrong(
      what: "a value that the question does not offer", code: "cel.value-not-offered", underlined: "'wepon'",
      pack: rule(require: "project.kind == 'wepon'")),
    Wrong(
      what: "a comparison of different types", code: "cel.no-overload", underlined: "control.abort_latency_s < 'fast'",
      pack: rule(require: "control.abort_latency_s < 'fast'")),
    Wrong(
      what: "an unknown function", code: "cel.unknown-function", underlined: "preset",
      pack: rule(require: "preset(scope.isr)")),
    Wrong(
      what: "a text that is no condition", code: "cel.syntax", underlined: "&&",
      pack: rule(require: "scope.isr && && scope.hadr")),
    Wrong(
      what: "a requirement that reads nothing", code: "pack.constant-requirement", underlined: "\"1 < 2\"",
      pack: rule(require: "1 < 2")),
    Wrong(
      what: "requirements that exclude each other", code: "pack.contradiction",
      underlined: "\"control.abort_latency_s < 2.0 && control.abort_latency_s > 3.0\"",
      pack: rule(require: "control.abort_latency_s < 2.0 && control.abort_latency_s > 3.0")),
    Wrong(
      what: "a value that must be two things at once", code: "pack.contradiction",
      underlined: "\"project.kind == 'isr' && project.kind == 'cyber'\"",
      pack: rule(require: "project.kind == 'isr' && project.kind == 'cyber'")),
    Wrong(
      what: "a tier that begins after the rule is due", code: "pack.unreachable-tier", underlined: "own-rule",
      pack: rule(from: "test")),
    Wrong(
      what: "an unknown stage", code: "file.value-not-offered", underlined: "tset", pack: rule(from: "tset")),
    Wrong(
      what: "an unknown severity", code: "file.value-not-offered", underlined: "blokcer",
      pack: rule(severity: "blokcer")),
    Wrong(
      what: "a clause that the instrument lacks", code: "pack.unknown-clause", underlined: "P19",
      pack: rule(clauses: "[P19]")),
    Wrong(
      what: "an unknown ground", code: "file.value-not-offered", underlined: "polcy",
      pack: rule(more: "    grounds: [polcy]")),
    Wrong(
      what: "an unknown framework", code: "pack.unknown-crosswalk-prefix", underlined: "NSIT:MAP-1",
      pack: rule(more: "    crosswalk: ['NSIT:MAP-1', 'NIST:MAP-1']").replacing("'NSIT:MAP-1'", "NSIT:MAP-1")),
    Wrong(
      what: "a misspelt key", code: "file.unknown-key", underlined: "remady", pack: rule(more: "    remady: twice")),
    Wrong(
      what: "a rule id of another pack", code: "pack.duplicate-id", underlined: "gv-scope-declared",
      pack: rule().replacing("own-rule", "gv-scope-declared")),
    Wrong(
      what: "a pack id that is taken", code: "pack.duplicate-id", underlined: "ihl",
      pack: rule().replacing("id: own\n", "id: ihl\n")),
    Wrong(what: "a pack without content", code: "pack.no-rules", underlined: "own", pack: header),
    Wrong(
      what: "another kind of file", code: "file.wrong-header", underlined: "apiVersion",
      pack: "apiVersion: v1\nkind: Pod\n"),
    Wrong(
      what: "a parameter that nobody declared", code: "pack.unknown-parameter", underlined: "abort_facter",
      pack: header + "extends: [human-control]\noverrides: {parameters: {abort_facter: 0.4}}\n"),
    Wrong(
      what: "a parameter loosened", code: "pack.loosens", underlined: "0.6",
      pack: header + "extends: [human-control]\noverrides: {parameters: {abort_factor: 0.6}}\n"),
    Wrong(
      what: "a severity loosened", code: "pack.loosens", underlined: "moderate",
      pack: header + "extends: [human-control]\noverrides: {severities: {hc-abort-beats-effect: moderate}}\n"),
    Wrong(
      what: "a severity of a rule that is not there", code: "pack.unknown-rule", underlined: "hc-abort-beat-effect",
      pack: header + "extends: [human-control]\noverrides: {severities: {hc-abort-beat-effect: blocker}}\n"),
    Wrong(
      what: "a review limit loosened", code: "pack.loosens", underlined: "400",
      pack: header + "extends: [human-control]\noverrides: {review_limits: {acceptance_days: 400}}\n"),
    Wrong(
      what: "an exception to the names of machines", code: "pack.loosens", underlined: "machine_hard",
      pack: header + "extends: [human-control]\noverrides: {patterns: {machine_hard: {except: ['Skynet']}}}\n"),
    Wrong(
      what: "a wider idea of a legal adviser", code: "pack.loosens", underlined: "legal_post",
      pack: header + "extends: [human-control]\noverrides: {patterns: {legal_post: {match: ['anybody']}}}\n"),
    Wrong(
      what: "an earlier first date", code: "pack.loosens", underlined: "1990-01-01",
      pack: header + "extends: [human-control]\noverrides: {answer_rules: {earliest_date: 1990-01-01}}\n"),
    Wrong(
      what: "an overlay that leaves answers open which fail a rule", code: "pack.loosens",
      underlined: "[continue_current_engagement]",
      pack: header
        + "extends: [human-control]\noverrides: {answer_rules: {placeholder_words: [continue_current_engagement]}}\n"),
    Wrong(
      what: "an exception that makes a word of a part of one", code: "pack.loosens", underlined: "legal_post",
      pack: header + "extends: [human-control]\noverrides: {patterns: {legal_post: {except: [C]}}}\n"),
    Wrong(
      what: "further words for none, which can empty an item that a rule would catch", code: "pack.loosens",
      underlined: "[perisai ai]",
      pack: header + "extends: [human-control]\noverrides: {answer_rules: {none_words: [perisai ai]}}\n"),
    Wrong(
      what: "further titles, which can tell one person from another", code: "pack.loosens",
      underlined: "[suraya, mahmud]",
      pack: header + "extends: [human-control]\noverrides: {answer_rules: {name_titles: [suraya, mahmud]}}\n"),
    Wrong(
      what: "a review limit that no number of days can be", code: "file.wrong-kind", underlined: "1e300",
      pack: header + "extends: [human-control]\noverrides: {review_limits: {acceptance_days: 1e300}}\n"),
    Wrong(
      what: "a review limit below nothing", code: "file.wrong-kind", underlined: "-1",
      pack: header + "extends: [human-control]\noverrides: {review_limits: {min_reason_words: -1}}\n"),
    Wrong(
      what: "a regular expression that can't be matched in linear time", code: "pack.bad-pattern", underlined: "(?=",
      pack: header + "extends: [human-control]\noverrides: {patterns: {machine_hard: {match: ['AI(?=x)']}}}\n"),
    Wrong(
      what: "a pack to extend that is not there", code: "pack.unknown-pack", underlined: "human-contrl",
      pack: header + "extends: [human-contrl]\noverrides: {parameters: {abort_factor: 0.4}}\n"),
  ]

  @Test("what is wrong with a pack is said, with the very text and what to do", arguments: wrongPacks)
  func refused(_ wrong: Wrong) throws {
    let loaded = Self.load(wrong.pack)
    let isRefused = loaded.value == nil
    #expect(isRefused)
    let errors = loaded.diagnostics.filter { $0.severity == .error }
    let found = try #require(
      errors.first { $0.code == wrong.code }, "\(errors.map { "\($0.code): \($0.message)" })")
    let location = try #require(found.location)
    #expect(String(decoding: location.file.bytes[location.range.offsets], as: UTF8.self) == wrong.underlined)
    #expect(!found.notes.isEmpty)
  }

  @Test("a sound pack of one's own is assessed with the others")
  func sound() throws {
    let loaded = Self.load(Self.rule())
    #expect(loaded.diagnostics.map(\.message) == [])
    let policies = try #require(loaded.value)
    #expect(policies.rule("own-rule")?.pack == "own")
    let assessment = try World.assess(
      Array("answerable: project/1\nscope: {isr: false}\n".utf8), against: policies)
    #expect(assessment.results.last?.outcome == .fail)
    #expect(assessment.results.count == 116)
  }

  @Test("an overlay tightens parameters, severities, limits, patterns and words")
  func tightens() throws {
    let overlay =
      Self.header + """
        extends: [human-control]
        overrides:
          parameters: {abort_factor: 0.25}
          severities: {gv-inventory-entry: blocker}
          review_limits: {acceptance_days: 180}
          patterns:
            machine_soft: {match: ['(?i)\\bkomputer\\b']}
          answer_rules: {earliest_date: 2010-01-01}
        """
    let loaded = Self.load(overlay)
    #expect(loaded.diagnostics.map(\.message) == [])
    let policies = try #require(loaded.value)
    #expect(policies.loosened.isEmpty)
    #expect(policies.foundation.parameters.first { $0.name == "abort_factor" }?.value == 0.25)
    #expect(policies.rule("gv-inventory-entry")?.severity == .blocker)
    #expect(policies.foundation.reviewLimits.acceptanceDays == 180)
    let names = PersonNames(policies.foundation)
    #expect(names.good("Komputer Utama") == nil)
    #expect(PersonNames(try #require(World.policies).foundation).good("Komputer Utama") != nil)
    let project = "answerable: project/1\nimpact: {completed_on: 2005-01-01}\n"
    let assessment = try World.assess(Array(project.utf8), against: policies)
    #expect(assessment.diagnostics.map(\.code) == ["project.date-too-early"])
  }

  @Test("a second overlay does not undo what the first tightened")
  func undone() throws {
    let texts = [("a", "blocker"), ("b", "major")].map { id, severity in
      Self.header.replacing("id: own\n", "id: \(id)\n")
        + "extends: [accountability]\noverrides: {severities: {ac-duties-separated: \(severity)}}\n"
    }
    let files = texts.map { SourceFile(name: "own.yaml", bytes: Array($0.utf8)) }
    let loaded = PolicySet.load(BuiltIn.files, adding: files, sha256: World.sha256)
    let isRefused = loaded.value == nil
    #expect(isRefused)
    #expect(loaded.diagnostics.map(\.code) == ["pack.loosens"])
  }

  @Test("what the base marks adjustable may be loosened, and is listed")
  func adjustable() throws {
    let base =
      Self.header + """
        parameters: {own_limit: {value: 3, meaning: A limit of ours, tighten: lower, adjustable: true}}
        rules:
          - id: own-rule
            title: A rule
            requires: Something
            severity: major
            due_from: concept
            tiers: [{from: concept, require: "control.area_limit_km2 <= params.own_limit"}]
            clauses: [P10]
            remedy: Mend it
            claim: never
            waiver: never
        """
    let overlay =
      Self.header.replacing("id: own\n", "id: looser\n") + """
        extends: [own]
        overrides: {parameters: {own_limit: 5}}
        """
    let files = [base, overlay].map { SourceFile(name: "own.yaml", bytes: Array($0.utf8)) }
    let policies = try #require(PolicySet.load(BuiltIn.files + files, sha256: World.sha256).value)
    #expect(policies.loosened.map(\.what) == ["`own_limit` from 3 to 5"])
    #expect(policies.loosened.map(\.pack) == ["looser"])
  }
}

extension String {
  fileprivate func replacing(_ old: String, _ new: String) -> String {
    components(separatedBy: old).joined(separator: new)
  }
}
