/// Turns byte offsets of one file into lines and columns, after one pass over the bytes.
///
/// Lines end at LF, CR or CR LF, as YAML's do. A byte order mark at the start takes no column.
public struct LineIndex: Sendable {
  private let file: SourceFile
  private let starts: [Int]
  /// How many bytes before every 4096th byte continue a character, so that a long line need not be counted through.
  private let continuations: [Int]
  private let isASCII: Bool
  private static let stride = 4096

  /// - Complexity: linear in the size of the file.
  public init(_ file: SourceFile) {
    self.file = file
    var starts = [file.bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0]
    let bytes = file.bytes
    let span = bytes.span
    var continuations: [Int] = []
    var continued = 0
    for chunk in Swift.stride(from: 0, to: span.count, by: Self.stride) {
      continuations.append(continued)
      for index in chunk..<min(chunk + Self.stride, span.count) {
        let byte = span[index]
        // Of most bytes nothing else has to be asked.
        if byte > 0x0D, byte < 0x80 { continue }
        if byte & 0xC0 == 0x80 { continued += 1 }
        if byte == 0x0A || byte == 0x0D && (index + 1 == span.count || span[index + 1] != 0x0A) {
          starts.append(index + 1)
        }
      }
    }
    self.starts = starts
    self.continuations = continuations
    isASCII = continued == 0
  }

  /// The place of a byte offset. Offsets beyond the end give the end.
  ///
  /// - Complexity: logarithmic in the number of lines.
  public func position(of offset: Int) -> Position {
    let offset = min(max(offset, 0), file.bytes.count)
    let line = lineNumber(containing: offset)
    let start = min(starts[line], offset)
    let scalars = offset - start - continuedBytes(in: start..<offset)
    return Position(line: file.firstLine + line, column: 1 + scalars)
  }

  private func continuedBytes(in range: Range<Int>) -> Int {
    if isASCII { return 0 }
    if range.count > Self.stride {
      return continuedBytes(before: range.upperBound) - continuedBytes(before: range.lowerBound)
    }
    return range.reduce(0) { file.bytes[$1] & 0xC0 == 0x80 ? $0 + 1 : $0 }
  }

  private func continuedBytes(before offset: Int) -> Int {
    guard !continuations.isEmpty else { return 0 }
    let slot = min(offset / Self.stride, continuations.count - 1)
    var count = continuations[slot]
    for index in slot * Self.stride..<offset where file.bytes[index] & 0xC0 == 0x80 { count += 1 }
    return count
  }

  /// The byte range of the line (counted from 1 as shown), without its line ending; nil where there is no such line.
  public func range(ofLine shown: Int) -> Range<Int>? {
    let line = shown - file.firstLine
    guard starts.indices.contains(line) else { return nil }
    var end = line + 1 < starts.count ? starts[line + 1] : file.bytes.count
    while end > starts[line], file.bytes[end - 1] == 0x0A || file.bytes[end - 1] == 0x0D { end -= 1 }
    return starts[line]..<end
  }

  private func lineNumber(containing offset: Int) -> Int {
    var low = 0
    var high = starts.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if starts[middle] <= offset { low = middle } else { high = middle }
    }
    return low
  }
}
