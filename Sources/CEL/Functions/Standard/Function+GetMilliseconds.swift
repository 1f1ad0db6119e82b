extension Function {
  /// `moment.getMilliseconds()`, `duration.getMilliseconds()`: the thousandths of the second that has begun.
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
}
