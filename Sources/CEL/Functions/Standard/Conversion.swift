extension Function {
  /// `result(value)`: an overload of a conversion. `convert` gives nil where the value has no counterpart.
  static func conversion(
    _ id: String, _ parameter: CELType, _ result: CELType, _ example: String, _ shown: String,
    convert: @escaping @Sendable (Value) -> Value?
  ) -> Overload {
    Overload(id: id, .global, [parameter], result, examples: [(example, shown)]) { arguments in
      convert(arguments[0]) ?? .error(.noConversion(arguments[0], to: result.description))
    }
  }
}
