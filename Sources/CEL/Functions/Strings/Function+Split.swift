extension Function {
  /// `text.split(separator)`, `text.split(separator, most)`: the parts between the separators.
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
