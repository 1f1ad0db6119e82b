extension Function {
  static let contains = Function(
    name: "contains", summary: "Whether the text holds another.",
    overloads: [
      Overload(
        id: "contains_string", .member, [.string, .string], .bool, examples: [("'hello'.contains('ell')", "true")],
        requirement: { others, wanted in
          "\(wanted ? "a text that contains" : "no text like") \(others[0].written)"
        }
      ) { arguments in
        guard case .string(let first) = arguments[0], case .string(let second) = arguments[1] else {
          return .error(.noOverload("contains"))
        }
        return .bool(first.utf8Contains(second))
      }
    ])
}

extension String {
  /// Whether the bytes of another text stand in this one.
  fileprivate func utf8Contains(_ other: String) -> Bool {
    let wanted = Array(other.utf8)
    let bytes = Array(utf8)
    guard !wanted.isEmpty else { return true }
    guard bytes.count >= wanted.count else { return false }
    return (0...bytes.count - wanted.count).contains { bytes[$0...].starts(with: wanted) }
  }
}
