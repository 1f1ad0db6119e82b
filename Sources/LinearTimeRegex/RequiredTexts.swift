/// Texts of which every match of a pattern holds at least one: where a text holds none of them, there is nothing to match.
///
/// They are in lower case as far as they are ASCII, and hold no space. So a text whose parts were replaced by spaces holds
/// none that it did not hold before.
public struct RequiredTexts: Sendable, Hashable {
  public let texts: [String]
  private let bytes: [[UInt8]]

  public init(_ texts: [String]) {
    self.texts = texts
    bytes = texts.map { Array($0.utf8) }
  }

  init(_ bytes: [[UInt8]]) {
    self.bytes = bytes
    texts = bytes.map { String(decoding: $0, as: UTF8.self) }
  }

  /// Whether one of them is in the text, or may be.
  func mayBe(in text: FoldedText) -> Bool { bytes.contains { text.mayHold($0) } }
}

/// A text made ready for looking up other texts in it, without regard to the case of the letters of ASCII.
public struct FoldedText: Sendable {
  private let bytes: [UInt8]
  /// A bit for each two bytes that stand next to each other, by `Self.place`.
  private var pairs = [UInt64](repeating: 0, count: 64)
  /// Whether it has a letter beyond ASCII that folds into ASCII: the long s or the sign for kelvin.
  private let foldsIntoASCII: Bool

  /// - Complexity: linear in the text.
  public init(_ text: String) {
    var bytes = Array(text.utf8)
    var last: UInt8 = 0
    var foldsIntoASCII = false
    for index in bytes.indices {
      let byte = bytes[index]
      if byte >= 0x41, byte <= 0x5A { bytes[index] = byte | 0x20 }
      if byte == 0xBF, last == 0xC5 { foldsIntoASCII = true }
      if byte == 0xAA, last == 0x84, index > 1, bytes[index - 2] == 0xE2 { foldsIntoASCII = true }
      let place = Self.place(last, bytes[index])
      if index > 0 { pairs[place >> 6] |= 1 << UInt64(place & 63) }
      last = bytes[index]
    }
    self.bytes = bytes
    self.foldsIntoASCII = foldsIntoASCII
  }

  private static func place(_ first: UInt8, _ second: UInt8) -> Int { (Int(first) &* 61 &+ Int(second)) & 4095 }

  func mayHold(_ other: [UInt8]) -> Bool {
    if foldsIntoASCII { return true }
    guard let first = other.first else { return true }
    for index in other.indices.dropFirst() {
      let place = Self.place(other[index - 1], other[index])
      if pairs[place >> 6] >> UInt64(place & 63) & 1 == 0 { return false }
    }
    guard bytes.count >= other.count else { return false }
    return (0...bytes.count - other.count).contains { start in
      bytes[start] == first && bytes[start..<start + other.count].elementsEqual(other)
    }
  }
}
