extension Function {
  /// `optional.hasValue()`: whether it holds something.
  static let hasValue = Function(
    name: "hasValue", summary: "Whether the optional holds a value.",
    overloads: [
      Overload(
        id: "optional_hasValue", .member, [.optional(.parameter("V"))], .bool,
        examples: [("{'a': 1}.?b.hasValue()", "false")], openParameters: [0]
      ) { arguments in
        arguments[0].asOptional.map { .bool($0.value != nil) } ?? .noOverload("hasValue")
      }
    ])
}
