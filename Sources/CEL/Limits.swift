/// How much an expression may ask for. Each limit has an error of its own, and none is absorbed by `||` or `&&`.
public struct Limits: Sendable {
  /// Code points of source (`cel.too-long`).
  public var sourceLength = 100_000
  /// Parentheses, calls, lists and macros inside each other (`cel.too-deep`).
  public var depth = 100
  /// Nodes of one expression (`cel.too-many-nodes`).
  public var nodes = 100_000
  /// Steps of all macros in one evaluation together; beyond it the result is an error.
  public var iterations = 100_000

  /// What a rule never needs to reach.
  public static let `default` = Limits()

  public init() {}
}
