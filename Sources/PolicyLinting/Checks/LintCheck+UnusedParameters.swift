internal import Diagnostics
internal import PolicyModel

extension LintCheck {
  /// `lint.unused-parameter`.
  static let unusedParameters = LintCheck("Parameters that no rule compares with.") { subject in
    let used = Set(subject.policies.rules.flatMap(\.parametersRead))
    return subject.policies.foundation.parameters.filter { !used.contains($0.name) }.map { Messages.unused($0) }
  }
}
