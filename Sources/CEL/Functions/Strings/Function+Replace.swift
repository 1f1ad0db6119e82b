extension Function {
  /// `text.replace(old, new)`, `text.replace(old, new, most)`: the text with one part in place of another.
  static let replace = Function(
    name: "replace", summary: "The text with another put in place of each occurrence, or of the first few.",
    overloads: [
      Overload(
        id: "string_replace_string_string", .member, [.string, .string, .string], .string,
        examples: [("'hello hello'.replace('he', 'we')", "wello wello")]
      ) { arguments, context in replacing(arguments, most: -1, &context) },
      Overload(
        id: "string_replace_string_string_int", .member, [.string, .string, .string, .int], .string,
        examples: [("'hello hello'.replace('he', 'we', 1)", "wello hello")]
      ) { arguments, context in
        guard let most = arguments[3].asInt else { return .noOverload("replace") }
        return replacing(arguments, most: most, &context)
      },
    ])

  private static func replacing(_ arguments: [Value], most: Int64, _ context: inout CallContext) -> Value {
    guard let scalars = arguments[0].scalars, let wanted = arguments[1].scalars, let other = arguments[2].scalars else {
      return .noOverload("replace")
    }
    let search = TextSearch(wanted)
    var out: [Unicode.Scalar] = []
    var copied = 0
    var from = 0
    var count: Int64 = 0
    while most < 0 || count < most, let found = search.first(in: scalars, from: from) {
      guard context.spend(1 + (found - copied + other.count) >> 3) else { return .error(.budgetSpent) }
      out += scalars[copied..<found]
      out += other
      copied = found + wanted.count
      // An empty text is found between all code points, once each.
      from = wanted.isEmpty ? found + 1 : copied
      count += 1
    }
    return .text(out + scalars[min(copied, scalars.count)...])
  }
}
