extension Function {
  /// `optional.unwrap(list)`: what the optionals in a list hold.
  static let unwrap = Function(
    name: "optional.unwrap", summary: "The values of the optionals in a list, without those that hold none.",
    overloads: [
      Overload(
        id: "optional_unwrap", .global, [.list(.optional(.parameter("V")))], .list(.parameter("V")),
        examples: [("optional.unwrap([optional.of(1), optional.none()])", "1")]
      ) { unwrapped($0[0]) }
    ])
}
