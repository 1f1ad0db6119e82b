/// Writes numbers and texts one behind the other, as one text that `ArchiveReader` reads back.
///
/// The archive is a text, and all but the texts in it is printable ASCII: a compiler takes a long literal in no time, and
/// a long list of numbers never. Each text is held once.
public struct ArchiveWriter {
  private var body: [UInt8] = []
  private var texts: [String] = []
  /// By its bytes, since texts that are only canonically equivalent are different texts here.
  private var places: [[UInt8]: Int] = [:]

  public init() {}

  /// A number that is not negative.
  public mutating func write(_ number: Int) { write(bits: UInt64(number)) }

  /// A number as its bits, in groups of five, the lowest first.
  public mutating func write(bits: UInt64) { body += ArchiveCoding.digits(bits) }

  public mutating func write(_ flag: Bool) { write(flag ? 1 : 0) }

  /// The same bits are read back, whatever they stand for.
  public mutating func write(_ number: Double) { write(bits: number.bitPattern) }

  public mutating func write(_ text: String) {
    let bytes = Array(text.utf8)
    if let known = places[bytes] { return write(known) }
    places[bytes] = texts.count
    write(texts.count)
    texts.append(text)
  }

  /// A text that is written nowhere else, and that is not even looked at until it is read.
  public mutating func write(prose text: String) {
    let bytes = Array(text.utf8)
    write(bytes.count)
    body += bytes
  }

  public mutating func write(prose text: String?) { write(text) { $1.write(prose: $0) } }

  /// A case by its place among all cases.
  public mutating func write<Choice: CaseIterable & Equatable>(_ choice: Choice) {
    write(Choice.allCases.enumerated().first { $0.element == choice }?.offset ?? 0)
  }

  /// A value that may be missing.
  public mutating func write<Value>(_ value: Value?, with write: (Value, inout ArchiveWriter) -> Void) {
    self.write(value != nil)
    if let value { write(value, &self) }
  }

  public mutating func write(_ text: String?) { write(text) { $1.write($0) } }

  /// Values one behind the other, after their number.
  public mutating func write<Values: Collection>(
    _ values: Values, with write: (Values.Element, inout ArchiveWriter) -> Void
  ) {
    self.write(values.count)
    for value in values { write(value, &self) }
  }

  public mutating func write(_ texts: [String]) { write(texts) { $1.write($0) } }

  /// A part that a reader can step over.
  public mutating func part(_ write: (inout ArchiveWriter) -> Void) {
    let start = body.count
    write(&self)
    body.insert(contentsOf: ArchiveCoding.digits(UInt64(body.count - start)), at: start)
  }

  /// The archive: a checksum, the texts, then everything in the order written.
  public var archive: String {
    var content = ArchiveCoding.digits(UInt64(texts.count))
    for text in texts { content += ArchiveCoding.digits(UInt64(text.utf8.count)) + Array(text.utf8) }
    content += body
    let text = String(decoding: content, as: UTF8.self)
    let head = ArchiveCoding.header + ArchiveCoding.fixedDigits(ArchiveCoding.checksum(text))
    return String(decoding: head, as: UTF8.self) + text
  }
}
