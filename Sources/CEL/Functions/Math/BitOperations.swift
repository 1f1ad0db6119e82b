extension Function {
  /// `math.name(a, b)`: a function that works on the bits of two numbers.
  static func bitOperation(
    _ name: String, _ summary: String, _ example: (arguments: String, result: String),
    _ onInts: @escaping @Sendable (Int64, Int64) -> Int64, _ onUints: @escaping @Sendable (UInt64, UInt64) -> UInt64
  ) -> Function {
    @Sendable func unsigned() -> String { example.arguments.split(separator: ",").joined(separator: "u,") + "u" }
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
          examples: [("math.\(name)(\(unsigned()))", example.result)]
        ) { arguments in
          guard let first = arguments[0].asUint, let second = arguments[1].asUint else { return .noOverload(name) }
          return .uint(onUints(first, second))
        },
      ])
  }

  /// `math.name(a, places)`: a function that moves the bits of a number.
  static func bitShift(
    _ name: String, _ summary: String, _ example: (arguments: String, result: String),
    _ apply: @escaping @Sendable (UInt64, UInt64) -> UInt64
  ) -> Function {
    @Sendable func unsigned() -> String {
      let parts = example.arguments.split(separator: ", ")
      return "\(parts[0])u, \(parts[1])"
    }
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
          examples: [("math.\(name)(\(unsigned()))", example.result)]
        ) { arguments in
          guard let number = arguments[0].asUint, let places = arguments[1].asInt else { return .noOverload(name) }
          guard places >= 0 else { return .error(.negativeCount("the number of places")) }
          return .uint(apply(number, UInt64(places)))
        },
      ])
  }
}
