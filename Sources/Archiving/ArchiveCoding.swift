/// What writer and reader of an archive agree on.
enum ArchiveCoding {
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
    var (sum, sumOfSums): (UInt64, UInt64) = (1, 0)
    let bytes = archive.utf8Span.span
    for index in start..<bytes.count {
      sum &+= UInt64(bytes[index])
      sumOfSums &+= sum
    }
    return sumOfSums &<< 24 ^ sum
  }
}
