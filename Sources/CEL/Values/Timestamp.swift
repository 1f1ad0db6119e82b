/// A moment: seconds since the beginning of 1970 in UTC, and nanoseconds, in the years 1 to 9999.
public struct Timestamp: Sendable, Hashable, Comparable, CustomStringConvertible {
  public let seconds: Int64
  public let nanoseconds: Int32

  static let range: ClosedRange<Int64> = -62_135_596_800...253_402_300_799

  /// Nil outside the years 1 to 9999.
  public init?(seconds: Int64, nanoseconds: Int32 = 0) {
    guard Self.range.contains(seconds), (0..<1_000_000_000).contains(nanoseconds) else { return nil }
    self.seconds = seconds
    self.nanoseconds = nanoseconds
  }

  /// The beginning of a day, counted from 1970-01-01; nil outside the years 1 to 9999.
  public init?(day: Int) {
    let (seconds, overflow) = Int64(day).multipliedReportingOverflow(by: 86_400)
    guard !overflow else { return nil }
    self.init(seconds: seconds)
  }

  /// The day that it falls on in UTC, counted from 1970-01-01.
  public var day: Int { Int(seconds >= 0 ? seconds / 86_400 : (seconds + 1) / 86_400 - 1) }

  public static func < (left: Timestamp, right: Timestamp) -> Bool {
    (left.seconds, left.nanoseconds) < (right.seconds, right.nanoseconds)
  }

  /// The date in ISO form; with the time in RFC 3339 where it is not the beginning of a day.
  public var description: String {
    nanoseconds == 0 && Int(seconds) == day * 86_400 ? CivilDate(day: day).description : rfc3339
  }
}

/// A date of the proleptic Gregorian calendar (algorithms: H. Hinnant, "chrono-Compatible Low-Level Date Algorithms").
public struct CivilDate: Sendable, Hashable, CustomStringConvertible {
  public let year: Int
  public let month: Int
  public let dayOfMonth: Int

  /// The date of a day counted from 1970-01-01.
  public init(day: Int) {
    let shifted = day + 719_468
    let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
    let dayOfEra = shifted - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shiftedMonth = (5 * dayOfYear + 2) / 153
    dayOfMonth = dayOfYear - (153 * shiftedMonth + 2) / 5 + 1
    month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
    year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
  }

  /// Reads `2026-03-01`, and nothing else; nil where there is no such day.
  public init?(_ text: String) {
    var scanner = DigitScanner(text)
    guard let year = scanner.number(digits: 4), scanner.take("-"), let month = scanner.number(digits: 2),
      scanner.take("-"), let day = scanner.number(digits: 2), scanner.isAtEnd
    else { return nil }
    self.init(year: year, month: month, dayOfMonth: day)
  }

  /// Nil where there is no such day, or the year is 0.
  init?(year: Int, month: Int, dayOfMonth day: Int) {
    guard year >= 1, (1...12).contains(month), day >= 1, day <= Self.length(ofMonth: month, year: year) else {
      return nil
    }
    (self.year, self.month, dayOfMonth) = (year, month, day)
  }

  /// Days since 1970-01-01.
  public var day: Int {
    let shiftedYear = month <= 2 ? year - 1 : year
    let era = (shiftedYear >= 0 ? shiftedYear : shiftedYear - 399) / 400
    let yearOfEra = shiftedYear - era * 400
    let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + dayOfMonth - 1
    return era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468
  }

  public var description: String {
    "\(Self.padded(year, 4))-\(Self.padded(month, 2))-\(Self.padded(dayOfMonth, 2))"
  }

  static func padded(_ value: Int, _ width: Int) -> String {
    let digits = String(value)
    return String(repeating: "0", count: max(0, width - digits.utf8.count)) + digits
  }

  static func length(ofMonth month: Int, year: Int) -> Int {
    switch month {
    case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }
}
