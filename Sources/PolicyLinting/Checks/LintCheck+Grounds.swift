internal import Diagnostics
internal import PolicyModel

extension LintCheck {
  /// `lint.ground-without-source`, `lint.source-without-ground`, `lint.no-ground`.
  static let grounds = LintCheck("Rules whose label of treaty, custom or policy their crosswalk does not bear out.") {
    subject in
    let instrument = subject.policies.foundation.instrument
    return subject.policies.rules.flatMap { rule -> [Diagnostic] in
      if rule.grounds.isEmpty { return [Messages.withoutGround(rule)] }
      let treaty = rule.crosswalk.first { instrument.framework(of: $0)?.ground == .treaty }
      let custom = rule.crosswalk.first { instrument.customaryEquivalents[$0] != nil }
      var found: [Diagnostic] = []
      for (ground, source) in [(Ground.treaty, treaty), (.custom, custom)] {
        switch (rule.grounds.contains(ground), source) {
        case (true, nil): found.append(Messages.groundWithoutSource(rule, ground))
        case (false, let source?): found.append(Messages.sourceWithoutGround(rule, ground, source))
        default: break
        }
      }
      return found
    }
  }
}
