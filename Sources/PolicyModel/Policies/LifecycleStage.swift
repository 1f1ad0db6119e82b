/// A stage of a system's life, from the first idea to its end.
public enum LifecycleStage: Int, Sendable, CaseIterable, Comparable {
  case concept, design, development, test, fielding, operation, retirement

  /// The name in files: `fielding`.
  public var name: String {
    switch self {
    case .concept: "concept"
    case .design: "design"
    case .development: "development"
    case .test: "test"
    case .fielding: "fielding"
    case .operation: "operation"
    case .retirement: "retirement"
    }
  }

  /// The stage of that name.
  public init?(name: String) {
    guard let stage = Self.allCases.first(where: { $0.name == name }) else { return nil }
    self = stage
  }

  public static func < (left: LifecycleStage, right: LifecycleStage) -> Bool { left.rawValue < right.rawValue }
}

/// What a failed rule means for going on.
public enum Severity: Int, Sendable, CaseIterable, Comparable {
  /// Nothing offsets it.
  case blocker
  /// To be fixed or formally accepted before the gate.
  case major
  /// To be fixed by an agreed date.
  case moderate
  /// Good practice.
  case advisory

  /// The name in files: `blocker`.
  public var name: String {
    switch self {
    case .blocker: "blocker"
    case .major: "major"
    case .moderate: "moderate"
    case .advisory: "advisory"
    }
  }

  /// The severity of that name.
  public init?(name: String) {
    guard let severity = Self.allCases.first(where: { $0.name == name }) else { return nil }
    self = severity
  }

  /// The graver is the lesser.
  public static func < (left: Severity, right: Severity) -> Bool { left.rawValue < right.rawValue }
}
