extension Function {
  /// `duration(text)`: the length of time that a text such as `1h30m` writes.
  static let toDuration = Function(
    name: "duration", summary: "A length of time, from numbers with the units `h`, `m`, `s`, `ms`, `us` and `ns`.",
    overloads: [
      conversion("duration_to_duration", .duration, .duration, "duration(duration('2s'))", "2 s") { $0 },
      conversion("string_to_duration", .string, .duration, "duration('1m30s')", "90 s") { value in
        value.asString.flatMap { TimeSpan($0) }.map { .duration($0) }
      },
    ])
}
