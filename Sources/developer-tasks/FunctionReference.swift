internal import CEL

/// The reference page of functions, made from their declarations.
struct FunctionReference {
  let title: String
  let summary: String
  let functions: [Function]

  /// The page in Markdown, functions by name.
  var page: String {
    var text = "# \(title)\n\n\(summary)\n"
    for function in functions.sorted(by: { $0.name.utf8.lexicographicallyPrecedes($1.name.utf8) }) {
      text += "\n## \(function.name)\n\n\(function.summary)\n\n"
      for overload in function.overloads { text += "- `\(signature(function.name, overload))`\n" }
      text += "\n```\n"
      for example in function.overloads.flatMap(\.examples) {
        text += "\(example.expression)  // \(example.result.isEmpty ? "an empty text" : example.result)\n"
      }
      text += "```\n"
    }
    return text
  }

  private func signature(_ name: String, _ overload: Overload) -> String {
    var parameters = overload.parameters.map { "\($0)" }
    if overload.isVariadic, let last = parameters.popLast() { parameters.append(last + "…") }
    switch overload.style {
    case .global: return "\(name)(\(parameters.joined(separator: ", "))) → \(overload.result)"
    case .member:
      return "\(parameters[0]).\(name)(\(parameters.dropFirst().joined(separator: ", "))) → \(overload.result)"
    }
  }
}
