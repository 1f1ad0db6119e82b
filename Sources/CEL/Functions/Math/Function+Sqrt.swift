extension Function {
  /// `math.sqrt(x)`: the square root; NaN below 0.
  static let sqrt = Function(
    name: "math.sqrt", summary: "The square root, which is no number where the number is negative.",
    overloads: [
      unary("sqrt", .double, .double, ("math.sqrt(2.25)", "1.5")) { $0.asDouble.map { .double($0.squareRoot()) } },
      unary("sqrt", .int, .double, ("math.sqrt(81)", "9")) { $0.asInt.map { .double(Double($0).squareRoot()) } },
      unary("sqrt", .uint, .double, ("math.sqrt(81u)", "9")) { $0.asUint.map { .double(Double($0).squareRoot()) } },
    ])
}
