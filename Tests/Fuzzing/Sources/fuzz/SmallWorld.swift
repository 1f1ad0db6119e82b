import CEL

/// A few variables with values, and an environment of CEL without anything of ours.
enum SmallWorld {
  private static let counts = CELType.map(.string, .int)
  private static let variables: [(declaration: VariableDeclaration, value: Value)] = [
    (VariableDeclaration(name: "a", type: .int), .int(3)),
    (VariableDeclaration(name: "b", type: .int), .int(-1)),
    (VariableDeclaration(name: "t", type: .bool), .bool(true)),
    (VariableDeclaration(name: "u", type: .bool), .bool(false)),
    (VariableDeclaration(name: "s", type: .string), .string("ab")),
    (VariableDeclaration(name: "l", type: .list(.int)), .list(ListValue([.int(2), .int(0), .int(2)]))),
    (VariableDeclaration(name: "m", type: counts), map(1)),
    (VariableDeclaration(name: "names", type: .list(.string)), .list(ListValue([.string("a"), .string("ab")]))),
    (VariableDeclaration(name: "rows", type: .list(counts)), .list(ListValue([map(0), map(4)]))),
  ]

  static let environment = Environment(
    variables: variables.map(\.declaration), objectTypes: [], dialect: .standard)
  static let values = variables.map(\.value)
  static let named = Dictionary(uniqueKeysWithValues: variables.map { ($0.declaration.name, $0.value) })

  /// The values, where one in so many is not known.
  static func forgetful(_ chance: inout Chance, oneIn count: Int) -> [Value] {
    variables.map { variable in
      Int.random(in: 0..<count, using: &chance) > 0
        ? variable.value : .unknown(UnknownSet(AttributePath(variable.declaration.name)))
    }
  }

  private static func map(_ first: Int64) -> Value {
    .map(MapValue([(.string("x"), .int(first)), (.string("y"), .int(2))]))
  }
}
