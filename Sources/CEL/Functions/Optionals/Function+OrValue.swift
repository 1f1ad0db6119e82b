extension Function {
  /// `optional.orValue(value)`: what it holds, or the value.
  static let orValue = Function(
    name: "orValue", summary: "The value of the optional, or another value where it holds none.",
    overloads: [
      Overload(
        id: "optional_orValue_value", .member, [.optional(.parameter("V")), .parameter("V")], .parameter("V"),
        examples: [("{'a': 1}.?b.orValue(0)", "0")], openParameters: [0, 1], shortcut: { $0.asOptional?.value }
      ) { arguments, _ in
        guard let optional = arguments[0].asOptional else { return .noOverload("orValue") }
        return optional.value ?? arguments[1]
      }
    ])
}
