internal import Diagnostics

extension Checker {
  mutating func infer(_ comprehension: Comprehension, _ expression: Expression) -> CELType {
    let range = inference.resolve(infer(comprehension.range))
    let elements = elementTypes(range, comprehension)
    let choices = choices(of: comprehension, range)
    for (index, name) in comprehension.variables.enumerated() {
      scope.append(Local(name: name, type: elements[index], choice: choices[index]))
    }
    defer { scope.removeLast(comprehension.variables.count) }
    if let condition = comprehension.condition { expect(.bool, condition) }
    let transform = comprehension.transform.map { infer($0) } ?? .dyn
    switch comprehension.macro {
    case .all, .exists, .existsOne: return .bool
    case .map, .transformList: return .list(transform)
    case .filter, .sortBy: return .list(elements[0])
    case .transformMap: return .map(elements[0], transform)
    case .transformMapEntry: return expectShape(of: comprehension.transform, transform, like: .map(.dyn, .dyn))
    case .bind: return transform
    case .optMap: return .optional(transform)
    case .optFlatMap: return expectShape(of: comprehension.transform, transform, like: .optional(.dyn))
    }
  }

  private mutating func expectShape(of expression: Expression?, _ found: CELType, like expected: CELType) -> CELType {
    guard let expression, !inference.accepts(found, as: expected) else { return found }
    report(Messages.mismatch(expected: expected, found: inference.resolve(found, atEnd: true), range: expression.range))
    return expected
  }

  /// What is known of the texts that the variables stand for: of items, or of keys.
  private func choices(of comprehension: Comprehension, _ range: CELType) -> [TextChoice?] {
    let found = choices[comprehension.range.id]
    guard comprehension.variables.count > 1 else { return [found] }
    if case .map = range { return [found, nil] }
    return [nil, found]
  }

  private mutating func elementTypes(_ range: CELType, _ comprehension: Comprehension) -> [CELType] {
    let isSingle = comprehension.variables.count == 1
    switch (comprehension.macro, range) {
    case (.bind, _): return [range]
    case (.optMap, .optional(let inner)), (.optFlatMap, .optional(let inner)): return [inner]
    case (_, .dyn): return comprehension.variables.map { _ in .dyn }
    case (_, .parameter):
      // Nothing more specific may be found for it later.
      _ = inference.accepts(.dyn, as: range)
      return comprehension.variables.map { _ in .dyn }
    case (.optMap, _), (.optFlatMap, _): break
    case (_, .list(let element)): return isSingle ? [element] : [.int, element]
    case (.sortBy, _): break
    case (_, .map(let key, let value)): return isSingle ? [key] : [key, value]
    default: break
    }
    let name = comprehension.macro.rawValue
    report(Messages.noOverload(name, [range], hint: nil, range: comprehension.range.range))
    return comprehension.variables.map { _ in .dyn }
  }

  // MARK: Calls that are meant as macros

  /// Reports a call of no function that is most likely meant as a macro; false where it is not. Its arguments are not
  /// looked at: they name variables that only the macro would have declared.
  mutating func reportMacro(_ name: String, _ range: SourceRange, _ target: Expression?) -> Bool {
    guard environment.dialect.syntax.expandsMacros else { return false }
    let namespace = target.flatMap { macroNamespace($0) }
    let prefix = namespace.map { $0 + "." } ?? ""
    let issue: ExpressionIssue
    if let macro = Macro.named(prefix + name) {
      issue = Messages.macroArguments(macro, range: range)
    } else {
      let isOnValue = target != nil && namespace == nil
      let macros = Macro.all.filter { $0.isMember == isOnValue && $0.name.hasPrefix(prefix) }
        .map { String($0.name.dropFirst(prefix.count)) }
      let near = Suggestions.near(name, in: (namespace == nil ? environment.functions.names : []) + macros)
      guard let nearest = near.first, macros.contains(nearest) else { return false }
      issue = Messages.undeclaredFunction(prefix + name, near: near, range: range)
    }
    if let target, namespace == nil { infer(target) }
    report(issue)
    return true
  }

  /// What stands before the dot, where it is no value and macros' names begin so.
  private func macroNamespace(_ target: Expression) -> String? {
    guard names.references[target.id] == nil, let name = target.qualifiedName, Macro.namespaces.contains(name) else {
      return nil
    }
    return name
  }
}
