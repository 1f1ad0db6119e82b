internal import Diagnostics

/// The texts that a value, its items or its keys can be, as far as it is known where they come from.
struct TextChoice {
  /// What the fields offer that it is read from.
  var offered: [String] = []
  /// The texts of the expression itself that it can be.
  var written: [(text: String, range: SourceRange)] = []
  /// Whether it can be any text besides.
  var isOpen = false

  static let anything = TextChoice(isOpen: true)

  func joined(_ other: TextChoice) -> TextChoice {
    TextChoice(
      offered: offered + other.offered.filter { !offered.contains($0) }, written: written + other.written,
      isOpen: isOpen || other.isOpen)
  }

  /// Whether it can be a text, where something is offered.
  func allows(_ text: String) -> Bool {
    isOpen || offered.isEmpty || offered.contains(text) || written.contains { $0.text == text }
  }
}

/// Texts beside a field that offers a choice must be among what it offers, however the field or the text comes there: a
/// misspelt one would never be found, and what must not be found would always pass.
extension Checker {
  /// Calls whose result is one of their operands.
  private static let passing: Set<String> = [
    "dyn", "optional.of", "optional.ofNonZeroValue", "or", "orValue", "value",
  ]
  /// Calls on a list whose result has its items.
  private static let passingItems: Set<String> = ["first", "last", "distinct", "sort", "reverse", "slice", "flatten"]
  /// Calls that look for words in texts, and for no whole texts.
  private static let searching: Set<String> = ["mentionsNone"]

  /// What was found of an expression whose parts have been looked at.
  func choice(of expression: Expression) -> TextChoice? {
    if let reference = names.references[expression.id] {
      if case .local(let index) = reference { return scope[index].choice }
      return nil
    }
    switch expression.kind {
    case .literal(.string(let text)): return TextChoice(written: [(text, expression.range)])
    case .select(let operand, let field, _, _): return offered(field, of: operand)
    case .index(let operand, _, _): return isList(operand) ? choices[operand.id] : nil
    case .conditional(_, let then, let otherwise): return joined([then, otherwise])
    case .list(let elements): return joined(elements.map(\.value))
    case .map(let entries): return joined(entries.map(\.key))
    case .call("_+_", _, _, let operands): return isList(expression) ? joined(operands) : nil
    case .call(let name, _, let target?, _) where Self.passingItems.contains(name):
      return isList(target) ? choices[target.id] : nil
    case .call(let name, _, let target, let arguments):
      let namespace = names.namespacedCalls.contains(expression.id) ? target?.qualifiedName : nil
      guard Self.passing.contains(namespace.map { "\($0).\(name)" } ?? name) else { return nil }
      return joined(namespace == nil ? expression.children : arguments)
    case .comprehension(let comprehension):
      switch comprehension.macro {
      case .map, .transformList, .bind, .optMap, .optFlatMap:
        return comprehension.transform.flatMap { choices[$0.id] }
      case .filter, .sortBy: return choices[comprehension.range.id]
      case .all, .exists, .existsOne, .transformMap, .transformMapEntry: return nil
      }
    default: return nil
    }
  }

  /// What one of several can be; of a part of which nothing is known that is anything.
  private func joined(_ expressions: [Expression]) -> TextChoice? {
    let all = expressions.filter { !isEmptyList($0) }.map { choices[$0.id] ?? .anything }
    guard let first = all.first else { return nil }
    let found = all.dropFirst().reduce(first) { $0.joined($1) }
    return found.offered.isEmpty && found.written.isEmpty ? nil : found
  }

  private func isEmptyList(_ expression: Expression) -> Bool {
    if case .list(let elements) = expression.kind { elements.isEmpty } else { false }
  }

  private func isList(_ expression: Expression) -> Bool {
    if case .list = inference.resolve(types[expression.id]) { true } else { false }
  }

  private func offered(_ field: String, of operand: Expression) -> TextChoice? {
    var type = inference.resolve(types[operand.id])
    if case .optional(let inner) = type { type = inner }
    guard let object = environment.objectType(type), let slot = object.slot(of: field) else { return nil }
    return object.fields[slot].allowedValues.map { TextChoice(offered: $0) }
  }

  /// Of a call the texts that it is compared with, and those in lists.
  mutating func checkOffered(_ name: String, _ operands: [Expression]) {
    guard environment.dialect.reportsMistakes, operands.count > 1, !Self.searching.contains(name) else { return }
    let isComparison = ["_==_", "_!=_", "@in"].contains(name)
    for (index, operand) in operands.enumerated() {
      guard isComparison || isList(operand), let written = choices[operand.id]?.written, !written.isEmpty else {
        continue
      }
      for (place, other) in operands.enumerated() where place != index {
        guard let choice = choices[other.id] else { continue }
        for (text, range) in written where !choice.allows(text) && misspelt.insert(range).inserted {
          let near = Suggestions.near(text, in: choice.offered)
          report(Messages.notAllowed(text, allowed: choice.offered, near: near, range: range))
        }
      }
    }
  }
}
