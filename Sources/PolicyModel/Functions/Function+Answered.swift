internal import CEL

extension Function {
  /// `answered(x)`: whether there is any answer. Without one it is unknown, so that it is never false.
  static let answered = Function(
    name: "answered", summary: "True where there is an answer, an empty one included; never false.",
    overloads: [
      Overload(
        id: "answered", .global, [.parameter("A")], .bool, examples: [("answered('')", "true")], openParameters: [0],
        requirement: { _, _ in "an answer" }
      ) { _ in .bool(true) }
    ])
}
