/// What the operators work on (cel-spec `langdef.md`, List of Standard Definitions), plus ordering across number types.
enum OperatorDeclarations {
  struct Signature: Sendable {
    let parameters: [CELType]
    let result: CELType
    let isGeneric: Bool

    init(_ parameters: [CELType], _ result: CELType) {
      self.parameters = parameters
      self.result = result
      isGeneric = result.hasParameters || parameters.contains(where: \.hasParameters)
    }
  }

  static func signatures(_ name: String) -> [Signature] { all[name] ?? [] }

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

  static func isPredicate(_ name: String) -> Bool {
    ["_==_", "_!=_", "_<_", "_<=_", "_>_", "_>=_", "@in", "!_"].contains(name)
  }

  static func hint(_ name: String, _ operands: [CELType]) -> String? {
    guard operands.count == 2, operands.allSatisfy(\.isNumber) else { return nil }
    return "both sides need the same type: write `double(…)` around the whole number"
  }

  private static let a = CELType.parameter("A")
  private static let b = CELType.parameter("B")

  private static let all: [String: [Signature]] = [
    "_+_": numbers([.int, .uint, .double]) + [
      Signature([.string, .string], .string), Signature([.bytes, .bytes], .bytes),
      Signature([.list(a), .list(a)], .list(a)), Signature([.timestamp, .duration], .timestamp),
      Signature([.duration, .timestamp], .timestamp), Signature([.duration, .duration], .duration),
    ],
    "_-_": numbers([.int, .uint, .double]) + [
      Signature([.timestamp, .timestamp], .duration), Signature([.timestamp, .duration], .timestamp),
      Signature([.duration, .duration], .duration),
    ],
    "_*_": numbers([.int, .uint, .double]), "_/_": numbers([.int, .uint, .double]), "_%_": numbers([.int, .uint]),
    "-_": [Signature([.int], .int), Signature([.double], .double)], "!_": [Signature([.bool], .bool)],
    "_==_": [Signature([a, a], .bool)], "_!=_": [Signature([a, a], .bool)],
    "_<_": orderings, "_<=_": orderings, "_>_": orderings, "_>=_": orderings,
    "@in": [Signature([a, .list(a)], .bool), Signature([a, .map(a, b)], .bool)],
    "_[_]": [
      Signature([.list(a), .int], a), Signature([.map(a, b), a], b),
      Signature([.optional(.list(a)), .int], .optional(a)), Signature([.optional(.map(a, b)), a], .optional(b)),
    ],
    "_[?_]": [
      Signature([.list(a), .int], .optional(a)), Signature([.map(a, b), a], .optional(b)),
      Signature([.optional(.list(a)), .int], .optional(a)), Signature([.optional(.map(a, b)), a], .optional(b)),
    ],
    "_?_:_": [Signature([.bool, a, a], a)],
  ]

  private static func numbers(_ types: [CELType]) -> [Signature] { types.map { Signature([$0, $0], $0) } }

  private static let orderings: [Signature] = {
    let numbers: [CELType] = [.int, .uint, .double]
    let others: [CELType] = [.string, .bool, .bytes, .timestamp, .duration]
    return numbers.flatMap { left in numbers.map { Signature([left, $0], .bool) } }
      + others.map { Signature([$0, $0], .bool) }
  }()
}
