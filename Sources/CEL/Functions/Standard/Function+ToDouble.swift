extension Function {
  /// `double(x)`: a number, or what a text writes, as a decimal number.
  static let toDouble = Function(
    name: "double", summary: "The number as a decimal one.",
    overloads: [
      conversion("double_to_double", .double, .double, "double(0.5)", "0.5") { $0 },
      conversion("int64_to_double", .int, .double, "double(2)", "2") { $0.asInt.map { .double(Double($0)) } },
      conversion("uint64_to_double", .uint, .double, "double(2u)", "2") { $0.asUint.map { .double(Double($0)) } },
      conversion("string_to_double", .string, .double, "double('1e-3')", "0.001") { value in
        value.asString.flatMap { NumberText.double($0) }.map { .double($0) }
      },
    ])
}
