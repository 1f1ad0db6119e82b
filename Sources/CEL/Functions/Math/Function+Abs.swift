extension Function {
  /// `math.abs(x)`: the distance from 0. That of the least `int` is out of range.
  static let abs = Function(
    name: "math.abs", summary: "The number without its sign.",
    overloads: [
      unary("abs", .double, .double, ("math.abs(-1.5)", "1.5")) { $0.asDouble.map { .double($0.magnitude) } },
      unary("abs", .int, .int, ("math.abs(-1)", "1")) { value in
        value.asInt.map { $0 == .min ? .error(.outOfRange) : .int(Swift.abs($0)) }
      },
      unary("abs", .uint, .uint, ("math.abs(1u)", "1")) { $0 },
    ])
}
