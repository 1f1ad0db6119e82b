extension Function {
  /// `text.reverse()`, `list.reverse()`: the code points or items from the last to the first.
  static let reverse = Function(
    name: "reverse", summary: "The code points of a text, or the items of a list, in reverse order.",
    overloads: [
      Overload(id: "string_reverse", .member, [.string], .string, examples: [("'gums'.reverse()", "smug")]) {
        arguments in
        arguments[0].scalars.map { .text($0.reversed()) } ?? .noOverload("reverse")
      },
      Overload(
        id: "list_reverse", .member, [.list(.parameter("T"))], .list(.parameter("T")),
        examples: [("[1, 2, 3].reverse()", "3, 2, 1")]
      ) { arguments in
        arguments[0].asList.map { .list(ListValue($0.items.reversed())) } ?? .noOverload("reverse")
      },
    ])
}
