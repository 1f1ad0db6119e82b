internal import Crypto
public import Diagnostics
internal import LocalFiles
public import LocatedYAML

/// A file or standard input with project descriptions, read one document at a time.
public final class ProjectSource {
  /// A document, and the digest of what a review record binds to.
  public struct Item {
    public var document: Diagnosed<YAMLDocument>
    public var digest: String
    /// Whether it is the only one of its file.
    public var isAlone: Bool
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
  public static let standardInputName = "<standard input>"

  /// Standard input where the path is `-`.
  public convenience init(_ path: String) throws {
    let name = path == "-" ? Self.standardInputName : path
    let stream = path == "-" ? ByteStream.standardInput(name: name) : try ByteStream(path)
    self.init(name: name) { try stream.next() }
  }

  /// Standard input that was read already.
  public convenience init(standardInput bytes: [UInt8]) { self.init(bytes, name: Self.standardInputName) }

  /// Bytes that were read already, under the name that messages give them.
  public convenience init(_ bytes: [UInt8], name: String) {
    var left: [UInt8]? = bytes
    self.init(name: name) {
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

  /// The one document of bytes. Throws a `Failure` where there is none, or more than one: nobody could tell which one is
  /// meant.
  public static func single(_ bytes: [UInt8], name: String) throws -> Item {
    try ProjectSource(bytes, name: name).single(name)
  }

  /// The one document. Throws a `Failure` where there is none, or more than one, and a `FileProblem` where reading fails.
  public func single(_ name: String) throws -> Item {
    guard let item = try next() else { throw Failure(.invalidInput, "`\(name)` is empty") }
    guard item.isAlone else {
      throw Failure(.invalidInput, "`\(name)` holds several projects: name a file that holds one")
    }
    return item
  }

  /// The next document; nil at the end. Throws a `FileProblem` where reading fails.
  public func next() throws -> Item? {
    if count == 0 { ahead = try reader.next() }
    guard let current = ahead else { return nil }
    count += 1
    ahead = try reader.next()
    let isAlone = count == 1 && ahead == nil
    let digest = isAlone ? Digest.hexadecimal(hasher.hash.finalize()) : Digest.of(current.value.file.bytes)
    return Item(document: current, digest: digest, isAlone: isAlone)
  }
}
