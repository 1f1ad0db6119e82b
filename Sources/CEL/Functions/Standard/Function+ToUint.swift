extension Function {
  /// `uint(x)`: a number, or what a text writes, as a whole number without a sign.
  static let toUint = Function(
    name: "uint", summary: "The whole number that is not negative.",
    overloads: [
      conversion("uint64_to_uint64", .uint, .uint, "uint(1u)", "1") { $0 },
      conversion("int64_to_uint64", .int, .uint, "uint(1)", "1") { value in
        value.asInt.flatMap { UInt64(exactly: $0) }.map { .uint($0) }
      },
      conversion("double_to_uint64", .double, .uint, "uint(1.9)", "1") { value in
        guard let number = value.asDouble, number > -1, number < 0x1p64, number >= 0 else { return nil }
        return .uint(UInt64(number))
      },
      conversion("string_to_uint64", .string, .uint, "uint('42')", "42") { value in
        value.asString.flatMap { NumberText.uint($0) }.map { .uint($0) }
      },
    ])
}
