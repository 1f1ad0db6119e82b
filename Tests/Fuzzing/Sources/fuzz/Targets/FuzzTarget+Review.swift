import AssessmentEngine
import BuiltInPolicies
import Diagnostics
import LocatedYAML
import PolicyModel

extension FuzzTarget {
  /// Whatever a review record says, a blocker that nobody may accept still stops the gate.
  static let review = FuzzTarget(name: "review") { bytes in
    let read = ReviewRecord.read(SourceFile(name: "project.review.yaml", bytes: bytes))
    let project = World.policies.readProject(stopped, on: World.day)
    var input = AssessmentInput(
      project: project.value, projectDiagnostics: project.diagnostics, projectDigest: digest, day: World.day)
    let plain = Assessment(input, against: World.policies)
    input.review = read.value
    input.reviewDiagnostics = read.diagnostics
    let reviewed = Assessment(input, against: World.policies)
    for (before, after) in zip(plain.results, reviewed.results) where before.rule.waiver == nil {
      let isOpen = before.outcome == .fail && !before.rule.allowsClaim
      promise(!isOpen || after.outcome == .fail, "`\(before.rule.id)` was waived, and nobody may")
    }
    promise(!read.hasErrors || reviewed.gate.decision <= .hold, "errors let it go on")
  }

  private static let digest = String(repeating: "a", count: 64)

  private static let stopped: Diagnosed<YAMLDocument> = {
    let text = """
      answerable: project/1
      project: {name: Fixed, lifecycle_stage: fielding, kind: weapon}
      scope: {applies_force: true, selects_targets: true, target_classes: [persons]}
      control: {abort_latency_s: 9, person_inhibit: false}
      force: {commit_to_effect_s: 1}
      """
    let read = YAMLReader.read(SourceFile(name: "project.yaml", bytes: Array(text.utf8)))
    return Diagnosed(read.value[0], diagnostics: read.diagnostics)
  }()
}
