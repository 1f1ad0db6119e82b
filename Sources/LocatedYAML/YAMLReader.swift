public import Diagnostics

/// Reads a stream of YAML documents, one at a time, in memory bounded by the largest document.
///
/// Whatever the bytes are, the result is a document or a diagnostic (`yaml.*`): never a crash, never a guess. A document
/// that can't be read has no root and at least one error; those after it are still read.
public struct YAMLReader {
  private var splitter: DocumentSplitter
  private let name: String
  private let limits: YAMLLimits
  private var number = 0

  /// Reads from chunks as they come; nil ends the stream.
  public init(name: String, limits: YAMLLimits = .default, nextChunk: @escaping () throws -> [UInt8]?) {
    self.name = name
    self.limits = limits
    splitter = DocumentSplitter(limit: limits.bytes, skipLimit: limits.skippedBytes, nextChunk: nextChunk)
  }

  /// The next document, or nil at the end. Throws what reading a chunk throws.
  public mutating func next() throws -> Diagnosed<YAMLDocument>? { try nextUnread()?.read() }

  /// The bytes of the next document, which may be read later and on another thread; nil at the end. Throws what reading a
  /// chunk throws.
  public mutating func nextUnread() throws -> Unread? {
    guard let slice = try splitter.next() else { return nil }
    number += 1
    let file = SourceFile(name: name, bytes: slice.bytes, firstLine: slice.firstLine)
    return Unread(
      file: file, number: number, limits: limits, isTooLarge: slice.isTooLarge, isEndless: slice.isEndless)
  }

  /// A document of a stream as bytes.
  public struct Unread: Sendable {
    /// Its bytes alone; none where it is too large.
    public let file: SourceFile
    fileprivate let number: Int
    fileprivate let limits: YAMLLimits
    fileprivate let isTooLarge: Bool
    fileprivate let isEndless: Bool

    public func read() -> Diagnosed<YAMLDocument> {
      guard isTooLarge else { return YAMLReader.readDocument(file, number: number, limits: limits) }
      let document = YAMLDocument(file: file, number: number, root: nil)
      let location = Location(file: file, range: SourceRange(start: 0, end: 0))
      return Diagnosed(document, diagnostics: [Messages.tooLarge(limits.bytes, isEndless: isEndless, at: location)])
    }
  }

  /// All documents of a file.
  public static func read(_ file: SourceFile, limits: YAMLLimits = .default) -> Diagnosed<[YAMLDocument]> {
    var isRead = false
    var reader = YAMLReader(name: file.name, limits: limits) {
      defer { isRead = true }
      return isRead ? nil : file.bytes
    }
    var result = Diagnosed<[YAMLDocument]>([])
    while let next = try? reader.next() {
      result.value.append(next.value)
      result.diagnostics += next.diagnostics
    }
    return result
  }

  fileprivate static func readDocument(_ file: SourceFile, number: Int, limits: YAMLLimits) -> Diagnosed<YAMLDocument> {
    let check = ByteCheck(file.bytes)
    if let problem = check.problem {
      return Diagnosed(
        YAMLDocument(file: file, number: number, root: nil), diagnostics: [diagnostic(problem, in: file)])
    }
    var builder = DocumentBuilder(file: file, check: check, limits: limits)
    builder.build()
    return Diagnosed(
      YAMLDocument(file: file, number: number, root: builder.root), diagnostics: builder.diagnostics.condensed)
  }

  private static func diagnostic(_ problem: ByteCheck.Problem, in file: SourceFile) -> Diagnostic {
    func location(_ start: Int, _ length: Int) -> Location {
      Location(file: file, range: SourceRange(start: start, end: start + length))
    }
    switch problem {
    case .utf16: return Messages.utf16(at: location(0, min(2, file.bytes.count)))
    case .invalidUTF8(let offset): return Messages.invalidUTF8(at: location(offset, 1))
    case .byteOrderMark(let offset): return Messages.byteOrderMark(at: location(offset, 3))
    case .control(let offset, let scalar, let length):
      return Messages.controlCharacter(scalar, at: location(offset, length))
    case .loneReturn(let offset): return Messages.lineSeparator(0x0D, at: location(offset, 1))
    case .lineSeparator(let offset, let scalar, let length):
      return Messages.lineSeparator(scalar, at: location(offset, length))
    case .marks(let offset): return Messages.tooManyMarks(at: location(offset, 2))
    }
  }
}
