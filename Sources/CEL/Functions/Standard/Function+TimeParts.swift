extension Function {
  static let getFullYear = timePart("getFullYear", "The year of the moment.", "2026") { $0.date.year }
  static let getMonth = timePart("getMonth", "The month of the moment, January being 0.", "2") { $0.date.month - 1 }
  static let getDate = timePart("getDate", "The day of the month, from 1.", "31") { $0.date.dayOfMonth }
  static let getDayOfMonth = timePart("getDayOfMonth", "The day of the month, from 0.", "30") { $0.date.dayOfMonth - 1 }
  static let getDayOfWeek = timePart("getDayOfWeek", "The day of the week, Sunday being 0.", "2") {
    CivilDate.weekday(ofDay: $0.date.day)
  }
  static let getDayOfYear = timePart("getDayOfYear", "The day of the year, from 0.", "89") { $0.date.dayOfYear }

  static let getHours = timePart(
    "getHours", "The hour of the moment, or how many whole hours the duration lasts.", "14", ofDuration: ("1", 3_600)
  ) { $0.secondOfDay / 3_600 }

  static let getMinutes = timePart(
    "getMinutes", "The minute of the moment, or how many whole minutes the duration lasts.", "5", ofDuration: ("90", 60)
  ) { $0.secondOfDay / 60 % 60 }

  static let getSeconds = timePart(
    "getSeconds", "The second of the moment, or how many whole seconds the duration lasts.", "9",
    ofDuration: ("5400", 1)
  ) { $0.secondOfDay % 60 }

  static let getMilliseconds = Function(
    name: "getMilliseconds", summary: "The part of the moment or of the duration below a second, in thousandths.",
    overloads: timestampOverloads("getMilliseconds", "250") { $0.nanoseconds / 1_000_000 } + [
      Overload(
        id: "duration_to_milliseconds", .member, [.duration], .int,
        examples: [("duration('1.25s').getMilliseconds()", "250")]
      ) { arguments in
        arguments[0].asDuration.map { .int($0.nanoseconds % 1_000_000_000 / 1_000_000) }
          ?? .noOverload("getMilliseconds")
      }
    ])

  /// The clock and the calendar of a place, at a moment.
  private struct LocalTime {
    let date: CivilDate
    let secondOfDay: Int
    let nanoseconds: Int

    init(_ moment: CEL.Timestamp, offset: Int) {
      let seconds = Int(moment.seconds) + offset
      let day = seconds >= 0 ? seconds / 86_400 : (seconds + 1) / 86_400 - 1
      date = CivilDate(day: day)
      secondOfDay = seconds - day * 86_400
      nanoseconds = Int(moment.nanoseconds)
    }
  }

  private static func timePart(
    _ name: String, _ summary: String, _ example: String, ofDuration total: (example: String, unit: Int64)? = nil,
    part: @escaping @Sendable (LocalTime) -> Int
  ) -> Function {
    var overloads = timestampOverloads(name, example, part: part)
    if let total {
      overloads.append(
        Overload(
          id: "duration_\(name)", .member, [.duration], .int,
          examples: [("duration('1h30m').\(name)()", total.example)]
        ) { arguments in
          arguments[0].asDuration.map { .int($0.nanoseconds / 1_000_000_000 / total.unit) } ?? .noOverload(name)
        })
    }
    return Function(name: name, summary: summary, overloads: overloads)
  }

  private static func timestampOverloads(
    _ name: String, _ example: String, part: @escaping @Sendable (LocalTime) -> Int
  ) -> [Overload] {
    let moment = "timestamp('2026-03-31T14:05:09.25Z')"
    return [
      Overload(
        id: "timestamp_\(name)", .member, [.timestamp], .int, examples: [("\(moment).\(name)()", example)]
      ) { arguments in
        arguments[0].asTimestamp.map { .int(Int64(part(LocalTime($0, offset: 0)))) } ?? .noOverload(name)
      },
      Overload(
        id: "timestamp_\(name)_with_tz", .member, [.timestamp, .string], .int,
        examples: [("\(moment).\(name)('+00:00')", example)]
      ) { arguments, context in
        guard let moment = arguments[0].asTimestamp, let zone = arguments[1].asString else { return .noOverload(name) }
        guard let offset = context.timeZones.offset(of: zone, at: moment) else { return .error(.noTimeZone(zone)) }
        return .int(Int64(part(LocalTime(moment, offset: offset))))
      },
    ]
  }
}
