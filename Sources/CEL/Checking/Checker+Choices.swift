internal import Diagnostics

/// The texts that a value, its items or its keys can be, as far as it is known where they come from.
struct TextChoice {
  /// What the fields offer that it is read from; nil where it is read from none that offers a choice.
  var offered: [String]?
  /// The texts of the expression itself that it can be.
  var written: [(text: String, range: SourceRange)] = []

  var isNothing: Bool { offered == nil && written.isEmpty }

  func joined(_ other: TextChoice?) -> TextChoice {
    guard let other else { return self }
    let both = offered.map { own in own + (other.offered ?? []).filter { !own.contains($0) } } ?? other.offered
    return TextChoice(offered: both, written: written + other.written)
  }

  /// Whether it can be a text; true where that is not known.
  func allows(_ text: String) -> Bool {
    offered.map { offered in offered.contains(text) || written.contains { $0.text == text } } ?? true
  }
}

/// Texts beside a field that offers a choice must be among what it offers, however the field or the text comes there: a
/// misspelt one would never be found, and what must not be found would always pass.
extension Checker {
  /// Calls whose result is one of their operands, or has its items.
  private static let passing: Set<String> = [
    "dyn", "optional.of", "optional.ofNonZeroValue", "first", "last", "or", "orValue", "value", "distinct", "sort",
    "reverse", "slice", "flatten",
  ]

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
    case .call(let name, _, let target, _):
      guard Self.passing.contains(target.flatMap { namespaced($0, name, expression) } ?? name) else { return nil }
      return joined(expression.children)
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

  private func namespaced(_ target: Expression, _ name: String, _ call: Expression) -> String? {
    guard names.namespacedCalls.contains(call.id) else { return nil }
    return target.qualifiedName.map { "\($0).\(name)" }
  }

  private func joined(_ expressions: [Expression]) -> TextChoice? {
    let all = expressions.compactMap { choices[$0.id] }
    return all.first.map { first in all.dropFirst().reduce(first) { $0.joined($1) } }
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
    guard environment.dialect.reportsMistakes, operands.count > 1 else { return }
    let isComparison = ["_==_", "_!=_", "@in"].contains(name)
    for (index, operand) in operands.enumerated() {
      guard isComparison || isList(operand), let written = choices[operand.id]?.written, !written.isEmpty else {
        continue
      }
      for (place, other) in operands.enumerated() where place != index {
        guard let choice = choices[other.id], let offered = choice.offered else { continue }
        for (text, range) in written where !choice.allows(text) && misspelt.insert(range).inserted {
          let near = Suggestions.near(text, in: offered)
          report(Messages.notAllowed(text, allowed: offered, near: near, range: range))
        }
      }
    }
  }
}
