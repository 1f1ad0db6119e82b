internal import Diagnostics
internal import PolicyModel

extension LintCheck {
  /// `lint.unused-pattern`. Those for names in review records are used by the program itself.
  static let unusedPatterns = LintCheck("Patterns that no rule looks for.") { subject in
    let foundation = subject.policies.foundation
    let used = Set(subject.policies.rules.flatMap(\.patternsRead)).union(foundation.reviewLimits.namePatterns)
    return foundation.patterns.filter { !used.contains($0.name) }.map { Messages.unused($0) }
  }
}
