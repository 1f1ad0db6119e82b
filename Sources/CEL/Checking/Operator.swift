/// An operator: how it is written, what it means, and what it works on. Checker and reference page read this declaration.
public struct Operator: Sendable {
  /// CEL's name for it, such as `_+_` (cel-spec `standard.go` names them so).
  public let name: String
  /// How it is written, with `_` for each operand: `_ + _`.
  public let form: String
  /// One sentence.
  public let summary: String
  /// The types of operands that go together, and of the result.
  public let signatures: [Signature]
  /// Expressions and their results; run as tests.
  public let examples: [(expression: String, result: String)]
  /// Whether the parser makes a call of it; the others are forms of their own.
  let isCall: Bool

  /// One choice of types.
  public struct Signature: Sendable {
    public let parameters: [CELType]
    public let result: CELType
    let isGeneric: Bool

    init(_ parameters: [CELType], _ result: CELType) {
      self.parameters = parameters
      self.result = result
      isGeneric = result.hasParameters || parameters.contains(where: \.hasParameters)
    }
  }

  init(
    _ name: String, _ form: String, _ summary: String, _ signatures: [Signature], isCall: Bool = true,
    examples: [(expression: String, result: String)]
  ) {
    self.name = name
    self.form = form
    self.summary = summary
    self.signatures = signatures
    self.isCall = isCall
    self.examples = examples
  }

  private static let byName = Dictionary(uniqueKeysWithValues: all.map { ($0.name, $0) })

  static func signatures(_ name: String) -> [Signature] { byName[name]?.signatures ?? [] }

  /// The result for two operands of the same simple type, which most operators have.
  static func quickResult(_ name: String, _ operands: [CELType]) -> CELType? {
    guard operands.count == 2, operands[0] == operands[1] else { return nil }
    switch (name, operands[0]) {
    case ("_==_", .bool), ("_==_", .int), ("_==_", .double), ("_==_", .string), ("_==_", .timestamp): return .bool
    case ("_!=_", .bool), ("_!=_", .int), ("_!=_", .double), ("_!=_", .string), ("_!=_", .timestamp): return .bool
    case ("_<_", .int), ("_<=_", .int), ("_>_", .int), ("_>=_", .int): return .bool
    case ("_<_", .double), ("_<=_", .double), ("_>_", .double), ("_>=_", .double): return .bool
    default: return nil
    }
  }

  static func isPredicate(_ name: String) -> Bool { signatures(name).allSatisfy { $0.result == .bool } }

  static func hint(_ name: String, _ operands: [CELType]) -> String? {
    guard operands.count == 2, operands.allSatisfy(\.isNumber) else { return nil }
    return "both sides need the same type: write `double(…)` around the whole number"
  }
}

/// The operators that are calls, by CEL's names for them.
enum OperatorNames {
  private static let symbols = Dictionary(
    uniqueKeysWithValues: Operator.all.filter(\.isCall).map { ($0.name, $0.form.filter { $0 != "_" && $0 != " " }) })

  /// The operator as people write it; nil where the name is a function's.
  static func written(_ name: String) -> String? { symbols[name] }
}
