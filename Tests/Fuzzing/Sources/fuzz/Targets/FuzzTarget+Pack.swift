import AssessmentEngine
import Diagnostics
import PolicyModel

extension FuzzTarget {
  /// A pack loads, or what is wrong with it is said; what it makes less strict is listed.
  static let pack = FuzzTarget(name: "pack") { bytes in
    let file = SourceFile(name: "added.yaml", bytes: bytes)
    check(PolicySet.load([file], over: SmallPolicies.files, sha256: { _ in "" }))
    let loaded = PolicySet.load(SmallPolicies.files, adding: [file], sha256: { _ in "" })
    check(loaded)
    guard let policies = loaded.value, policies.loosened.isEmpty else { return }
    let before = SmallPolicies.projects.map { World.assess($0, against: SmallPolicies.alone) }
    for (before, project) in zip(before, SmallPolicies.projects) {
      let after = World.assess(project, against: policies)
      promise(after.gate.decision <= before.gate.decision, "loosened without a word: \(after.gate.decision)")
      for result in before.results where result.outcome == .fail {
        let outcome = after.results.first { $0.rule.id == result.rule.id }?.outcome
        promise(outcome == .fail, "`\(result.rule.id)` failed, and now: \(String(describing: outcome))")
      }
    }
  }

  private static func check(_ loaded: Diagnosed<PolicySet?>) {
    promise(loaded.value != nil || loaded.hasErrors, "refused without a word")
    promise(loaded.value == nil || !loaded.hasErrors, "loaded in spite of errors")
  }
}
