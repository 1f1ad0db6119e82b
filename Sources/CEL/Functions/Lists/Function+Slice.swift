extension Function {
  /// `list.slice(start, end)`: the items from a position to before another.
  static let slice = Function(
    name: "slice", summary: "The items of a list from a position to before another.",
    overloads: [
      Overload(
        id: "list_slice", .member, [.list(.parameter("T")), .int, .int], .list(.parameter("T")),
        examples: [("[1, 2, 3, 4].slice(1, 3)", "2, 3")]
      ) { arguments in
        guard let items = arguments[0].asList?.items, let start = arguments[1].asInt, let end = arguments[2].asInt
        else {
          return .noOverload("slice")
        }
        for position in [start, end] where !(0...Int64(items.count)).contains(position) {
          return .error(.indexOutOfRange("\(position)"))
        }
        guard start <= end else { return .error(.substringRange(start, end)) }
        return .list(ListValue(Array(items[Int(start)..<Int(end)])))
      }
    ])
}
