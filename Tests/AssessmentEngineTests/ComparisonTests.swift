import AssessmentTestSupport
import CEL
import Diagnostics
import Foundation
import PolicyModel
import TestSupport
import Testing

@testable import AssessmentEngine

/// Outcomes by chance, the same each time.
private struct Chance: RandomNumberGenerator {
  private var state: UInt64

  init(_ seed: Int) { state = UInt64(seed) &* 0x9E37_79B9_7F4A_7C15 &+ 1 }

  mutating func next() -> UInt64 {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return (state >> 33) ^ (state << 31)
  }
}

@Suite("Assessments held against each other")
struct ComparisonTests {
  private static let identity = RecordedAssessment.Identity(id: "f", version: "1.0.0", sha256: "00")

  private static func rule(
    _ id: String, _ severity: Severity, _ outcome: Outcome, _ reason: NotApplicableReason? = nil, current: Int = 0,
    failing: [String] = []
  ) -> RecordedAssessment.RuleRecord {
    var evidence = EvidenceCount()
    evidence.items = current
    evidence.current = current
    return RecordedAssessment.RuleRecord(
      id: id, pack: "p", severity: severity, title: nil, outcome: outcome,
      notApplicable: outcome == .notApplicable ? reason ?? .scope : nil, unanswered: [],
      causes: failing.map { RecordedAssessment.Cause(field: $0, actual: nil, required: "x", line: nil) },
      evidence: evidence, signatures: [])
  }

  private static func record(
    _ rules: [RecordedAssessment.RuleRecord], _ decision: Gate.Decision?, day: Int = 20_000,
    stage: LifecycleStage? = .test, packs: [RecordedAssessment.Identity] = [], hasErrors: Bool = false
  ) -> RecordedAssessment {
    RecordedAssessment(
      day: day, packs: packs, foundation: identity, file: "p.yaml", document: 1, name: "P", stage: stage, sha256: "00",
      decision: decision, rules: rules, reviewDigest: nil, hasErrors: hasErrors)
  }

  /// Rules with outcomes by chance, and what a gate with the usual order makes of them.
  private static func generated(
    _ chance: inout Chance
  ) -> (record: RecordedAssessment, because: [String]) {
    var rules: [RecordedAssessment.RuleRecord] = []
    for number in 0..<Int.random(in: 1...8, using: &chance) where Int.random(in: 0...9, using: &chance) > 0 {
      // A rule has the severity that its number gives it, so that the same packs say the same.
      let severity = Severity.allCases[number % 4]
      // Mostly well, so that every decision occurs.
      let isWell = Int.random(in: 0...9, using: &chance) < 6
      let outcome = isWell ? .pass : Outcome.allCases.randomElement(using: &chance) ?? .pass
      let reason = NotApplicableReason.allCases.randomElement(using: &chance)
      rules.append(rule("r\(number)", severity, outcome, reason, current: Int.random(in: 0...1, using: &chance)))
    }
    func ids(_ severity: Severity, _ isMeant: (RecordedAssessment.RuleRecord) -> Bool) -> [String] {
      rules.filter { $0.severity == severity && isMeant($0) }.map(\.id)
    }
    let failed = ids(.blocker) { $0.outcome == .fail }
    if !failed.isEmpty { return (record(rules, .stop), failed) }
    let open = ids(.blocker) { $0.outcome == .unknown }
    if !open.isEmpty { return (record(rules, .hold), open) }
    let reasons =
      ids(.major) { $0.outcome == .fail || $0.outcome == .unknown }
      + ids(.blocker) {
        $0.outcome == .accepted || $0.standing == .claimed || $0.outcome == .pass && $0.evidence.items == 0
      }
    return (record(rules, reasons.isEmpty ? .proceed : .conditional), reasons)
  }

  // MARK: Order

  @Test("standings are in the order of outcomes")
  func order() {
    let standings = Outcome.fromWorst.map { Standing($0, $0 == .notApplicable ? .scope : nil) }
    #expect(standings == standings.sorted())
    #expect(Standing(.notApplicable, .claim) > Standing(.accepted, nil))
    #expect(Standing(.notApplicable, .claim) < Standing(.notYetDue, nil))
  }

  /// `nil` is no such rule.
  struct Step: Sendable {
    let old: (Outcome, NotApplicableReason?)?
    let new: (Outcome, NotApplicableReason?)?
    let direction: AssessmentDifference.Direction?

    init(
      _ old: (Outcome, NotApplicableReason?)?, _ new: (Outcome, NotApplicableReason?)?,
      _ direction: AssessmentDifference.Direction?
    ) {
      self.old = old
      self.new = new
      self.direction = direction
    }
  }

  static let steps = [
    Step((.pass, nil), (.fail, nil), .worse), Step((.fail, nil), (.pass, nil), .better),
    Step((.unknown, nil), (.fail, nil), .worse), Step((.fail, nil), (.accepted, nil), .better),
    Step((.notYetDue, nil), (.unknown, nil), .worse), Step((.notYetDue, nil), (.pass, nil), .better),
    Step((.pass, nil), (.notApplicable, .claim), .worse), Step((.fail, nil), (.notApplicable, .claim), .otherwise),
    Step((.notApplicable, .claim), (.pass, nil), .better), Step((.fail, nil), (.notApplicable, .scope), .otherwise),
    Step((.pass, nil), (.notApplicable, .noLongerDue), .otherwise), Step((.pass, nil), (.notYetDue, nil), .worse),
    Step((.notApplicable, .scope), (.notApplicable, .claim), .worse), Step(nil, (.fail, nil), .worse),
    Step(nil, (.unknown, nil), .worse), Step(nil, (.notApplicable, .claim), .worse),
    Step(nil, (.pass, nil), .otherwise),
    Step(nil, (.notApplicable, .scope), nil), Step((.notApplicable, .scope), nil, nil),
    Step((.fail, nil), nil, .otherwise), Step((.notApplicable, .scope), (.notApplicable, .noLongerDue), nil),
  ]

  @Test("each change leads where it leads", arguments: steps)
  func direction(_ step: Step) {
    let sides = [step.old, step.new].map { side in side.map { Self.rule("r", .major, $0.0, $0.1) } }
    #expect(AssessmentDifference.direction(from: sides[0], to: sides[1]) == step.direction)
  }

  @Test("a pass that lost its evidence is pointed out, and is no worse outcome")
  func lostEvidence() {
    let difference = AssessmentDifference(
      from: Self.record([Self.rule("r", .major, .pass, current: 1)], .proceed),
      to: Self.record([Self.rule("r", .major, .pass)], .proceed))
    #expect(difference.rules.map(\.direction) == [.otherwise])
    #expect(!difference.isWorse && difference.rules.allSatisfy { !$0.isOutcomeChanged })
  }

  // MARK: Properties

  @Test("nothing differs from itself, and nothing is worse both ways", arguments: 0..<50)
  func pairs(seed: Int) {
    var chance = Chance(seed)
    for _ in 0..<40 {
      let (old, new) = (Self.generated(&chance).record, Self.generated(&chance).record)
      let same = AssessmentDifference(from: old, to: old)
      #expect(same.isEmpty && !same.isWorse && same.circumstances.isEmpty)
      let there = AssessmentDifference(from: old, to: new)
      let back = AssessmentDifference(from: new, to: old)
      let worse = Set(there.changes(.worse).map(\.rule))
      #expect(worse.isDisjoint(with: back.changes(.worse).map(\.rule)))
      #expect(Set(there.changes(.better).map(\.rule)).isDisjoint(with: back.changes(.better).map(\.rule)))
      // Between rules of both sides, better one way is worse the other.
      for change in there.changes(.better) where change.old != nil && change.new != nil {
        #expect(back.rules.first { $0.rule == change.rule }?.direction == .worse)
      }
    }
  }

  @Test("no baseline passes on more than majors that were known, whatever the outcomes", arguments: 0..<100)
  func forgiving(seed: Int) {
    var chance = Chance(1_000 + seed)
    for _ in 0..<60 {
      let old = Self.generated(&chance).record
      let now = Self.generated(&chance)
      // Half of the times the baseline is the same, in which most is forgiven.
      let baseline = Bool.random(using: &chance) ? now.record : old
      let comparison = BaselineComparison(now.record, because: now.because, to: baseline)
      let before = Dictionary(uniqueKeysWithValues: baseline.rules.map { ($0.id, $0) })
      let worse = now.record.rules.filter { new in
        guard let old = before[new.id] else { return new.standing <= .claimed }
        return new.standing < old.standing
      }
      #expect(comparison.isRegression == !worse.isEmpty)
      switch now.record.decision {
      case .stop: #expect(comparison.exitDecision == .stop)
      case .hold, nil: #expect(comparison.exitDecision == .hold)
      case .proceed: #expect(comparison.exitDecision == (worse.isEmpty ? .proceed : .conditional))
      case .conditional:
        let isKnown = now.because.allSatisfy { id in
          let new = now.record.rules.first { $0.id == id }
          return new?.severity == .major && before[id].map { $0.standing <= new?.standing ?? .failed } == true
        }
        #expect(comparison.exitDecision == (isKnown && worse.isEmpty ? .proceed : .conditional))
      }
    }
  }

  @Test("every decision and every way out occurs among what is generated")
  func variety() {
    var seen: Set<String> = []
    for seed in 0..<100 {
      var chance = Chance(1_000 + seed)
      for _ in 0..<60 {
        let now = Self.generated(&chance)
        let comparison = BaselineComparison(now.record, because: now.because, to: now.record)
        seen.insert("\(now.record.decision?.rawValue ?? "") \(comparison.exitDecision.rawValue)")
      }
    }
    #expect(
      seen == [
        "stop stop", "hold hold", "conditional conditional", "conditional proceed", "proceed proceed",
      ])
  }

  @Test("what makes a baseline unsafe is said, and nothing is forgiven")
  func refused() {
    let rules = [Self.rule("r", .major, .fail)]
    let now = Self.record(rules, .conditional)
    let packs = [RecordedAssessment.Identity(id: "p", version: "1.0.0", sha256: "11")]
    let cases: [(baseline: RecordedAssessment?, says: String)] = [
      (Self.record(rules, .conditional, day: 20_001), "after the date"),
      (Self.record(rules, .conditional, stage: .design), "of the stage design"),
      (Self.record(rules, .conditional, packs: packs), "with other packs"),
      (Self.record(rules, .conditional, hasErrors: true), "had errors"),
      (Self.record([], nil), "nothing could be read"), (nil, "not in the baseline"),
    ]
    #expect(BaselineComparison(now, because: ["r"], to: now).exitDecision == .proceed)
    for (baseline, says) in cases {
      let comparison = BaselineComparison(now, because: ["r"], to: baseline)
      #expect(comparison.exitDecision == .conditional)
      #expect(comparison.refusals.contains { $0.contains(says) }, "\(comparison.refusals)")
    }
    #expect(BaselineComparison(now, because: [], to: now).exitDecision == .conditional)
  }

  @Test("a known major that fails by another answer too got worse")
  func anotherCause() {
    let before = Self.record([Self.rule("r", .major, .fail, failing: ["a", "b"])], .conditional)
    for (failing, isForgiven) in [(["a", "b"], true), (["b"], true), (["a", "b", "c"], false), (["c"], false)] {
      let now = Self.record([Self.rule("r", .major, .fail, failing: failing)], .conditional)
      let comparison = BaselineComparison(now, because: ["r"], to: before)
      #expect(comparison.exitDecision == (isForgiven ? .proceed : .conditional), "\(failing)")
      #expect(comparison.entries(.worse).map(\.rule) == (isForgiven ? [] : ["r"]))
    }
  }

  // MARK: Reasons

  private static let base = """
    answerable: project/1
    project: {name: Turret control trial, lifecycle_stage: design}
    scope: {applies_force: true, hadr: false}
    governance: {register_id: R-1, register_updated_on: 2026-01-12}

    """

  private static func assess(_ text: String, on date: String = "2026-03-01") throws -> Assessment {
    try World.assess(Array(text.utf8), on: date)
  }

  @Test("the one answer that brings a change is the reason")
  func oneAnswer() throws {
    let new = Self.base.replacingOccurrences(of: "register_id: R-1, ", with: "")
    let difference = AssessmentDifference(from: try Self.assess(Self.base), to: try Self.assess(new))
    let change = try #require(difference.rules.first { $0.rule == "gv-inventory-entry" })
    #expect(change.direction == .worse && difference.isWorkedOut)
    #expect(change.reasons.map(\.bearing) == [.alone])
    #expect(change.reasons[0].parts.map(\.subject) == ["governance.register_id"])
    #expect(change.reasons[0].parts[0].oldText == "R-1" && change.reasons[0].parts[0].newText == "not answered")
  }

  @Test("the date is the reason where it alone brings a change")
  func date() throws {
    let difference = AssessmentDifference(
      from: try Self.assess(Self.base), to: try Self.assess(Self.base, on: "2027-03-01"))
    let change = try #require(difference.rules.first { $0.rule == "gv-inventory-entry" })
    #expect(change.new?.outcome == .fail)
    #expect(change.reasons.map(\.bearing) == [.alone])
    #expect(change.reasons[0].parts.map(\.kind) == [.date])
  }

  @Test(
    "every reason that is given holds", arguments: ["counter-drone-turret", "mine-disposal", "uncrewed-patrol-craft"])
  func everyReason(name: String) throws {
    let old = try World.assess(try Folder.bytes("Examples/\(name).yaml"))
    for other in ["air-picture-support", "predictive-maintenance"] {
      let new = try World.assess(try Folder.bytes("Examples/\(other).yaml"), on: "2026-06-01")
      let difference = AssessmentDifference(from: old, to: new)
      #expect(!difference.rules.isEmpty)
      for change in difference.rules {
        #expect(!change.reasons.isEmpty, "\(change.rule)")
        #expect(change.reasons.allSatisfy { !$0.parts.isEmpty })
        // What is said to suffice is among what differs.
        for part in change.reasons.flatMap(\.parts) { #expect(part.oldText != part.newText, "\(change.rule): \(part)") }
      }
    }
  }

  // MARK: Files

  @Test("what is no assessment is an error, and gives none", arguments: ["[", "{}", "", "null", "{schema: 1}"])
  func broken(text: String) {
    let read = RecordedAssessment.read(SourceFile(name: "b.json", bytes: Array(text.utf8)))
    #expect(read.hasErrors && read.value.isEmpty)
  }
}
