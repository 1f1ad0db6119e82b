internal import Crypto
public import Diagnostics
internal import LocalFiles
public import LocatedYAML

/// A file or standard input with project descriptions, read one document at a time.
public final class ProjectSource {
  /// A document, and the digest of what a review record binds to.
  public struct Item: Sendable {
    public var document: Diagnosed<YAMLDocument>
    public var digest: String
    /// Whether it is the only one of its file.
    public var isAlone: Bool
  }

  private var reader: YAMLReader
  private let hasher: Hasher
  private var ahead: YAMLReader.Unread?
  private var count = 0
  /// What was thrown behind documents that were handed out.
  private var pending: (any Error)?

  /// The digest of all bytes read so far.
  private final class Hasher {
    var hash = SHA256()
    var isNeeded = true
  }

  /// What messages call standard input.
  public static let standardInputName = "<standard input>"

  /// Standard input where the path is `-`.
  public convenience init(_ path: String) throws {
    let name = path == "-" ? Self.standardInputName : path
    let stream = path == "-" ? ByteStream.standardInput(name: name) : try ByteStream(path)
    self.init(name: name, isWaiting: { stream.isWaiting }) { try stream.next() }
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

  /// Whether reading on would wait for whoever sends.
  private let isWaiting: () -> Bool

  private init(
    name: String, isWaiting: @escaping () -> Bool = { false }, nextChunk: @escaping () throws -> [UInt8]?
  ) {
    let hasher = Hasher()
    self.isWaiting = isWaiting
    self.hasher = hasher
    reader = YAMLReader(name: name) {
      let chunk = try nextChunk()
      if let chunk, hasher.isNeeded { hasher.hash.update(data: chunk) }
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
    try nextUnread()?.read()
  }

  /// The bytes of the next document; nil at the end. Throws a `FileProblem` where reading fails.
  public func nextUnread() throws -> Unread? {
    if count == 0 { ahead = try reader.nextUnread() }
    guard let current = ahead else { return nil }
    count += 1
    ahead = try reader.nextUnread()
    let isAlone = count == 1 && ahead == nil
    // Of a stream of several nobody asks for the digest of the whole.
    if !isAlone { hasher.isNeeded = false }
    return Unread(document: current, streamDigest: isAlone ? Digest.hexadecimal(hasher.hash.finalize()) : nil)
  }

  /// Some of the next documents, at least one of them if there is one: few enough that they may all be in memory. What
  /// was thrown behind them is thrown by the next call.
  public func nextUnread(atMost most: Int) throws -> [Unread] {
    if let problem = pending {
      pending = nil
      throw problem
    }
    var documents: [Unread] = []
    var size = 0
    while documents.count < most, size < Self.mostBytesAtOnce {
      // Whoever sends slowly gets the reports on what is there.
      if !documents.isEmpty, isWaiting() { break }
      do {
        guard let next = try nextUnread() else { break }
        documents.append(next)
        size += next.document.file.bytes.count
      } catch {
        if documents.isEmpty { throw error }
        pending = error
        break
      }
    }
    return documents
  }

  /// Bytes of documents that are handed out together.
  private static let mostBytesAtOnce = 1_048_576

  /// A document that is still to be read, on whichever thread.
  public struct Unread: Sendable {
    fileprivate let document: YAMLReader.Unread
    /// Of all bytes of the file, where it holds nothing else.
    fileprivate let streamDigest: String?

    public func read() -> Item {
      Item(
        document: document.read(), digest: streamDigest ?? Digest.of(document.file.bytes), isAlone: streamDigest != nil)
    }
  }
}
