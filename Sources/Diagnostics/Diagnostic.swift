/// One thing to tell the writer of an input: what is wrong, where, and what would mend it.
///
/// Every reader accumulates these; nothing that a user's file can contain makes a reader throw.
public struct Diagnostic: Sendable {
  /// How bad it is. An `error` in a project keeps the decision at `hold` and the exit code at 65.
  public enum Severity: String, Sendable, CaseIterable {
    case error, warning, note
  }

  public let severity: Severity
  /// Stable dotted identifier, such as `project.unknown-field`; the rule id in SARIF.
  public let code: String
  /// Lowercase, without a full stop, without names of program types; user text stands in backticks.
  public let message: String
  /// The smallest text that is wrong; nil where the input as a whole is meant.
  public let location: Location?
  /// What to do about it, and context.
  public let notes: [Note]
  /// Replacements that would mend it, the best first.
  public let fixIts: [FixIt]

  public init(
    _ severity: Severity, code: String, _ message: String, at location: Location?, notes: [Note] = [],
    fixIts: [FixIt] = []
  ) {
    self.severity = severity
    self.code = code
    self.message = message
    self.location = location
    self.notes = notes
    self.fixIts = fixIts
  }
}

/// A remark that belongs to a diagnostic, with a place of its own where it has one.
public struct Note: Sendable {
  public let message: String
  public let location: Location?

  public init(_ message: String, at location: Location? = nil) {
    self.message = message
    self.location = location
  }
}

/// A replacement of one range by a text.
public struct FixIt: Sendable {
  /// How sure it is that the replacement is what the writer meant.
  public enum Confidence: String, Sendable {
    case certain, likely
  }

  public let range: SourceRange
  public let replacement: String
  public let confidence: Confidence

  public init(_ range: SourceRange, replacement: String, confidence: Confidence = .likely) {
    self.range = range
    self.replacement = replacement
    self.confidence = confidence
  }
}

/// What a reader returns: as much of the value as could be made, and everything there is to say about the input.
public struct Diagnosed<Value> {
  public var value: Value
  public var diagnostics: [Diagnostic]

  public init(_ value: Value, diagnostics: [Diagnostic] = []) {
    self.value = value
    self.diagnostics = diagnostics
  }

  /// Whether one of the diagnostics is an error.
  public var hasErrors: Bool { diagnostics.contains { $0.severity == .error } }
}

extension Diagnosed: Sendable where Value: Sendable {}
