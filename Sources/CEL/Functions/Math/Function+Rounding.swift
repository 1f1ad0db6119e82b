extension Function {
  static let ceil = onDouble("ceil", .double, "The next whole number that is not less.", ("math.ceil(1.2)", "2")) {
    .double($0.rounded(.up))
  }
  static let floor = onDouble(
    "floor", .double, "The next whole number that is not greater.", ("math.floor(-1.2)", "-2")
  ) {
    .double($0.rounded(.down))
  }
  static let round = onDouble(
    "round", .double, "The nearest whole number, halves away from 0.", ("math.round(-1.5)", "-2")
  ) {
    .double($0.rounded(.toNearestOrAwayFromZero))
  }
  static let trunc = onDouble("trunc", .double, "The number without its fraction.", ("math.trunc(-1.3)", "-1")) {
    .double($0.rounded(.towardZero))
  }
  static let isNaN = onDouble("isNaN", .bool, "Whether it is not a number.", ("math.isNaN(0.0 / 0.0)", "true")) {
    .bool($0.isNaN)
  }
  static let isInf = onDouble("isInf", .bool, "Whether it is infinite.", ("math.isInf(1.0 / 0.0)", "true")) {
    .bool($0.isInfinite)
  }
  static let isFinite = onDouble("isFinite", .bool, "Whether it is a finite number.", ("math.isFinite(1.2)", "true")) {
    .bool($0.isFinite)
  }

  static let sqrt = Function(
    name: "math.sqrt", summary: "The square root, which is no number where the number is negative.",
    overloads: [
      unary("sqrt", .double, .double, ("math.sqrt(2.25)", "1.5")) { $0.asDouble.map { .double($0.squareRoot()) } },
      unary("sqrt", .int, .double, ("math.sqrt(81)", "9")) { $0.asInt.map { .double(Double($0).squareRoot()) } },
      unary("sqrt", .uint, .double, ("math.sqrt(81u)", "9")) { $0.asUint.map { .double(Double($0).squareRoot()) } },
    ])

  static let abs = Function(
    name: "math.abs", summary: "The number without its sign.",
    overloads: [
      unary("abs", .double, .double, ("math.abs(-1.5)", "1.5")) { $0.asDouble.map { .double($0.magnitude) } },
      unary("abs", .int, .int, ("math.abs(-1)", "1")) { value in
        value.asInt.map { $0 == .min ? .error(.outOfRange) : .int(Swift.abs($0)) }
      },
      unary("abs", .uint, .uint, ("math.abs(1u)", "1")) { $0 },
    ])

  static let sign = Function(
    name: "math.sign", summary: "-1, 0 or 1, as the number is less than, equal to or greater than 0.",
    overloads: [
      unary("sign", .double, .double, ("math.sign(-0.5)", "-1")) { value in
        value.asDouble.map { .double($0.isNaN || $0 == 0 ? $0.magnitude : $0 < 0 ? -1 : 1) }
      },
      unary("sign", .int, .int, ("math.sign(-42)", "-1")) { $0.asInt.map { .int($0.signum()) } },
      unary("sign", .uint, .uint, ("math.sign(42u)", "1")) { $0.asUint.map { .uint($0.signum()) } },
    ])

  private static func onDouble(
    _ name: String, _ result: CELType, _ summary: String, _ example: (String, String),
    _ apply: @escaping @Sendable (Double) -> Value
  ) -> Function {
    Function(
      name: "math.\(name)", summary: summary,
      overloads: [unary(name, .double, result, example) { $0.asDouble.map(apply) }])
  }

  static func unary(
    _ name: String, _ parameter: CELType, _ result: CELType, _ example: (String, String),
    _ apply: @escaping @Sendable (Value) -> Value?
  ) -> Overload {
    Overload(id: "math_\(name)_\(parameter)", .global, [parameter], result, examples: [example]) { arguments in
      apply(arguments[0]) ?? .noOverload("math.\(name)")
    }
  }
}
