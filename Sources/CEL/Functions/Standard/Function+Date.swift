extension Function {
  /// `date(text)`: midnight in UTC at the beginning of a day. It is no part of CEL, which has no dates.
  static let date = Function(
    name: "date", summary: "The beginning of a day in UTC, from its ISO form.",
    overloads: [
      Overload(
        id: "date_string", .global, [.string], .timestamp,
        examples: [("date('2026-03-01') < date('2026-03-02')", "true")]
      ) { arguments in
        guard case .string(let text) = arguments[0], let date = CivilDate(text), let moment = Timestamp(day: date.day)
        else {
          return .error(.noDate(arguments[0]))
        }
        return .timestamp(moment)
      }
    ])
}
