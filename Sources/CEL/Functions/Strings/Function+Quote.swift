extension Function {
  /// `strings.quote(text)`: the text as a literal.
  static let quote = Function(
    name: "strings.quote", summary: "The text in double quotes, with what can't be seen or would end it escaped.",
    overloads: [
      Overload(
        id: "strings_quote", .global, [.string], .string, examples: [(#"strings.quote("a\n")"#, #""a\n""#)]
      ) { arguments in arguments[0].asString.map { .string(quoted($0)) } ?? .noOverload("strings.quote") }
    ])

  private static let escapes: [Unicode.Scalar: Unicode.Scalar] = [
    "\u{07}": "a", "\u{08}": "b", "\u{0C}": "f", "\n": "n", "\r": "r", "\t": "t", "\u{0B}": "v", "\\": "\\", "\"": "\"",
  ]

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
}
