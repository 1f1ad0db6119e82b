public import Diagnostics

/// What is wrong with an expression, at its place in the expression's own text.
///
/// Who reads expressions out of a file maps the range back into that file and makes a `Diagnostic` of it.
public struct ExpressionIssue: Sendable {
  public let severity: Diagnostic.Severity
  /// `cel.syntax`, `cel.unknown-field` and so on.
  public let code: String
  /// Lowercase, without a full stop.
  public let message: String
  /// UTF-8 offsets in the expression.
  public let range: SourceRange
  /// What to do about it.
  public let notes: [String]
  /// A text that would mend the range, where one is likely.
  public let replacement: String?

  public init(
    _ severity: Diagnostic.Severity, code: String, _ message: String, range: SourceRange, notes: [String] = [],
    replacement: String? = nil
  ) {
    self.severity = severity
    self.code = code
    self.message = message
    self.range = range
    self.notes = notes
    self.replacement = replacement
  }
}
