extension Function {
  /// `string(x)`: the value as CEL writes it, without quotes.
  static let toString = Function(
    name: "string", summary: "The value as a text.",
    overloads: [
      conversion("string_to_string", .string, .string, "string('a')", "a") { $0 },
      conversion("bool_to_string", .bool, .string, "string(true)", "true") {
        $0.asBool.map { .string($0.description) }
      },
      conversion("bytes_to_string", .bytes, .string, "string(b'abc')", "abc") { value in
        value.asBytes.flatMap { String(validating: $0, as: UTF8.self) }.map { .string($0) }
      },
      conversion("double_to_string", .double, .string, "string(1.50)", "1.5") { value in
        value.asDouble.map { .string(Value.written($0)) }
      },
      conversion("duration_to_string", .duration, .string, "string(duration('1.5m'))", "90s") { value in
        value.asDuration.map { .string($0.seconds) }
      },
      conversion("int64_to_string", .int, .string, "string(-1)", "-1") { $0.asInt.map { .string(String($0)) } },
      conversion("timestamp_to_string", .timestamp, .string, "string(timestamp(0))", "1970-01-01T00:00:00Z") { value in
        value.asTimestamp.map { .string($0.rfc3339) }
      },
      conversion("uint64_to_string", .uint, .string, "string(1u)", "1") { $0.asUint.map { .string(String($0)) } },
    ])
}
