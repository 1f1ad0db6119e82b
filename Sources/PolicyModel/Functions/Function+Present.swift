internal import CEL

extension Function {
  /// `present(x)`: whether it is answered, and neither with an empty text nor with an empty list.
  static let present = Function(
    name: "present", summary: "Whether there is an answer that is neither an empty text nor an empty list.",
    overloads: [
      Overload(
        id: "present", .global, [.parameter("A")], .bool,
        examples: [("present('x')", "true"), ("present('')", "false"), ("present(0)", "true")], openParameters: [0],
        requirement: { _, wanted in wanted ? "an answer" : "no answer" }
      ) { arguments in
        switch arguments[0] {
        case .string(let text): return .bool(!text.isEmpty)
        case .list(let list):
          if !list.items.isEmpty { return .bool(true) }
          return list.openness.map { .unknown($0) } ?? .bool(false)
        default: return .bool(true)
        }
      }
    ])
}
