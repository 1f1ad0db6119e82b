internal import Diagnostics
internal import PolicyModel

extension LintCheck {
  /// `lint.no-citation`, `lint.unverified-citation`, `lint.unused-citation`.
  static let citations = LintCheck("Identifiers of the crosswalk that are not described, not verified, or not used.") {
    subject in
    let instrument = subject.policies.foundation.instrument
    var used: Set<String> = []
    var found: [Diagnostic] = []
    for rule in subject.policies.rules {
      for identifier in rule.crosswalk {
        used.insert(identifier)
        guard let citation = instrument.citations[identifier] else {
          found.append(Messages.withoutCitation(rule, identifier))
          continue
        }
        if !citation.isVerified { found.append(Messages.unverified(citation, in: rule)) }
      }
    }
    let unused = instrument.citations.values.filter { !used.contains($0.identifier) }
    return found + unused.sorted { $0.identifier < $1.identifier }.map { Messages.unused($0) }
  }
}
