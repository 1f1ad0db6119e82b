import AssessmentEngine
import Diagnostics
import LocatedYAML
import PolicyModel

extension FuzzTarget {
  /// Whatever a review record says, a blocker that nobody may accept still stops the gate; and a record of another
  /// project loosens nothing.
  static let review = FuzzTarget(name: "review") { bytes in
    let read = ReviewRecord.read(SourceFile(name: "project.review.yaml", bytes: bytes))
    let project = World.policies.readProject(stopped, on: World.day)
    // Most records name a project of their own: it is taken for this one, so that entries have an effect.
    let subject = read.value.subject ?? ""
    var input = AssessmentInput(
      project: project.value, projectDiagnostics: project.diagnostics, projectDigest: subject, day: World.day)
    let plain = Assessment(input, against: World.policies)
    input.review = read.value
    input.reviewDiagnostics = read.diagnostics
    let reviewed = Assessment(input, against: World.policies)
    for (before, after) in zip(plain.results, reviewed.results) where before.rule.waiver == nil {
      let isOpen = before.outcome == .fail && !before.rule.allowsClaim
      promise(!isOpen || after.outcome == .fail, "`\(before.rule.id)` was waived, and nobody may")
      let stops = isOpen && before.rule.severity == .blocker
      promise(!stops || reviewed.gate.decision == .stop, "`\(before.rule.id)` stops it no more")
    }
    promise(!read.hasErrors || reviewed.gate.decision <= .hold, "errors let it go on")
    input.projectDigest = "another" + subject
    for (before, after) in zip(plain.results, Assessment(input, against: World.policies).results)
    where before.outcome == .fail {
      promise(after.outcome == .fail, "a record of another project makes `\(before.rule.id)` \(after.outcome)")
    }
  }

  private static let stopped: Diagnosed<YAMLDocument> = {
    let text = """
      answerable: project/1
      project: {name: Fixed, lifecycle_stage: fielding, kind: weapon}
      scope: {applies_force: true, selects_targets: true, target_classes: [persons]}
      control: {abort_latency_s: 9, person_inhibit: false}
      force: {commit_to_effect_s: 1}
      """
    return World.documents(in: Array(text.utf8))[0]
  }()
}
