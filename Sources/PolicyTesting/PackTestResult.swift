public import Diagnostics

/// What running the cases of packs showed.
public struct PackTestResult: Sendable {
  /// The figures of one pack.
  public struct PackFigures: Sendable {
    public let pack: String
    public var rules = 0
    public var cases = 0
    public var passed = 0
    /// Values of conditions that are to be seen, and that were.
    public var conditions = 0
    public var conditionsSeen = 0
    /// Values that no case can show, listed with a reason.
    public var impossible = 0
    public var mutants = 0
    public var killed = 0
    /// Survivors that are listed with a reason.
    public var equivalent = 0
  }

  public internal(set) var packs: [PackFigures] = []
  /// By pack and rule.
  public internal(set) var findings: [Diagnostic] = []
}
