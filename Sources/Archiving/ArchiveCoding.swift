/// What writer and reader of an archive agree on.
enum ArchiveCoding {
  private struct Sums {
    private var sum: UInt64 = 1
    private var sumOfSums: UInt64 = 0

    /// Turned each time, so that the place of each bit counts.
    mutating func add(_ number: UInt64) {
      sum = (sum << 5 | sum >> 59) ^ number
      sumOfSums &+= sum
    }

    var joined: UInt64 { (sumOfSums &* 0x9E37_79B9_7F4A_7C15) ^ sum }
  }

  /// Of another form of archives this is another text.
  static let header = Array("archive/1 ".utf8)
  /// How many digits `fixedDigits` has.
  static let fixedCount = 13

  /// The digit for no bits at all; the others follow it in ASCII, none of which a literal would have to escape.
  static let zero = UInt8(ascii: "0")
  /// What is added to a digit that more follow.
  static let more: UInt8 = 32

  /// Five bits a digit, the lowest first.
  static func digits(_ number: UInt64) -> [UInt8] {
    var digits: [UInt8] = []
    var rest = number
    repeat {
      let low = UInt8(rest & 31)
      rest >>= 5
      digits.append(zero + low + (rest == 0 ? 0 : more))
    } while rest != 0
    return digits
  }

  /// The same, always in `fixedCount` digits.
  static func fixedDigits(_ number: UInt64) -> [UInt8] {
    (0..<fixedCount).map { zero + UInt8(number >> (5 * UInt64($0)) & 31) }
  }

  /// Tells what was damaged from what was written; it is no protection from somebody who means to deceive.
  static func checksum(_ archive: String, from start: Int = 0) -> UInt64 {
    let bytes = archive.utf8Span.span
    var sums = Sums()
    var index = start
    while bytes.count - index >= 8 {
      sums.add(word(bytes.extracting(index..<(index + 8))))
      index += 8
    }
    while index < bytes.count {
      sums.add(UInt64(bytes[index]))
      index += 1
    }
    return sums.joined
  }

  /// Eight bytes as one number, which a processor reads at once.
  @inline(__always)
  private static func word(_ bytes: Span<UInt8>) -> UInt64 {
    let low =
      UInt64(bytes[0]) | UInt64(bytes[1]) << 8 | UInt64(bytes[2]) << 16 | UInt64(bytes[3]) << 24
    let high =
      UInt64(bytes[4]) | UInt64(bytes[5]) << 8 | UInt64(bytes[6]) << 16 | UInt64(bytes[7]) << 24
    return low | high << 32
  }
}
