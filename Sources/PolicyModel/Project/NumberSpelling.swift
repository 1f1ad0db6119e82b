/// How people write numbers that YAML takes for texts.
enum NumberSpelling {
  /// How many digits of a number say what it is: without zeros before the first other one, and behind the last of a fraction.
  static func digits(_ text: String) -> Int {
    let bytes = text.utf8.prefix { $0 | 0x20 != UInt8(ascii: "e") }
    var (count, zeros, isFraction) = (0, 0, false)
    for byte in bytes {
      switch byte {
      case UInt8(ascii: "."): isFraction = true
      case UInt8(ascii: "0"): if count > 0 { (count, zeros) = (count + 1, zeros + 1) }
      case UInt8(ascii: "1")...UInt8(ascii: "9"): (count, zeros) = (count + 1, 0)
      default: break
      }
    }
    return isFraction ? count - zeros : count
  }

  /// The number in plain digits, where the text is one with separators, its own unit behind it, or in quotes; nil
  /// otherwise. Another unit would make another number of it, and so would a comma that can be read in two ways.
  static func plain(_ text: String, unit: String?) -> String? {
    guard text.utf8.count <= 32 else { return nil }
    var digits = text.filter { !" _'\u{A0}".contains($0) }
    var behind = ""
    while let last = digits.last, last.isLetter || last == "%" || last == "°" {
      behind = String(digits.removeLast()) + behind
    }
    guard behind.isEmpty || behind == unit else { return nil }
    let parts = digits.split(separator: ",", omittingEmptySubsequences: false)
    if parts.count == 2, parts[1].count != 3, !digits.contains(".") {
      digits = parts.joined(separator: ".")
    } else if parts.count > 1 {
      let isGrouped = parts.dropFirst().dropLast().allSatisfy { $0.count == 3 } && (1...3).contains(parts[0].count)
      guard isGrouped, !parts[0].contains("."), parts[parts.count - 1].prefix(while: { $0 != "." }).count == 3 else {
        return nil
      }
      digits = parts.joined()
    }
    guard digits.allSatisfy({ "0123456789+-.eE".contains($0) }), Double(digits)?.isFinite == true else { return nil }
    return digits
  }
}
