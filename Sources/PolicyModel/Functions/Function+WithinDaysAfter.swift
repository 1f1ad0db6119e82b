internal import CEL

extension Function {
  /// `date.withinDaysAfter(other, days)`: whether the date is the other one or follows it so closely.
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
}
