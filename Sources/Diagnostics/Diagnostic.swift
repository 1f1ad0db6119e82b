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

extension Diagnostic {
  /// A text as a message quotes it: cut where it is long, so that a message stays one.
  public static func shortened(_ text: String) -> String {
    let scalars = text.unicodeScalars
    guard let end = scalars.index(scalars.startIndex, offsetBy: 60, limitedBy: scalars.endIndex), end < scalars.endIndex
    else { return text }
    return String(scalars[..<end]) + "…"
  }
}

extension [Diagnostic] {
  /// The first fifty of each code, and how many more there were: nobody mends thousands from one list, and a file that
  /// is wrong in every line must not make a report of many times its size.
  ///
  /// - Complexity: linear in the number of diagnostics.
  public var condensed: [Diagnostic] {
    let most = 50
    guard count > most else { return self }
    var counts: [String: Int] = [:]
    var left: [Diagnostic] = []
    var firstDropped: [Diagnostic] = []
    for diagnostic in self {
      let count = counts[diagnostic.code, default: 0] + 1
      counts[diagnostic.code] = count
      if count <= most { left.append(diagnostic) }
      if count == most + 1 { firstDropped.append(diagnostic) }
    }
    for dropped in firstDropped {
      let more = (counts[dropped.code] ?? 0) - most
      left.append(
        Diagnostic(
          dropped.severity, code: "file.more-of-these", "\(more) more like this are not shown [\(dropped.code)]",
          at: dropped.location, notes: [Note("mend those that are shown, then check again")]))
    }
    return left
  }
}
