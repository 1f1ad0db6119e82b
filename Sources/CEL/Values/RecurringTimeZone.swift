/// A zone whose clocks change on the same days every year (POSIX `TZ`, with the extensions of RFC 8536, section 3.3.1):
/// `NST3:30NDT,M3.2.0,M11.1.0`.
struct RecurringTimeZone: Sendable {
  /// A day of the year and the local time of a change.
  private struct Change: Sendable {
    enum Day: Sendable {
      /// Counted from 1, without 29 February.
      case julian(Int)
      /// Counted from 0, with 29 February.
      case ofYear(Int)
      case weekday(month: Int, week: Int, weekday: Int)
    }

    let day: Day
    let time: Int

    /// Seconds from the beginning of 1970 to the change, by the clock on the wall before it.
    func seconds(inYear year: Int) -> Int? {
      guard let start = CivilDate(year: year, month: 1, dayOfMonth: 1)?.day else { return nil }
      switch day {
      case .julian(let number):
        let isLeapYear = CivilDate.length(ofMonth: 2, year: year) == 29
        return (start + number - 1 + (isLeapYear && number >= 60 ? 1 : 0)) * 86_400 + time
      case .ofYear(let number): return (start + number) * 86_400 + time
      case .weekday(let month, let week, let weekday):
        guard let first = CivilDate(year: year, month: month, dayOfMonth: 1)?.day else { return nil }
        var found = first + (weekday - CivilDate.weekday(ofDay: first) + 7) % 7 + (week - 1) * 7
        if found >= first + CivilDate.length(ofMonth: month, year: year) { found -= 7 }
        return found * 86_400 + time
      }
    }
  }

  private let standardOffset: Int
  private let daylight: (offset: Int, start: Change, end: Change)?

  /// Nil where the text is no such rule.
  init?(_ text: String) {
    var scanner = RuleScanner(text)
    guard scanner.skipName(), let offset = scanner.time() else { return nil }
    standardOffset = -offset
    guard !scanner.isAtEnd else {
      daylight = nil
      return
    }
    guard scanner.skipName() else { return nil }
    let daylightOffset = scanner.isAt(",") ? -offset + 3_600 : scanner.time().map { -$0 }
    guard let daylightOffset, let start = Self.change(&scanner), let end = Self.change(&scanner), scanner.isAtEnd else {
      return nil
    }
    daylight = (daylightOffset, start, end)
  }

  private static func change(_ scanner: inout RuleScanner) -> Change? {
    guard scanner.take(",") else { return nil }
    let day: Change.Day
    if scanner.take("M") {
      guard let month = scanner.number(), scanner.take("."), let week = scanner.number(), scanner.take("."),
        let weekday = scanner.number(), (1...12).contains(month), (1...5).contains(week), weekday < 7
      else { return nil }
      day = .weekday(month: month, week: week, weekday: weekday)
    } else if scanner.take("J") {
      guard let number = scanner.number() else { return nil }
      day = .julian(number)
    } else {
      guard let number = scanner.number() else { return nil }
      day = .ofYear(number)
    }
    guard scanner.take("/") else { return Change(day: day, time: 7_200) }
    return scanner.time().map { Change(day: day, time: $0) }
  }

  /// Seconds east of UTC at a moment.
  func offset(at seconds: Int64) -> Int {
    guard let daylight else { return standardOffset }
    let local = Int(seconds) + standardOffset
    let year = CivilDate(day: local >= 0 ? local / 86_400 : (local + 1) / 86_400 - 1).year
    guard let start = daylight.start.seconds(inYear: year), let end = daylight.end.seconds(inYear: year) else {
      return standardOffset
    }
    let (begins, ends) = (start - standardOffset, end - daylight.offset)
    let moment = Int(seconds)
    let isDaylight = begins < ends ? moment >= begins && moment < ends : moment >= begins || moment < ends
    return isDaylight ? daylight.offset : standardOffset
  }
}

/// Walks through the text of a rule.
private struct RuleScanner {
  private var bytes: ArraySlice<UInt8>

  init(_ text: String) {
    bytes = Array(text.utf8)[...]
  }

  var isAtEnd: Bool { bytes.isEmpty }

  func isAt(_ character: Unicode.Scalar) -> Bool { bytes.first.map { UInt32($0) == character.value } ?? false }

  mutating func take(_ character: Unicode.Scalar) -> Bool {
    guard isAt(character) else { return false }
    bytes.removeFirst()
    return true
  }

  /// A zone's short name: letters, or anything in angle brackets.
  mutating func skipName() -> Bool {
    if take("<") {
      bytes = bytes.drop { $0 != UInt8(ascii: ">") }
      return take(">")
    }
    let name = bytes.prefix { (0x41...0x5A).contains($0 & 0xDF) }
    bytes = bytes.dropFirst(name.count)
    return !name.isEmpty
  }

  mutating func number() -> Int? {
    let digits = bytes.prefix { Lexer.isDigit($0) }
    bytes = bytes.dropFirst(digits.count)
    return digits.count > 6 ? nil : Int(String(decoding: digits, as: UTF8.self))
  }

  /// `[±]h[h][h][:mm[:ss]]`, in seconds.
  mutating func time() -> Int? {
    let isNegative = take("-")
    if !isNegative { _ = take("+") }
    guard var seconds = number().map({ $0 * 3_600 }) else { return nil }
    for unit in [60, 1] where take(":") {
      guard let part = number() else { return nil }
      seconds += part * unit
    }
    return isNegative ? -seconds : seconds
  }
}

extension CivilDate {
  /// The day of the week, Sunday being 0, of a day counted from 1970-01-01.
  static func weekday(ofDay day: Int) -> Int { ((day + 4) % 7 + 7) % 7 }

  /// Days since the first of January.
  var dayOfYear: Int { day - (CivilDate(year: year, month: 1, dayOfMonth: 1)?.day ?? day) }
}
