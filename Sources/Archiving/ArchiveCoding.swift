/// What writer and reader of an archive agree on.
enum ArchiveCoding {
  private struct Sums {
    private var sum: UInt64 = 1
    private var sumOfSums: UInt64 = 0

    mutating func add(_ byte: UInt8) {
      sum &+= UInt64(byte)
      sumOfSums &+= sum
    }

    var joined: UInt64 { sumOfSums &<< 24 ^ sum }
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
    // Each quarter has sums of its own, so that a processor works on all four at once.
    var (first, second, third, fourth) = (Sums(), Sums(), Sums(), Sums())
    let bytes = archive.utf8Span.span
    let quarter = (bytes.count - start) / 4
    for index in start..<(start + quarter) {
      first.add(bytes[index])
      second.add(bytes[index + quarter])
      third.add(bytes[index + 2 * quarter])
      fourth.add(bytes[index + 3 * quarter])
    }
    for index in (start + 4 * quarter)..<bytes.count { fourth.add(bytes[index]) }
    return [first, second, third, fourth].reduce(0) { ($0 &* 31) ^ $1.joined }
  }
}
