/// How much of an input is read before it is refused, each with a diagnostic of its own.
public struct YAMLLimits: Sendable {
  /// Bytes of one document (`yaml.too-large`).
  public var bytes = 1_048_576
  /// Bytes of a document beyond `bytes` that are skipped to find the next one; then the rest of the stream is left unread.
  public var skippedBytes = 16_777_216
  /// Collections inside each other (`yaml.too-deep`).
  public var depth = 64
  /// Nodes of one document after its aliases are written out (`yaml.too-many-nodes`).
  public var nodes = 50_000
  /// Aliases in one document (`yaml.too-many-aliases`).
  public var aliases = 100

  /// Far beyond what a project, a pack or a review record needs.
  public static let `default` = YAMLLimits()

  public init() {}
}
