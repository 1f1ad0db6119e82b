extension Function {
  /// `optional.ofNonZeroValue(value)`: the same, but nothing where the value is its type's zero.
  static let optionalOfNonZeroValue = Function(
    name: "optional.ofNonZeroValue",
    summary: "An optional that holds the value, unless it is null, false, 0 or empty.",
    overloads: [
      Overload(
        id: "optional_ofNonZeroValue", .global, [.parameter("V")], .optional(.parameter("V")),
        examples: [("optional.ofNonZeroValue('').hasValue()", "false")]
      ) { $0[0].isZero ? .none : .some($0[0]) }
    ])
}
