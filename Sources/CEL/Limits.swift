/// How much an expression may ask for. Each limit has an error of its own, and none is absorbed by `||` or `&&`.
public struct Limits: Sendable {
  /// Code points of source (`cel.too-long`).
  public var sourceLength = 100_000
  /// Parentheses, calls, lists, macros and operators inside each other (`cel.too-deep`).
  public var depth = 250
  /// Nodes of one expression (`cel.too-many-nodes`).
  public var nodes = 100_000
  /// What one evaluation may do, in units: each step of a macro counts as many as its body has nodes, each item that is
  /// made or compared as one, each eight bytes of text as one. Beyond it the result is an error.
  public var budget = 1_000_000

  /// What an expression that people write never reaches.
  public static let `default` = Limits()

  public init() {}
}
