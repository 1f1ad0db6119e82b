extension Function {
  /// `math.name(x)`: a function of a decimal number.
  static func onDouble(
    _ name: String, _ result: CELType, _ summary: String, _ example: (String, String),
    _ apply: @escaping @Sendable (Double) -> Value
  ) -> Function {
    Function(
      name: "math.\(name)", summary: summary,
      overloads: [unary(name, .double, result, example) { $0.asDouble.map(apply) }])
  }

  /// `math.name(x)`: an overload for one number. `apply` gives nil where the argument is of another type.
  static func unary(
    _ name: String, _ parameter: CELType, _ result: CELType, _ example: (String, String),
    _ apply: @escaping @Sendable (Value) -> Value?
  ) -> Overload {
    Overload(id: "math_\(name)_\(parameter)", .global, [parameter], result, examples: [example]) { arguments in
      apply(arguments[0]) ?? .noOverload("math.\(name)")
    }
  }
}
