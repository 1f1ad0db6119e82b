extension Function {
  /// `optional.or(other)`: the first of two optionals that holds something.
  static let or = Function(
    name: "or", summary: "The optional, or another where it holds no value.",
    overloads: [
      Overload(
        id: "optional_or_optional", .member, [.optional(.parameter("V")), .optional(.parameter("V"))],
        .optional(.parameter("V")), examples: [("optional.none().or(optional.of(2)).value()", "2")],
        openParameters: [0, 1], shortcut: { $0.asOptional?.value == nil ? nil : $0 }
      ) { arguments, _ in
        guard let optional = arguments[0].asOptional, arguments[1].asOptional != nil else { return .noOverload("or") }
        return optional.value == nil ? arguments[1] : arguments[0]
      }
    ])
}
