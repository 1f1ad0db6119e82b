public import Diagnostics
internal import LocatedYAML

/// What a document of a policy says of itself in its first lines.
public struct PolicyFileHeader: Sendable, Hashable {
  public enum Kind: String, Sendable {
    case foundation = "foundation/1"
    case pack = "pack/1"
    case tests = "pack-tests/1"
  }

  /// Nil where it is none of these.
  public let kind: Kind?
  public let id: String?

  /// The headers of a file's documents; none where it can't be read as YAML.
  public static func read(_ file: SourceFile) -> [PolicyFileHeader] {
    YAMLReader.read(file).value.compactMap(\.root).map { root in
      PolicyFileHeader(
        kind: root.value(forKey: "answerable")?.scalar.flatMap { Kind(rawValue: $0.text) },
        id: root.value(forKey: "id")?.scalar?.text)
    }
  }
}
