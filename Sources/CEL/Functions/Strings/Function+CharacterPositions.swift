// Positions count code points from 0.

extension Function {
  static let charAt = Function(
    name: "charAt", summary: "The code point at a position; nothing at the end of the text.",
    overloads: [
      Overload(
        id: "string_char_at_int", .member, [.string, .int], .string,
        examples: [("'hello'.charAt(4)", "o"), ("'hello'.charAt(5)", "")]
      ) { arguments in
        guard let scalars = arguments[0].scalars, let position = arguments[1].asInt else {
          return .noOverload("charAt")
        }
        guard (0...Int64(scalars.count)).contains(position) else { return .error(.indexOutOfRange("\(position)")) }
        return .text(scalars[Int(position)...].prefix(1))
      }
    ])

  static let indexOf = search(
    "indexOf", "Where a text first occurs in another, from a position on; -1 where it does not.",
    examples: ["'mellow mellow'.indexOf('ello')", "'mellow mellow'.indexOf('ello', 2)"], results: ["1", "8"]
  ) { search, scalars, position in search.first(in: scalars, from: position ?? 0) }

  static let lastIndexOf = search(
    "lastIndexOf", "Where a text last occurs in another, beginning at a position or before; -1 where it does not.",
    examples: ["'mellow mellow'.lastIndexOf('ello')", "'mellow mellow'.lastIndexOf('ello', 6)"], results: ["8", "1"]
  ) { search, scalars, position in search.last(in: scalars, upTo: position ?? scalars.count) }

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

  private static func search(
    _ name: String, _ summary: String, examples: [String], results: [String],
    find: @escaping @Sendable (TextSearch<Unicode.Scalar>, [Unicode.Scalar], Int?) -> Int?
  ) -> Function {
    Function(
      name: name, summary: summary,
      overloads: [
        Overload(
          id: "string_\(name)_string", .member, [.string, .string], .int, examples: [(examples[0], results[0])]
        ) { arguments in
          guard let scalars = arguments[0].scalars, let wanted = arguments[1].scalars else { return .noOverload(name) }
          return .int(Int64(find(TextSearch(wanted), scalars, nil) ?? -1))
        },
        Overload(
          id: "string_\(name)_string_int", .member, [.string, .string, .int], .int,
          examples: [(examples[1], results[1])]
        ) { arguments in
          guard let scalars = arguments[0].scalars, let wanted = arguments[1].scalars, let position = arguments[2].asInt
          else { return .noOverload(name) }
          guard (0...Int64(scalars.count)).contains(position) else { return .error(.indexOutOfRange("\(position)")) }
          return .int(Int64(find(TextSearch(wanted), scalars, Int(position)) ?? -1))
        },
      ])
  }
}

extension Value {
  /// The code points of a text.
  var scalars: [Unicode.Scalar]? { asString.map { Array($0.unicodeScalars) } }

  /// The text of code points.
  static func text(_ scalars: some Sequence<Unicode.Scalar>) -> Value {
    var view = String.UnicodeScalarView()
    view.append(contentsOf: scalars)
    return .string(String(view))
  }
}
