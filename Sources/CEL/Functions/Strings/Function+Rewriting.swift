extension Function {
  static let lowerAscii = rewriting(
    "lowerAscii", "The text with the letters A to Z made small.", ("'TacoCÆt'.lowerAscii()", "tacocÆt")
  ) { scalar in (0x41...0x5A).contains(scalar.value) ? Unicode.Scalar(scalar.value + 0x20) : scalar }

  static let upperAscii = rewriting(
    "upperAscii", "The text with the letters a to z made capital.", ("'TacoCæt'.upperAscii()", "TACOCæT")
  ) { scalar in (0x61...0x7A).contains(scalar.value) ? Unicode.Scalar(scalar.value - 0x20) : scalar }

  static let trim = Function(
    name: "trim", summary: "The text without the white space at both ends.",
    overloads: [
      Overload(id: "string_trim", .member, [.string], .string, examples: [("'  a b\\n'.trim()", "a b")]) { arguments in
        guard let scalars = arguments[0].scalars else { return .noOverload("trim") }
        guard let first = scalars.firstIndex(where: { !$0.properties.isWhitespace }),
          let last = scalars.lastIndex(where: { !$0.properties.isWhitespace })
        else { return .string("") }
        return .text(scalars[first...last])
      }
    ])

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

  static let quote = Function(
    name: "strings.quote", summary: "The text in double quotes, with what can't be seen or would end it escaped.",
    overloads: [
      Overload(
        id: "strings_quote", .global, [.string], .string, examples: [(#"strings.quote("a\n")"#, #""a\n""#)]
      ) { arguments in arguments[0].asString.map { .string(quoted($0)) } ?? .noOverload("strings.quote") }
    ])

  /// A text as a string literal in double quotes.
  static func quoted(_ text: String) -> String {
    var out = String.UnicodeScalarView()
    out.append("\"")
    for scalar in text.unicodeScalars {
      if let escape = escapes[scalar] {
        out.append("\\")
        out.append(escape)
      } else {
        out.append(scalar)
      }
    }
    out.append("\"")
    return String(out)
  }

  private static let escapes: [Unicode.Scalar: Unicode.Scalar] = [
    "\u{07}": "a", "\u{08}": "b", "\u{0C}": "f", "\n": "n", "\r": "r", "\t": "t", "\u{0B}": "v", "\\": "\\", "\"": "\"",
  ]

  private static func rewriting(
    _ name: String, _ summary: String, _ example: (String, String),
    _ change: @escaping @Sendable (Unicode.Scalar) -> Unicode.Scalar?
  ) -> Function {
    Function(
      name: name, summary: summary,
      overloads: [
        Overload(id: "string_\(name)", .member, [.string], .string, examples: [example]) { arguments in
          arguments[0].scalars.map { .text($0.map { change($0) ?? $0 }) } ?? .noOverload(name)
        }
      ])
  }

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
