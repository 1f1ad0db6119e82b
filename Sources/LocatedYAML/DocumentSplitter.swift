internal import Glibc

/// Cuts a stream into its documents at lines that begin with `---` or `...`, holding one document at a time.
///
/// Such a line ends a document wherever it stands (YAML 1.2.2, section 9.1.2), so the cut needs no knowledge of what
/// the document holds, and a document that is wrong does not take those after it with it.
struct DocumentSplitter {
  /// The bytes of one document, from its directives or its `---` to the next marker.
  struct Slice {
    var bytes: [UInt8]
    var firstLine: Int
    var isTooLarge: Bool
    /// Whether it goes on so long that the rest of the stream was left unread.
    var isEndless: Bool
  }

  private enum Marker { case none, start, end }

  private let limit: Int
  private let skipLimit: Int
  private let nextChunk: () throws -> [UInt8]?
  private var buffer: [UInt8] = []
  /// Where the next line begins that was not looked at.
  private var scanned = 0
  private var sliceStart = 0
  private var line = 1
  private var sliceLine = 1
  private var isAtEnd = false
  private var hasContent = false
  private var hasMarker = false
  private var isSkipping = false
  /// Whether the beginning of the line at `scanned` was skipped.
  private var isInsideLine = false
  /// Bytes of the present document that were skipped.
  private var skipped = 0

  init(limit: Int, skipLimit: Int, nextChunk: @escaping () throws -> [UInt8]?) {
    self.limit = limit
    self.skipLimit = skipLimit
    self.nextChunk = nextChunk
  }

  /// The next document, or nil at the end of the stream. Throws what reading the stream throws.
  mutating func next() throws -> Slice? {
    while true {
      guard let end = try endOfLine() else {
        return hasContent || hasMarker ? take(upTo: buffer.count) : nil
      }
      let isFirst = scanned == 0 && line == 1
      let start = isFirst && buffer.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : scanned
      switch isInsideLine ? .none : marker(at: start, end: end) {
      case .start:
        if hasContent || hasMarker {
          let slice = take(upTo: scanned)
          hasMarker = true
          advance(to: end)
          return slice
        }
        hasMarker = true
        advance(to: end)
        noteContent(from: min(sliceStart + 3, end), to: end)
      case .end:
        advance(to: end)
        if hasContent || hasMarker { return take(upTo: end) }
        sliceStart = end
        sliceLine = line
      case .none:
        if !hasContent { noteContent(from: scanned, to: end) }
        advance(to: end)
      }
      shedExcess()
    }
  }

  private mutating func advance(to end: Int) {
    scanned = end
    line += 1
    isInsideLine = false
  }

  /// A line that is neither blank nor a comment nor a directive begins the document's content.
  private mutating func noteContent(from start: Int, to end: Int) {
    var index = start
    while index < end, buffer[index] == 0x20 || buffer[index] == 0x09 || buffer[index] == 0x0A || buffer[index] == 0x0D
    {
      index += 1
    }
    guard index < end, buffer[index] != UInt8(ascii: "#") else { return }
    if buffer[index] == UInt8(ascii: "%"), index == start { return }
    if index == start, buffer[index...].starts(with: [0xEF, 0xBB, 0xBF]) {
      return noteContent(from: index + 3, to: end)
    }
    hasContent = true
  }

  private mutating func take(upTo end: Int) -> Slice {
    let slice = Slice(
      bytes: isSkipping ? [] : Array(buffer[sliceStart..<end]), firstLine: sliceLine, isTooLarge: isSkipping,
      isEndless: skipped > skipLimit)
    hasContent = false
    hasMarker = false
    isSkipping = false
    skipped = 0
    sliceStart = end
    sliceLine = line
    return slice
  }

  /// What is skipped, or was taken, need not stay in memory.
  private mutating func shedExcess() {
    if scanned - sliceStart > limit {
      isSkipping = true
      sliceStart = scanned
    } else if isSkipping {
      skipped += scanned - sliceStart
      sliceStart = scanned
    }
    if skipped > skipLimit { abandon() }
  }

  /// Reads nothing more: what goes on for ever is no stream of projects.
  private mutating func abandon() {
    isAtEnd = true
    hasContent = true
    buffer.removeAll()
    (scanned, sliceStart) = (0, 0)
  }

  private func marker(at start: Int, end: Int) -> Marker {
    guard end - start >= 3 else { return .none }
    let first = buffer[start]
    guard first == UInt8(ascii: "-") || first == UInt8(ascii: ".") else { return .none }
    guard buffer[start + 1] == first, buffer[start + 2] == first else { return .none }
    if end - start > 3 {
      switch buffer[start + 3] {
      case 0x20, 0x09, 0x0A, 0x0D: break
      default: return .none
      }
    }
    return first == UInt8(ascii: "-") ? .start : .end
  }

  /// The offset after the line at `scanned`, its line ending included; nil at the end of the stream.
  private mutating func endOfLine() throws -> Int? {
    var index = scanned
    while true {
      index = lineBreak(from: index)
      if index < buffer.count {
        if buffer[index] == 0x0A { return index + 1 }
        if index + 1 < buffer.count { return buffer[index + 1] == 0x0A ? index + 2 : index + 1 }
        if isAtEnd { return index + 1 }
      }
      if isAtEnd { return scanned < buffer.count ? buffer.count : nil }
      if buffer.count - scanned > limit {
        // One line beyond the limit: drop what was read of it, so that memory stays bounded.
        isSkipping = true
        hasContent = true
        isInsideLine = true
        skipped += buffer.count
        buffer.removeAll(keepingCapacity: true)
        (index, scanned, sliceStart) = (0, 0, 0)
        if skipped > skipLimit {
          abandon()
          return nil
        }
      } else if sliceStart > 0 {
        buffer.removeFirst(sliceStart)
        index -= sliceStart
        scanned -= sliceStart
        sliceStart = 0
      }
      if let chunk = try nextChunk() {
        if buffer.isEmpty { buffer = chunk } else { buffer.append(contentsOf: chunk) }
      } else {
        isAtEnd = true
      }
    }
  }

  /// The offset of the first LF or CR at or behind an offset; the end of the buffer where there is none.
  private func lineBreak(from start: Int) -> Int {
    // SAFETY: `memchr` reads from `start`, which is at most `count`, to the end found so far, inside the buffer's scope.
    unsafe buffer.withUnsafeBytes { bytes in
      guard let base = bytes.baseAddress, start < bytes.count else { return bytes.count }
      var end = bytes.count
      for byte: Int32 in [0x0A, 0x0D] {
        if let found = unsafe memchr(base + start, byte, end - start) {
          end = unsafe base.distance(to: UnsafeRawPointer(found))
        }
      }
      return end
    }
  }
}
