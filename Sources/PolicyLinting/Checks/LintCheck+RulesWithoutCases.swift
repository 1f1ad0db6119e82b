internal import Diagnostics
internal import PolicyModel

extension LintCheck {
  /// `lint.rule-without-cases`.
  static let rulesWithoutCases = LintCheck("Rules that no case tests.") { subject in
    guard let tested = subject.testedRules else { return [] }
    return subject.policies.rules.filter { !tested.contains($0.id) }.map { Messages.withoutCases($0) }
  }
}
