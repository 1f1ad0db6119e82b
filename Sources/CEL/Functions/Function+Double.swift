extension Function {
  static let double = Function(
    name: "double", summary: "The number as a decimal one.",
    overloads: [
      overload("double_int", .int, "double(2)", "2") {
        if case .int(let value) = $0 { Swift.Double(value) } else { nil }
      },
      overload("double_uint", .uint, "double(2u)", "2") {
        if case .uint(let value) = $0 { Swift.Double(value) } else { nil }
      },
      overload("double_double", .double, "double(0.5)", "0.5") {
        if case .double(let value) = $0 { value } else { nil }
      },
      overload("double_string", .string, "double('0.5')", "0.5") {
        if case .string(let text) = $0 { Swift.Double(text) } else { nil }
      },
    ])

  private static func overload(
    _ id: String, _ parameter: CELType, _ example: String, _ result: String,
    convert: @escaping @Sendable (Value) -> Swift.Double?
  ) -> Overload {
    Overload(id: id, .global, [parameter], .double, examples: [(example, result)]) { arguments in
      convert(arguments[0]).map { .double($0) } ?? .error(EvaluationError("`\(arguments[0].written)` is no number"))
    }
  }
}
