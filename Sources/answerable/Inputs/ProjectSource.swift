internal import Crypto
internal import Diagnostics
internal import LocalFiles
internal import LocatedYAML

/// A file or standard input with project descriptions, read one document at a time.
final class ProjectSource {
  /// A document, and the digest of what a review record binds to.
  struct Item {
    var document: Diagnosed<YAMLDocument>
    var digest: String
    /// Whether it is the only one of its file.
    var isAlone: Bool
  }

  private var reader: YAMLReader
  private let hasher: Hasher
  private var ahead: Diagnosed<YAMLDocument>?
  private var count = 0

  /// The digest of all bytes read so far.
  private final class Hasher {
    var hash = SHA256()
  }

  /// What messages call standard input.
  static let standardInputName = "<standard input>"

  /// Standard input where the path is `-`.
  convenience init(_ path: String) throws {
    let name = path == "-" ? Self.standardInputName : path
    let stream = path == "-" ? ByteStream.standardInput(name: name) : try ByteStream(path)
    self.init(name: name) { try stream.next() }
  }

  /// Standard input that was read already.
  convenience init(standardInput bytes: [UInt8]) {
    var left: [UInt8]? = bytes
    self.init(name: Self.standardInputName) {
      defer { left = nil }
      return left
    }
  }

  private init(name: String, nextChunk: @escaping () throws -> [UInt8]?) {
    let hasher = Hasher()
    self.hasher = hasher
    reader = YAMLReader(name: name) {
      let chunk = try nextChunk()
      if let chunk { hasher.hash.update(data: chunk) }
      return chunk
    }
  }

  /// The next document; nil at the end. Throws a `FileProblem` where reading fails.
  func next() throws -> Item? {
    if count == 0 { ahead = try reader.next() }
    guard let current = ahead else { return nil }
    count += 1
    ahead = try reader.next()
    let isAlone = count == 1 && ahead == nil
    let digest = isAlone ? Digest.hexadecimal(hasher.hash.finalize()) : Digest.of(current.value.file.bytes)
    return Item(document: current, digest: digest, isAlone: isAlone)
  }
}
