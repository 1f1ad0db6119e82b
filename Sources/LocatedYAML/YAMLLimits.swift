/// How much of an input is read before it is refused, each with a diagnostic of its own.
public struct YAMLLimits: Sendable {
  /// Bytes of one document (`yaml.too-large`).
  public var bytes = 4_194_304
  /// Collections inside each other (`yaml.too-deep`).
  public var depth = 64
  /// Nodes of one document after its aliases are written out (`yaml.too-many-nodes`).
  public var nodes = 250_000
  /// Aliases in one document (`yaml.too-many-aliases`).
  public var aliases = 100

  /// Far beyond what a project, a pack or a review record needs.
  public static let `default` = YAMLLimits()

  public init() {}
}
