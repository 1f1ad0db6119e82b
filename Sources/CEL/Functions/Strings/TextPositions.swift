extension Function {
  /// `text.name(other)` and `text.name(other, position)`: where a text stands in another, -1 where it does not. `find` gets
  /// the position, if one is given.
  static func search(
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
