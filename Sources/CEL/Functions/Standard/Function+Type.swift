extension Function {
  /// `type(x)`: the type as a value, which can be compared.
  static let type = Function(
    name: "type", summary: "The type of the value.",
    overloads: [
      Overload(
        id: "type", .global, [.parameter("A")], .type(.parameter("A")), examples: [("type(1) == int", "true")]
      ) { .type($0[0].typeName) }
    ])
}
