/// Days of the Gregorian calendar, counted from 1970-01-01.
enum Calendar {
  /// The day of an ISO date, or nil where the text is none.
  static func day(_ text: String) -> Int? {
    let bytes = Array(text.utf8)
    guard bytes.count == 10, bytes[4] == UInt8(ascii: "-"), bytes[7] == UInt8(ascii: "-") else { return nil }
    func digits(_ range: Range<Int>) -> Int? {
      var value = 0
      for byte in bytes[range] {
        guard (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) else { return nil }
        value = value * 10 + Int(byte - UInt8(ascii: "0"))
      }
      return value
    }
    guard let year = digits(0..<4), let month = digits(5..<7), let day = digits(8..<10) else { return nil }
    guard (1...12).contains(month), day >= 1, day <= days(inMonth: month, of: year) else { return nil }
    return dayZero(ofYear: year) + (1..<month).reduce(0) { $0 + days(inMonth: $1, of: year) } + day - 1
  }

  /// The ISO date of a day from 1970 on.
  static func text(_ day: Int) -> String {
    var year = 1970 + day / 366
    while dayZero(ofYear: year + 1) <= day { year += 1 }
    var rest = day - dayZero(ofYear: year)
    var month = 1
    while rest >= days(inMonth: month, of: year) {
      rest -= days(inMonth: month, of: year)
      month += 1
    }
    func padded(_ value: Int, _ width: Int) -> String {
      String(repeating: "0", count: max(0, width - String(value).utf8.count)) + String(value)
    }
    return "\(padded(year, 4))-\(padded(month, 2))-\(padded(rest + 1, 2))"
  }

  /// The first day of a year; 478 years before 1970 are leap years, counted from the year 0.
  private static func dayZero(ofYear year: Int) -> Int {
    let leapYearsBefore = (year + 3) / 4 - (year + 99) / 100 + (year + 399) / 400
    return 365 * (year - 1970) + leapYearsBefore - 478
  }

  private static func isLeap(_ year: Int) -> Bool {
    year.isMultiple(of: 4) && (!year.isMultiple(of: 100) || year.isMultiple(of: 400))
  }

  private static func days(inMonth month: Int, of year: Int) -> Int {
    switch month {
    case 2: isLeap(year) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }
}
