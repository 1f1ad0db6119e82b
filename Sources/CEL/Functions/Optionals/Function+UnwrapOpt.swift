extension Function {
  /// `list.unwrapOpt()`: what the optionals in a list hold.
  static let unwrapOpt = Function(
    name: "unwrapOpt", summary: "The values of the optionals in a list, without those that hold none.",
    overloads: [
      Overload(
        id: "optional_unwrapOpt", .member, [.list(.optional(.parameter("V")))], .list(.parameter("V")),
        examples: [("[optional.of(1), optional.none()].unwrapOpt()", "1")]
      ) { unwrapped($0[0]) }
    ])
}
