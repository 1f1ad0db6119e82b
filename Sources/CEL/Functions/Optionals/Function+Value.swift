extension Function {
  /// `optional.value()`: what it holds. An empty one is an error.
  static let value = Function(
    name: "value", summary: "The value of the optional; an error where there is none.",
    overloads: [
      Overload(
        id: "optional_value", .member, [.optional(.parameter("V"))], .parameter("V"),
        examples: [("{'a': 1}.?a.value()", "1")], openParameters: [0]
      ) { arguments in
        guard let optional = arguments[0].asOptional else { return .noOverload("value") }
        return optional.value ?? .error(.emptyOptional)
      }
    ])
}
