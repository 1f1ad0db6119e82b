extension Function {
  /// `math.sign(x)`: -1, 0 or 1.
  static let sign = Function(
    name: "math.sign", summary: "-1, 0 or 1, as the number is less than, equal to or greater than 0.",
    overloads: [
      unary("sign", .double, .double, ("math.sign(-0.5)", "-1")) { value in
        value.asDouble.map { .double($0.isNaN || $0 == 0 ? $0.magnitude : $0 < 0 ? -1 : 1) }
      },
      unary("sign", .int, .int, ("math.sign(-42)", "-1")) { $0.asInt.map { .int($0.signum()) } },
      unary("sign", .uint, .uint, ("math.sign(42u)", "1")) { $0.asUint.map { .uint($0.signum()) } },
    ])
}
