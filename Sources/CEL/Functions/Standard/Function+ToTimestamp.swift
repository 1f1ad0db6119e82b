extension Function {
  /// `timestamp(x)`: the moment that a text writes, or that is so many seconds after the beginning of 1970.
  static let toTimestamp = Function(
    name: "timestamp", summary: "A moment, from RFC 3339 or from seconds since 1970.",
    overloads: [
      conversion("timestamp_to_timestamp", .timestamp, .timestamp, "timestamp(timestamp(0))", "1970-01-01") { $0 },
      conversion("int64_to_timestamp", .int, .timestamp, "timestamp(86400)", "1970-01-02") { value in
        value.asInt.flatMap { Timestamp(seconds: $0) }.map { .timestamp($0) }
      },
      conversion(
        "string_to_timestamp", .string, .timestamp, "timestamp('2026-03-01T08:00:00+08:00')", "2026-03-01"
      ) { value in
        value.asString.flatMap { Timestamp(rfc3339: $0) }.map { .timestamp($0) }
      },
    ])
}
