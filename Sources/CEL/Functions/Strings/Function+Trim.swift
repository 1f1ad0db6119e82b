extension Function {
  /// `text.trim()`: without the white space at both ends.
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
}
