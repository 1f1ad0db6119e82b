extension Function {
  static let bitAnd = bits("bitAnd", "The bits that both numbers have.", ("3, 5", "1"), { $0 & $1 }, { $0 & $1 })
  static let bitOr = bits("bitOr", "The bits that either number has.", ("1, 2", "3"), { $0 | $1 }, { $0 | $1 })
  static let bitXor = bits(
    "bitXor", "The bits that only one of the numbers has.", ("3, 5", "6"), { $0 ^ $1 }, { $0 ^ $1 })

  static let bitNot = Function(
    name: "math.bitNot", summary: "The number with every bit turned.",
    overloads: [
      unary("bitNot", .int, .int, ("math.bitNot(1)", "-2")) { $0.asInt.map { .int(~$0) } },
      unary("bitNot", .uint, .uint, ("math.bitNot(0u)", "18446744073709551615")) { $0.asUint.map { .uint(~$0) } },
    ])

  static let bitShiftLeft = shift("bitShiftLeft", "The bits moved to the left.", ("1, 2", "4")) { $0 << $1 }

  static let bitShiftRight = shift(
    "bitShiftRight", "The bits moved to the right, the free places filled with 0.", ("1024, 2", "256")
  ) { $0 >> $1 }

  private static func bits(
    _ name: String, _ summary: String, _ example: (arguments: String, result: String),
    _ onInts: @escaping @Sendable (Int64, Int64) -> Int64, _ onUints: @escaping @Sendable (UInt64, UInt64) -> UInt64
  ) -> Function {
    let unsigned = example.arguments.split(separator: ", ").map { "\($0)u" }.joined(separator: ", ")
    return Function(
      name: "math.\(name)", summary: summary,
      overloads: [
        Overload(
          id: "math_\(name)_int_int", .global, [.int, .int], .int,
          examples: [("math.\(name)(\(example.arguments))", example.result)]
        ) { arguments in
          guard let first = arguments[0].asInt, let second = arguments[1].asInt else { return .noOverload(name) }
          return .int(onInts(first, second))
        },
        Overload(
          id: "math_\(name)_uint_uint", .global, [.uint, .uint], .uint,
          examples: [("math.\(name)(\(unsigned))", example.result)]
        ) { arguments in
          guard let first = arguments[0].asUint, let second = arguments[1].asUint else { return .noOverload(name) }
          return .uint(onUints(first, second))
        },
      ])
  }

  private static func shift(
    _ name: String, _ summary: String, _ example: (arguments: String, result: String),
    _ apply: @escaping @Sendable (UInt64, UInt64) -> UInt64
  ) -> Function {
    let parts = example.arguments.split(separator: ", ")
    let unsigned = "\(parts[0])u, \(parts[1])"
    return Function(
      name: "math.\(name)", summary: summary,
      overloads: [
        Overload(
          id: "math_\(name)_int_int", .global, [.int, .int], .int,
          examples: [("math.\(name)(\(example.arguments))", example.result)]
        ) { arguments in
          guard let number = arguments[0].asInt, let places = arguments[1].asInt else { return .noOverload(name) }
          guard places >= 0 else { return .error(.negativeCount("the number of places")) }
          return .int(Int64(bitPattern: apply(UInt64(bitPattern: number), UInt64(places))))
        },
        Overload(
          id: "math_\(name)_uint_int", .global, [.uint, .int], .uint,
          examples: [("math.\(name)(\(unsigned))", example.result)]
        ) { arguments in
          guard let number = arguments[0].asUint, let places = arguments[1].asInt else { return .noOverload(name) }
          guard places >= 0 else { return .error(.negativeCount("the number of places")) }
          return .uint(apply(number, UInt64(places)))
        },
      ])
  }
}
