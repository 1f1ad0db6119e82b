extension Function {
  /// `text.name()`: the text with some code points exchanged. `change` gives nil where one stays.
  static func letterChange(
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
}
