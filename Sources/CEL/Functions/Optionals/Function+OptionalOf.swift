extension Function {
  /// `optional.of(value)`: an optional that holds the value.
  static let optionalOf = Function(
    name: "optional.of", summary: "An optional that holds the value.",
    overloads: [
      Overload(
        id: "optional_of", .global, [.parameter("V")], .optional(.parameter("V")),
        examples: [("optional.of(1).hasValue()", "true")]
      ) { .some($0[0]) }
    ])
}
