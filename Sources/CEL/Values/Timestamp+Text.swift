extension Timestamp {
  /// Reads RFC 3339 with upper-case letters, such as `2026-03-01T12:00:00.5+08:00`; nil where it is none, where there is
  /// no such moment, or outside the years 1 to 9999. Digits behind the ninth of a second are dropped.
  public init?(rfc3339 text: String) {
    var scanner = DigitScanner(text)
    guard let year = scanner.number(digits: 4), scanner.take("-"), let month = scanner.number(digits: 2),
      scanner.take("-"), let dayOfMonth = scanner.number(digits: 2), scanner.take("T"),
      let hour = scanner.number(digits: 2), scanner.take(":"), let minute = scanner.number(digits: 2),
      scanner.take(":"), let second = scanner.number(digits: 2), hour < 24, minute < 60, second < 60
    else { return nil }
    var nanoseconds = 0
    if scanner.take(".") {
      guard let fraction = scanner.fraction(digits: 9) else { return nil }
      nanoseconds = fraction
    }
    guard let offset = scanner.offset(), scanner.isAtEnd,
      let date = CivilDate(year: year, month: month, dayOfMonth: dayOfMonth)
    else { return nil }
    let seconds = date.day * 86_400 + hour * 3_600 + minute * 60 + second - offset
    self.init(seconds: Int64(seconds), nanoseconds: Int32(nanoseconds))
  }

  /// RFC 3339 in UTC, with as many digits of a second as are needed.
  public var rfc3339: String {
    let rest = Int(seconds) - day * 86_400
    let time = [rest / 3_600, rest / 60 % 60, rest % 60].map { CivilDate.padded($0, 2) }.joined(separator: ":")
    return "\(CivilDate(day: day))T\(time)\(Self.fraction(Int(nanoseconds)))Z"
  }

  /// `.5` for half a second; nothing for none.
  static func fraction(_ nanoseconds: Int) -> String {
    guard nanoseconds != 0 else { return "" }
    var digits = CivilDate.padded(nanoseconds, 9)
    while digits.utf8.last == UInt8(ascii: "0") { digits.removeLast() }
    return "." + digits
  }
}

/// Reads the fixed-width numbers of dates and offsets.
struct DigitScanner {
  private let bytes: [UInt8]
  private var index = 0

  init(_ text: String) {
    bytes = Array(text.utf8)
  }

  var isAtEnd: Bool { index == bytes.count }

  mutating func take(_ character: Unicode.Scalar) -> Bool {
    guard index < bytes.count, UInt32(bytes[index]) == character.value else { return false }
    index += 1
    return true
  }

  mutating func number(digits: Int) -> Int? {
    guard index + digits <= bytes.count else { return nil }
    var value = 0
    for byte in bytes[index..<index + digits] {
      guard (0x30...0x39).contains(byte) else { return nil }
      value = value * 10 + Int(byte - 0x30)
    }
    index += digits
    return value
  }

  /// The digits of a fraction, cut or filled up to a width.
  mutating func fraction(digits: Int) -> Int? {
    var value = 0
    var count = 0
    while let digit = number(digits: 1) {
      if count < digits { value = value * 10 + digit }
      count += 1
    }
    guard count > 0 else { return nil }
    for _ in 0..<max(0, digits - count) { value *= 10 }
    return value
  }

  /// `Z` or `±hh:mm`, in seconds east of UTC.
  mutating func offset() -> Int? {
    if take("Z") { return 0 }
    let isWest = take("-")
    guard isWest || take("+") else { return nil }
    return hoursAndMinutes().map { isWest ? -$0 : $0 }
  }

  /// `hh:mm`, in seconds.
  mutating func hoursAndMinutes() -> Int? {
    guard let hours = number(digits: 2), take(":"), let minutes = number(digits: 2), hours < 24, minutes < 60 else {
      return nil
    }
    return hours * 3_600 + minutes * 60
  }
}
