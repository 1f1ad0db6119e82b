internal import CEL

/// One function, macro or operator as the reference page shows it.
struct ReferenceEntry {
  let title: String
  let summary: String
  /// Each way to write it, with types or with a word for each argument.
  let forms: [String]
  let examples: [(expression: String, result: String)]

  init(_ function: Function) {
    title = function.name
    summary = function.summary
    forms = function.overloads.map { Self.form(function.name, $0) }
    examples = function.overloads.flatMap(\.examples)
  }

  init(_ macro: Macro) {
    title = macro.name
    summary = macro.summary
    forms = macro.forms.map(\.written)
    examples = macro.forms.flatMap(\.examples)
  }

  init(_ operator: Operator) {
    title = "`\(Self.filled(`operator`.form, ["a", "b", "c"]))`"
    summary = `operator`.summary
    forms = `operator`.signatures.map { signature in
      "\(Self.filled(`operator`.form, signature.parameters.map { "\($0)" })) → \(signature.result)"
    }
    examples = `operator`.examples
  }

  /// The form with an operand in each of its places.
  private static func filled(_ form: String, _ operands: [String]) -> String {
    var left = operands[...]
    return form.map { $0 == "_" ? left.popFirst() ?? "_" : String($0) }.joined()
  }

  private static func form(_ name: String, _ overload: Overload) -> String {
    var parameters = overload.parameters.map { "\($0)" }
    if overload.isVariadic, let last = parameters.popLast() { parameters.append(last + "…") }
    switch overload.style {
    case .global: return "\(name)(\(parameters.joined(separator: ", "))) → \(overload.result)"
    case .member:
      return "\(parameters[0]).\(name)(\(parameters.dropFirst().joined(separator: ", "))) → \(overload.result)"
    }
  }

  func text(heading: String) -> String {
    var text = "\(heading) \(title)\n\n\(summary)\n\n"
    for form in forms { text += "- `\(form)`\n" }
    text += "\n```cel\n"
    for example in examples {
      text += "\(example.expression)  // \(example.result.isEmpty ? "an empty text" : example.result)\n"
    }
    return text + "```\n"
  }
}
