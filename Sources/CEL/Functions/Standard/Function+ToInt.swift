extension Function {
  /// `int(x)`: a number, what a text writes, or the second of a moment, as a whole number.
  static let toInt = Function(
    name: "int",
    summary: "The whole number: of a decimal one without its fraction, of a moment the seconds since 1970.",
    overloads: [
      conversion("int64_to_int64", .int, .int, "int(1)", "1") { $0 },
      conversion("uint64_to_int64", .uint, .int, "int(1u)", "1") { value in
        value.asUint.flatMap { Int64(exactly: $0) }.map { .int($0) }
      },
      conversion("double_to_int64", .double, .int, "int(-1.9)", "-1") { value in
        guard let number = value.asDouble, number > -0x1p63, number < 0x1p63 else { return nil }
        return .int(Int64(number))
      },
      conversion("string_to_int64", .string, .int, "int('-42')", "-42") { value in
        value.asString.flatMap { NumberText.int($0) }.map { .int($0) }
      },
      conversion("timestamp_to_int64", .timestamp, .int, "int(date('1970-01-02'))", "86400") { value in
        value.asTimestamp.map { .int($0.seconds) }
      },
    ])
}
