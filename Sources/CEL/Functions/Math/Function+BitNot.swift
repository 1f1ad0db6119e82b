extension Function {
  /// `math.bitNot(a)`: every bit turned.
  static let bitNot = Function(
    name: "math.bitNot", summary: "The number with every bit turned.",
    overloads: [
      unary("bitNot", .int, .int, ("math.bitNot(1)", "-2")) { $0.asInt.map { .int(~$0) } },
      unary("bitNot", .uint, .uint, ("math.bitNot(0u)", "18446744073709551615")) { $0.asUint.map { .uint(~$0) } },
    ])
}
