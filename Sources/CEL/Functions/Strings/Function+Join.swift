extension Function {
  /// `list.join()`, `list.join(separator)`: the texts of a list as one.
  static let join = Function(
    name: "join", summary: "The texts of a list one behind the other, with a text between them.",
    overloads: [
      Overload(
        id: "list_join", .member, [.list(.string)], .string, examples: [("['a', 'b'].join()", "ab")]
      ) { arguments, context in joined(arguments[0], separator: "", &context) },
      Overload(
        id: "list_join_string", .member, [.list(.string), .string], .string,
        examples: [("['a', 'b'].join(', ')", "a, b")]
      ) { arguments, context in
        arguments[1].asString.map { joined(arguments[0], separator: $0, &context) } ?? .noOverload("join")
      },
    ])

  private static func joined(_ list: Value, separator: String, _ context: inout CallContext) -> Value {
    guard let items = list.asList?.items else { return .noOverload("join") }
    var out = ""
    for (index, item) in items.enumerated() {
      guard let text = item.asString else { return .noOverload("join") }
      guard context.spend(1 + (text.utf8.count + separator.utf8.count) >> 3) else { return .error(.budgetSpent) }
      if index > 0 { out += separator }
      out += text
    }
    return .string(out)
  }
}
