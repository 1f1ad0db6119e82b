import AssessmentEngine
import AssessmentTestSupport
import BuiltInPolicies
import Diagnostics
import PolicyComparison
import PolicyModel
import TestSupport
import Testing

@Suite("What changes from one set of policies to another")
struct PolicyComparisonTests {
  /// An edit of a built-in file: what is replaced by what.
  struct Edit: Sendable {
    let file: String
    let old: String
    let new: String
  }

  static func policies(_ edits: [Edit] = [], adding added: [SourceFile] = []) throws -> PolicySet {
    let files = BuiltIn.files.map { file in
      var text = String(decoding: file.bytes, as: UTF8.self)
      for edit in edits where edit.file == file.name {
        let parts = text.split(separator: edit.old, maxSplits: 1, omittingEmptySubsequences: false)
        #expect(parts.count == 2, "\(edit.old)")
        text = parts.joined(separator: edit.new)
      }
      return SourceFile(name: file.name, bytes: Array(text.utf8))
    }
    let loaded = PolicySet.load(files, adding: added, sha256: World.sha256)
    #expect(loaded.diagnostics.map(\.message) == [])
    return try #require(loaded.value)
  }

  struct Case: Sendable, CustomTestStringConvertible {
    let what: String
    let edit: Edit
    /// `kind name aspect effect`.
    let change: String
    let step: VersionStep
    var testDescription: String { what }
  }

  static let cases: [Case] = [
    Case(
      what: "a word of a rule",
      edit: Edit(
        file: "Policies/cyber.yaml", old: "title: Command messages are protected",
        new: "title: Command messages are kept safe"),
      change: "rule cy-command-link-protected title words", step: .patch),
    Case(
      what: "the layout of a condition",
      edit: Edit(
        file: "Policies/human-control.yaml", old: "scope.applies_force || scope.selects_targets\n",
        new: "(scope.applies_force  ||\n      scope.selects_targets)\n"),
      change: "", step: .none),
    Case(
      what: "a graver severity",
      edit: Edit(file: "Policies/human-control.yaml", old: "severity: major", new: "severity: blocker"),
      change: "rule hc-human-role-defined severity stricter", step: .major),
    Case(
      what: "a milder severity",
      edit: Edit(file: "Policies/human-control.yaml", old: "severity: major", new: "severity: moderate"),
      change: "rule hc-human-role-defined severity looser", step: .major),
    Case(
      what: "a lower rank that may accept",
      edit: Edit(file: "Policies/human-control.yaml", old: "waiver: senior-official", new: "waiver: programme-head"),
      change: "rule hc-human-role-defined waiver looser", step: .major),
    Case(
      what: "acceptance that becomes impossible",
      edit: Edit(file: "Policies/human-control.yaml", old: "waiver: senior-official", new: "waiver: never"),
      change: "rule hc-human-role-defined waiver stricter", step: .major),
    Case(
      what: "a claim that becomes possible",
      edit: Edit(file: "Policies/human-control.yaml", old: "claim: never", new: "claim: justify"),
      change: "rule hc-human-role-defined claim looser", step: .major),
    Case(
      what: "an earlier stage",
      edit: Edit(file: "Policies/human-control.yaml", old: "due_until: operation", new: "due_until: fielding"),
      change: "rule hc-abort-beats-effect due_until looser", step: .major),
    Case(
      what: "a condition",
      edit: Edit(
        file: "Policies/human-control.yaml", old: "scope.applies_force || scope.selects_targets\n",
        new: "scope.applies_force && scope.selects_targets\n"),
      change: "rule hc-human-decides-force applies_when changed", step: .major),
    Case(
      what: "a parameter made lower where lower is stricter",
      edit: Edit(file: "Policies/foundation/parameters.yaml", old: "value: 0.5", new: "value: 0.25"),
      change: "parameter abort_factor value stricter", step: .major),
    Case(
      what: "a parameter made higher where lower is stricter",
      edit: Edit(file: "Policies/foundation/parameters.yaml", old: "value: 10000", new: "value: 20000"),
      change: "parameter max_area_km2 value looser", step: .major),
    Case(
      what: "a review limit",
      edit: Edit(file: "Policies/foundation/review.yaml", old: "acceptance_days: 366", new: "acceptance_days: 500"),
      change: "review limit acceptance_days value looser", step: .major),
    Case(
      what: "a citation",
      edit: Edit(file: "Policies/foundation/citations.yaml", old: "status: verified", new: "status: unverified"),
      change: "citation API:1(1) status words", step: .patch),
    Case(
      what: "a ground",
      edit: Edit(
        file: "Policies/human-control.yaml", old: "grounds: [policy]", new: "grounds: [treaty]"),
      change: "rule hc-human-role-defined grounds basis", step: .minor),
  ]

  @Test("each change is found, and what it means", arguments: cases)
  func change(_ test: Case) throws {
    let old = try #require(World.policies)
    let difference = PolicyDifference(from: old, to: try Self.policies([test.edit]))
    let found = difference.changes.filter { $0.aspect != "requires" && $0.aspect != "remedy" }.map { change in
      "\(change.kind.rawValue) \(change.name) \(change.aspect ?? "") \(change.effect.rawValue)"
    }
    #expect(found == (test.change.isEmpty ? [] : [test.change]))
    #expect(difference.versionFaults.map(\.needed) == (test.step == .none ? [] : [test.step]))
  }

  @Test("a version that was raised far enough says so")
  func versions() throws {
    let old = try #require(World.policies)
    let version = try #require(old.packs.first { $0.id == "human-control" }?.version)
    let parts = version.split(separator: ".").compactMap { Int($0) }
    let graver = edit("a graver severity")
    for (raised, isFault) in [
      ("\(parts[0]).\(parts[1]).\(parts[2] + 1)", true), ("\(parts[0]).\(parts[1] + 1).0", true),
      ("\(parts[0] + 1).0.0", false), ("0.9.0", true),
    ] {
      let version = Edit(file: "Policies/human-control.yaml", old: "version: \(version)", new: "version: \(raised)")
      let difference = PolicyDifference(from: old, to: try Self.policies([graver, version]))
      #expect(difference.versionFaults.map(\.needed) == (isFault ? [.major] : []), "\(raised)")
    }
  }

  private func edit(_ what: String) -> Edit {
    Self.cases.first { $0.what == what }?.edit ?? Edit(file: "", old: "", new: "")
  }

  @Test("the same packs change nothing")
  func same() throws {
    let policies = try #require(World.policies)
    let difference = PolicyDifference(from: policies, to: policies)
    #expect(difference.changes.isEmpty && difference.versionFaults.isEmpty)
    for pack in policies.packs { #expect(!PolicyContent.text(of: pack, in: policies).isEmpty) }
  }

  @Test("content is equal where only words differ, and only there", arguments: cases)
  func content(_ test: Case) throws {
    let old = try #require(World.policies)
    let new = try Self.policies([test.edit])
    let texts = [old, new].map { set in
      set.packs.map { PolicyContent.text(of: $0, in: set) }.joined() + PolicyContent.text(of: set.foundation)
    }
    #expect((texts[0] == texts[1]) == (test.step < .major))
  }

  @Test("the overlay among the examples, as approved")
  func overlay() throws {
    let path = "Examples/national-overlay/selat-defence.yaml"
    let old = try #require(World.policies)
    let new = try Self.policies(adding: [SourceFile(name: path, bytes: try Folder.bytes(path))])
    let project = try Folder.bytes("Examples/mine-disposal.yaml")
    let outcome = OutcomeDifference(
      "Examples/mine-disposal.yaml", from: try World.assess(project, against: old),
      to: try World.assess(project, against: new))
    let difference = PolicyDifference(from: old, to: new)
    var report = ComparisonReport(difference, [outcome], hasWords: false)
    try expectSnapshot(report.bytes(), named: "overlay.text", in: "PolicyComparisonTests")
    #expect(
      difference.changes.filter { $0.effect == .looser }.map(\.name)
        == new.loosened.map { _ in "max_personal_data_days" })
  }
}
