/// Turns byte offsets of one file into lines and columns, after one pass over the bytes.
///
/// Lines end at LF, CR or CR LF, as YAML's do. A byte order mark at the start takes no column.
public struct LineIndex: Sendable {
  private let file: SourceFile
  private let starts: [Int]

  /// - Complexity: linear in the size of the file.
  public init(_ file: SourceFile) {
    self.file = file
    var starts = [file.bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0]
    let bytes = file.bytes
    var index = 0
    while index < bytes.count {
      let byte = bytes[index]
      index += 1
      if byte == 0x0A {
        starts.append(index)
      } else if byte == 0x0D, index == bytes.count || bytes[index] != 0x0A {
        starts.append(index)
      }
    }
    self.starts = starts
  }

  /// The place of a byte offset. Offsets beyond the end give the end.
  ///
  /// - Complexity: logarithmic in the number of lines, linear in the length of the line.
  public func position(of offset: Int) -> Position {
    let offset = min(max(offset, 0), file.bytes.count)
    let line = lineNumber(containing: offset)
    var column = 1
    var index = starts[line]
    while index < offset {
      if file.bytes[index] & 0xC0 != 0x80 { column += 1 }
      index += 1
    }
    return Position(line: file.firstLine + line, column: column)
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
