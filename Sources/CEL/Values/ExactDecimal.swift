/// The decimal digits of a double, every one of them: what rounding to a number of places has to start from.
struct ExactDecimal {
  /// The digits before the point, without leading zeros, and those behind it, without trailing zeros.
  private var whole: [UInt8]
  private var fraction: [UInt8]
  private let isNegative: Bool

  /// The value must be finite.
  init(_ value: Double) {
    isNegative = value.sign == .minus
    var mantissa = value.significandBitPattern
    var exponent = Int(value.exponentBitPattern)
    if exponent == 0 { exponent = 1 } else { mantissa |= 1 << 52 }
    exponent -= 1_075
    var digits = String(mantissa).utf8.map { $0 - 0x30 }
    // The mantissa times a power of two; a negative power is one of five, with the point moved.
    for _ in 0..<abs(exponent) where mantissa != 0 { Self.multiply(&digits, by: exponent > 0 ? 2 : 5) }
    let places = mantissa == 0 ? 0 : max(0, -exponent)
    if digits.count <= places { digits = Array(repeating: 0, count: places - digits.count + 1) + digits }
    whole = Array(digits.dropLast(places).drop { $0 == 0 })
    fraction = Array(digits.suffix(places))
    while fraction.last == 0 { fraction.removeLast() }
  }

  private static func multiply(_ digits: inout [UInt8], by factor: UInt8) {
    var carry: UInt8 = 0
    for index in digits.indices.reversed() {
      let product = digits[index] * factor + carry
      digits[index] = product % 10
      carry = product / 10
    }
    if carry > 0 { digits.insert(carry, at: 0) }
  }

  /// `123.50`: rounded to a number of places, halves to the even digit.
  func fixed(places: Int) -> String {
    var digits = [0] + whole + fraction.prefix(places)
    let filling = max(0, places - fraction.count)
    let rest = fraction.dropFirst(places)
    if Self.roundsUp(rest, after: digits.last ?? 0) { Self.increment(&digits) }
    digits += Array(repeating: 0, count: filling)
    var integer = digits.dropLast(places).drop { $0 == 0 }
    if integer.isEmpty { integer = [0] }
    let point = places > 0 ? "." + Self.text(digits.suffix(places)) : ""
    return (isNegative ? "-" : "") + Self.text(integer) + point
  }

  /// `1.235e+02`: one digit before the point, a number of places behind it, halves rounded to the even digit.
  func scientific(places: Int) -> String {
    let all = whole + fraction
    let leading = all.firstIndex { $0 != 0 }
    var exponent = leading.map { whole.count - 1 - $0 } ?? 0
    var digits = Array(all[(leading ?? all.endIndex)...])
    let rest = digits.dropFirst(places + 1)
    digits = [0] + digits.prefix(places + 1)
    if Self.roundsUp(rest, after: digits.last ?? 0) { Self.increment(&digits) }
    if digits[0] != 0 {
      exponent += 1
      digits.removeLast(digits.count > places + 1 ? 1 : 0)
    } else {
      digits.removeFirst()
    }
    digits += Array(repeating: 0, count: max(0, places + 1 - digits.count))
    let point = places > 0 ? "." + Self.text(digits[1...places]) : ""
    let size = String(abs(exponent))
    let sign = exponent < 0 ? "-" : "+"
    return (isNegative ? "-" : "") + Self.text(digits.prefix(1)) + point + "e" + sign + (size.utf8.count < 2 ? "0" : "")
      + size
  }

  private static func roundsUp(_ rest: ArraySlice<UInt8>, after last: UInt8) -> Bool {
    guard let first = rest.first, first >= 5 else { return false }
    return first > 5 || rest.dropFirst().contains { $0 != 0 } || last % 2 == 1
  }

  private static func increment(_ digits: inout [UInt8]) {
    var index = digits.count - 1
    while index >= 0, digits[index] == 9 {
      digits[index] = 0
      index -= 1
    }
    if index >= 0 { digits[index] += 1 }
  }

  private static func text(_ digits: some Sequence<UInt8>) -> String {
    String(decoding: digits.map { $0 + 0x30 }, as: UTF8.self)
  }
}
