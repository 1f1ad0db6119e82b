extension Function {
  /// `optional.none()`: an optional that holds nothing.
  static let optionalNone = Function(
    name: "optional.none", summary: "An optional without a value.",
    overloads: [
      Overload(
        id: "optional_none", .global, [], .optional(.parameter("V")),
        examples: [("optional.none().hasValue()", "false")]
      ) { _ in .none }
    ])
}
