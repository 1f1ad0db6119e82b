extension Function {
  /// `dyn(x)`: the value itself, of any type as far as the checker knows.
  static let toDyn = Function(
    name: "dyn", summary: "The value as it is, without its type being checked beforehand.",
    overloads: [
      Overload(
        id: "to_dyn", .global, [.parameter("A")], .dyn, examples: [("dyn(1) == dyn(1.0)", "true")], openParameters: [0]
      ) { $0[0] }
    ])
}
