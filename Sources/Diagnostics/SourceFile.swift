internal import Synchronization

/// The bytes of one input and the name to show for it. Immutable, shared by reference.
///
/// A document taken from a stream is a `SourceFile` of its own that holds just its bytes; `firstLine` then says on
/// which line of the stream it begins, so that positions are those of the stream.
public final class SourceFile: Sendable {
  /// The name as the user knows it: a path as typed, or `<standard input>`.
  public let name: String
  /// The content, exactly as read.
  public var bytes: [UInt8] { given ?? content?.bytes ?? [] }
  /// How many bytes it has.
  public let count: Int
  private let given: [UInt8]?
  private let content: HeldText?
  /// The line, counted from 1, on which `bytes` begins.
  public let firstLine: Int

  public init(name: String, bytes: [UInt8], firstLine: Int = 1) {
    self.name = name
    given = bytes
    content = nil
    count = bytes.count
    self.firstLine = firstLine
  }

  /// A file whose text the program holds already: bytes are made of it only when they are asked for.
  public init(name: String, text: String) {
    self.name = name
    given = nil
    content = HeldText(text)
    count = text.utf8.count
    firstLine = 1
  }

  /// The place of a byte offset, for showing. Offsets beyond the end give the end.
  ///
  /// - Complexity: linear in `offset`; who resolves many uses `LineIndex`.
  public func position(of offset: Int) -> Position {
    LineIndex(self).position(of: offset)
  }
}

/// A text, and its bytes once somebody needed them.
private final class HeldText: Sendable {
  private final class Bytes: Sendable {
    let bytes: [UInt8]

    init(_ bytes: [UInt8]) {
      self.bytes = bytes
    }
  }

  private let text: String
  private let made = AtomicLazyReference<Bytes>()

  init(_ text: String) {
    self.text = text
  }

  var bytes: [UInt8] { (made.load() ?? made.storeIfNil(Bytes(Array(text.utf8)))).bytes }
}

/// A half-open range of byte offsets in one `SourceFile`.
public struct SourceRange: Sendable, Hashable, BitwiseCopyable {
  /// Offset of the first byte.
  public var start: UInt32
  /// Offset after the last byte.
  public var end: UInt32

  public init(start: Int, end: Int) {
    self.start = UInt32(clamping: start)
    self.end = UInt32(clamping: Swift.max(start, end))
  }

  /// The bytes' range for subscripting.
  public var offsets: Range<Int> { Int(start)..<Int(end) }
}

/// A range in a file.
public struct Location: Sendable {
  public let file: SourceFile
  public let range: SourceRange

  public init(file: SourceFile, range: SourceRange) {
    self.file = file
    self.range = range
  }
}

/// A place as people count: line and column from 1, columns in Unicode scalars.
public struct Position: Sendable, Hashable, Comparable {
  public let line: Int
  public let column: Int

  public init(line: Int, column: Int) {
    self.line = line
    self.column = column
  }

  public static func < (left: Position, right: Position) -> Bool {
    (left.line, left.column) < (right.line, right.column)
  }
}
