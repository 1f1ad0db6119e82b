internal import Diagnostics
internal import PolicyModel

extension LintCheck {
  /// `lint.missing-words`, `lint.missing-evidence`, `lint.remedy-says-nothing`.
  static let wordsOfRules = LintCheck("Rules that do not say why, what would show them, or how to mend a failure.") {
    subject in
    subject.policies.rules.flatMap { rule -> [Diagnostic] in
      var found: [Diagnostic] = []
      if rule.why == nil { found.append(Messages.missingWords(rule)) }
      if rule.evidence.isEmpty { found.append(Messages.missingEvidence(rule)) }
      let words = rule.remedy.split(separator: " ").count
      if words < 4 || rule.remedy == rule.requires { found.append(Messages.remedySaysNothing(rule)) }
      return found
    }
  }
}
