extension Function {
  /// `text.charAt(position)`: a text of one code point, or of none at the very end.
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
}
