internal import CEL
internal import UnicodeText

extension Function {
  /// `text.mentionsNone(texts)`: whether the words of none of the texts stand in a row in this one.
  static let mentionsNone = Function(
    name: "mentionsNone", summary: "Whether the words of none of the listed texts stand in a row in this text.",
    overloads: [
      Overload(
        id: "mentions_none", .member, [.string, .list(.string)], .bool,
        examples: [("'Acme Systems engineer'.mentionsNone(['ACME systems'])", "false")], openParameters: [1],
        requirement: { others, wanted in
          wanted ? "a name without \(others[0].listed("or"))" : "a name with \(others[0].listed("or"))"
        }
      ) { arguments in
        guard case .string(let text) = arguments[0], let mentioned = arguments[1].texts else {
          return .mistyped("mentionsNone")
        }
        let words = CleanedText.words(text)
        if mentioned.contains(where: { words.containsInARow(CleanedText.words($0)) }) { return .bool(false) }
        return arguments[1].openness.map { .unknown($0) } ?? .bool(true)
      }
    ])
}
