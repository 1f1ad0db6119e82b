extension Function {
  /// `text.substring(start)`, `text.substring(start, end)`: the code points from a position on, or to before another.
  static let substring = Function(
    name: "substring", summary: "The part of a text from a position to before another, or to the end.",
    overloads: [
      Overload(
        id: "string_substring_int", .member, [.string, .int], .string, examples: [("'tacocat'.substring(4)", "cat")]
      ) { arguments in
        guard let scalars = arguments[0].scalars, let start = arguments[1].asInt else {
          return .noOverload("substring")
        }
        return substring(scalars, start, Int64(scalars.count))
      },
      Overload(
        id: "string_substring_int_int", .member, [.string, .int, .int], .string,
        examples: [("'tacocat'.substring(0, 4)", "taco")]
      ) { arguments in
        guard let scalars = arguments[0].scalars, let start = arguments[1].asInt, let end = arguments[2].asInt else {
          return .noOverload("substring")
        }
        return substring(scalars, start, end)
      },
    ])

  private static func substring(_ scalars: [Unicode.Scalar], _ start: Int64, _ end: Int64) -> Value {
    let possible = 0...Int64(scalars.count)
    for position in [start, end] where !possible.contains(position) {
      return .error(.indexOutOfRange("\(position)"))
    }
    guard start <= end else { return .error(.substringRange(start, end)) }
    return .text(scalars[Int(start)..<Int(end)])
  }
}
