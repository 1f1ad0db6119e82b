public import Diagnostics

extension DiagnosticCode {
  /// What checking packs finds beyond what keeps them from being loaded.
  public static let ofLinting = ofLintedConditions + ofLintedLaw + ofLintedWords
}
