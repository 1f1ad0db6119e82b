/// Reads what an `ArchiveWriter` wrote, in the order written.
///
/// One that was led astray gives zeros and empty texts from there on, and says so at the end: whoever reads asks
/// `isDamaged` once, before anything that was read is used.
public struct ArchiveReader: Sendable {
  /// The archive itself: nothing of it is copied but what is asked for.
  private let archive: String
  private let texts: [String]
  private var index: Int
  private let end: Int
  /// Whether something was read that was never written; set, too, by who reads what makes no sense.
  public var isDamaged = false

  /// Nil where the text is no archive, or not as it was written.
  ///
  /// - Complexity: linear in the length.
  public init?(_ archive: String) {
    var archive = archive
    archive.makeContiguousUTF8()
    let start = ArchiveCoding.header.count + ArchiveCoding.fixedCount
    guard archive.utf8.count > start, archive.utf8.starts(with: ArchiveCoding.header),
      ArchiveCoding.fixedDigits(ArchiveCoding.checksum(archive, from: start)).elementsEqual(
        archive.utf8.dropFirst(ArchiveCoding.header.count).prefix(ArchiveCoding.fixedCount))
    else { return nil }
    var head = ArchiveReader(archive: archive, texts: [], index: start, end: archive.utf8.count)
    let texts = head.readHeldTexts()
    if head.isDamaged { return nil }
    self.init(archive: archive, texts: texts, index: head.index, end: archive.utf8.count)
  }

  private init(archive: String, texts: [String], index: Int, end: Int) {
    self.archive = archive
    self.texts = texts
    self.index = index
    self.end = end
  }

  private mutating func readHeldTexts() -> [String] {
    readList { $0.readProse() }
  }

  /// Whether all was read, and nothing else.
  public var isAtEnd: Bool { index == end && !isDamaged }

  public mutating func readBits() -> UInt64 {
    var number: UInt64 = 0
    var shift: UInt64 = 0
    let archive = archive
    let bytes = archive.utf8Span.span
    while index < end, shift < 65 {
      let digit = bytes[index] &- ArchiveCoding.zero
      index += 1
      number |= UInt64(digit & 31) << shift
      if digit < ArchiveCoding.more { return number }
      shift += 5
    }
    isDamaged = true
    return 0
  }

  public mutating func readNumber() -> Int {
    if let number = Int(exactly: readBits()) { return number }
    isDamaged = true
    return 0
  }

  /// How many follow, each of at least one byte.
  public mutating func readCount() -> Int {
    let count = readNumber()
    if count <= end - index { return count }
    isDamaged = true
    return 0
  }

  public mutating func readFlag() -> Bool { readBits() == 1 }

  public mutating func readDouble() -> Double { Double(bitPattern: readBits()) }

  public mutating func readText() -> String {
    let number = readNumber()
    if texts.indices.contains(number) { return texts[number] }
    isDamaged = true
    return ""
  }

  /// What `write(prose:)` wrote.
  public mutating func readProse() -> String {
    let length = readCount()
    let archive = archive
    let bytes = archive.utf8Span.span.extracting(index..<(index + length))
    index += length
    if let text = try? UTF8Span(validating: bytes) { return String(copying: text) }
    isDamaged = true
    return ""
  }

  public mutating func readOptionalProse() -> String? { readOptional { $0.readProse() } }

  /// A case by its place among all cases; `otherwise` where there is none at that place.
  @inlinable
  public mutating func readChoice<Choice: CaseIterable>(otherwise: Choice) -> Choice
  where Choice.AllCases.Index == Int {
    let number = readNumber()
    if Choice.allCases.indices.contains(number) { return Choice.allCases[number] }
    isDamaged = true
    return otherwise
  }

  @inlinable
  public mutating func readOptional<Value>(_ read: (inout ArchiveReader) -> Value) -> Value? {
    readFlag() ? read(&self) : nil
  }

  public mutating func readOptionalText() -> String? { readOptional { $0.readText() } }

  @inlinable
  public mutating func readList<Value>(_ read: (inout ArchiveReader) -> Value) -> [Value] {
    let count = readCount()
    var values: [Value] = []
    values.reserveCapacity(count)
    for _ in 0..<count { values.append(read(&self)) }
    return values
  }

  public mutating func readTexts() -> [String] { readList { $0.readText() } }

  /// A reader of the part that follows; this one steps over it.
  public mutating func readPart() -> ArchiveReader {
    let count = readCount()
    let part = ArchiveReader(archive: archive, texts: texts, index: index, end: index + count)
    index += count
    return part
  }
}
