internal import CEL

extension Function {
  static let withinDaysBefore = Function(
    name: "withinDaysBefore", summary: "Whether the date is not after another, and at most so many days before it.",
    overloads: [
      Overload(
        id: "within_days_before", .member, [.timestamp, .timestamp, .double], .bool,
        examples: [("date('2026-02-01').withinDaysBefore(date('2026-03-01'), 28.0)", "true")],
        requirement: { others, wanted in
          "\(wanted ? "at most" : "more than") \(others[1].written) days before \(others[0].written)"
        }
      ) { arguments in
        days(from: arguments[0], to: arguments[1], atMost: arguments[2]) ?? .mistyped("withinDaysBefore")
      }
    ])

  static let withinDaysAfter = Function(
    name: "withinDaysAfter", summary: "Whether the date is not before another, and at most so many days after it.",
    overloads: [
      Overload(
        id: "within_days_after", .member, [.timestamp, .timestamp, .double], .bool,
        examples: [("date('2026-03-01').withinDaysAfter(date('2026-02-01'), 27.0)", "false")],
        requirement: { others, wanted in
          "\(wanted ? "at most" : "more than") \(others[1].written) days after \(others[0].written)"
        }
      ) { arguments in
        days(from: arguments[1], to: arguments[0], atMost: arguments[2]) ?? .mistyped("withinDaysAfter")
      }
    ])

  private static func days(from first: Value, to second: Value, atMost limit: Value) -> Value? {
    guard case .timestamp(let first) = first, case .timestamp(let second) = second, case .double(let limit) = limit
    else {
      return nil
    }
    let days = second.day - first.day
    return .bool(days >= 0 && Double(days) <= limit)
  }
}
