extension Function {
  /// `moment.name()` and `moment.name(zone)`, and where the part has a counterpart in a duration, `duration.name()`: how
  /// many whole units it lasts.
  static func timePart(
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

  /// The overloads for a moment, in UTC and in a time zone.
  static func timestampOverloads(
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

/// The clock and the calendar of a place, at a moment.
struct LocalTime {
  let date: CivilDate
  let secondOfDay: Int
  let nanoseconds: Int

  init(_ moment: Timestamp, offset: Int) {
    let seconds = Int(moment.seconds) + offset
    let day = seconds >= 0 ? seconds / 86_400 : (seconds + 1) / 86_400 - 1
    date = CivilDate(day: day)
    secondOfDay = seconds - day * 86_400
    nanoseconds = Int(moment.nanoseconds)
  }
}
