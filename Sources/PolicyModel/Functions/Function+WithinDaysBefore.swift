internal import CEL

extension Function {
  /// `date.withinDaysBefore(other, days)`: whether the date is the other one or precedes it so closely.
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
}
