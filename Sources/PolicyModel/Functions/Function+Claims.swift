internal import CEL

extension Function {
  /// `answer.claims(values)`: whether the answer is, or holds, one of the values.
  ///
  /// Silence claims nothing: what is not answered is false here, and never unknown. So it belongs under `!` only.
  static let claims = Function(
    name: "claims",
    summary: "Whether the answer is one of the values, or its list holds one; no answer claims nothing.",
    overloads: [
      claims("claims_string", .string, .list(.string), "'a'.claims(['a'])"),
      claims("claims_bool", .bool, .list(.bool), "true.claims([true])"),
      claims("claims_list", .list(.string), .list(.string), "['a', 'b'].claims(['a'])"),
    ])

  private static func claims(_ id: String, _ answer: CELType, _ values: CELType, _ example: String) -> Overload {
    Overload(
      id: id, .member, [answer, values], .bool, examples: [(example, "true")], openParameters: [0],
      unknownParameters: [0],
      requirement: { others, wanted in "\(wanted ? "one" : "none") of \(others[0].written)" }
    ) { arguments in
      guard case .list(let values) = arguments[1] else { return .mistyped("claims") }
      switch arguments[0] {
      case .string(let text): return .bool(arguments[1].texts?.contains(text) ?? false)
      case .bool(let flag):
        return .bool(values.items.contains { if case .bool(flag) = $0 { true } else { false } })
      case .list:
        let items = arguments[0].texts ?? []
        return .bool(arguments[1].texts?.contains { items.contains($0) } ?? false)
      default: return .bool(false)
      }
    }
  }
}
