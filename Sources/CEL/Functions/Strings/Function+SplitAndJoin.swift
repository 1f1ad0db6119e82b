extension Function {
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

  static let split = Function(
    name: "split", summary: "The parts of a text between the occurrences of another, or at most a number of parts.",
    overloads: [
      Overload(
        id: "string_split_string", .member, [.string, .string], .list(.string),
        examples: [("'a b c'.split(' ')", "a, b, c")]
      ) { arguments in parts(arguments, most: -1) },
      Overload(
        id: "string_split_string_int", .member, [.string, .string, .int], .list(.string),
        examples: [("'a b c'.split(' ', 2)", "a, b c")]
      ) { arguments in arguments[2].asInt.map { parts(arguments, most: $0) } ?? .noOverload("split") },
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

  private static func parts(_ arguments: [Value], most: Int64) -> Value {
    guard let scalars = arguments[0].scalars, let separator = arguments[1].scalars else { return .noOverload("split") }
    if most == 0 { return .list(ListValue([])) }
    let search = TextSearch(separator)
    var found: [Value] = []
    var start = 0
    // An empty separator stands behind every code point but the last.
    while most < 0 || found.count < Int(most) - 1,
      let end = search.first(in: scalars, from: separator.isEmpty ? start + 1 : start),
      !separator.isEmpty || end < scalars.count
    {
      found.append(.text(scalars[start..<end]))
      start = end + separator.count
    }
    if !separator.isEmpty || !scalars.isEmpty { found.append(.text(scalars[start...])) }
    return .list(ListValue(found))
  }
}
