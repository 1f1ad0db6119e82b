extension Function {
  /// `list.name()`: the item at one end of a list, as an optional. `item` gives nil where the list has none. Which it is nobody
  /// knows while further items are possible.
  static func listEnd(
    _ name: String, _ summary: String, _ result: String, _ item: @escaping @Sendable (ListValue) -> Value?
  ) -> Function {
    Function(
      name: name, summary: summary,
      overloads: [
        Overload(
          id: "list_\(name)", .member, [.list(.parameter("V"))], .optional(.parameter("V")),
          examples: [("[1, 2, 3].\(name)().value()", result)], openParameters: [0]
        ) { arguments in
          guard let list = arguments[0].asList else { return .noOverload(name) }
          if let openness = list.openness { return .unknown(openness) }
          guard let item = item(list) else { return .none }
          return item.isAbsent ? item : .some(item)
        }
      ])
  }
}
