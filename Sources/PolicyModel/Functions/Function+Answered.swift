internal import CEL

extension Function {
  static let answered = Function(
    name: "answered", summary: "True where there is an answer, an empty one included; never false.",
    overloads: [
      Overload(
        id: "answered", .global, [.parameter("A")], .bool, examples: [("answered('')", "true")], openParameters: [0],
        requirement: { _, _ in "an answer" }
      ) { _ in .bool(true) }
    ])
}
