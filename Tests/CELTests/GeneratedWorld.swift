import CEL
import SeededRandomness

/// Variables with values at random, and the same with parts that are not known.
struct GeneratedWorld {
  static let counts = CELType.map(.string, .int)
  static let variables: [VariableDeclaration] = [
    VariableDeclaration(name: "a", type: .int), VariableDeclaration(name: "b", type: .int),
    VariableDeclaration(name: "t", type: .bool), VariableDeclaration(name: "u", type: .bool),
    VariableDeclaration(name: "s", type: .string), VariableDeclaration(name: "l", type: .list(.int)),
    VariableDeclaration(name: "o", type: .list(.int)), VariableDeclaration(name: "m", type: counts),
    VariableDeclaration(name: "names", type: .list(.string)), VariableDeclaration(name: "rows", type: .list(counts)),
  ]
  static let environment = Environment(variables: variables, objectTypes: [], dialect: .standard)

  private var ints: [String: Int64] = [:]
  private var bools: [String: Bool] = [:]
  private var text: String
  private var list: [Int64]
  /// The items that are known of the list `o`, which may have further ones.
  private var open: [Int64]
  private var further: [(item: Int64, place: Int)] = []
  private var map: [(key: String, value: Int64)]
  private var names: [String]
  private var rows: [[(key: String, value: Int64)]]
  private var unknown: Set<AttributePath> = []

  init(_ random: inout SplitMix64) {
    func number(_ random: inout SplitMix64) -> Int64 { Int64.random(in: -2...4, using: &random) }
    for name in ["a", "b"] { ints[name] = number(&random) }
    for name in ["t", "u"] { bools[name] = Bool.random(using: &random) }
    text = ["a", "b", "ab"][random.index(below: 3)]
    list = (0..<3).map { _ in number(&random) }
    open = (0..<random.index(below: 3)).map { _ in number(&random) }
    map = [("x", number(&random)), ("y", number(&random))]
    names = ["a", text]
    rows = (0..<2).map { _ in [("x", number(&random)), ("y", number(&random))] }
  }

  private static let places: [AttributePath] = [
    AttributePath("a"), AttributePath("b"), AttributePath("t"), AttributePath("u"), AttributePath("s"),
    AttributePath("l"), AttributePath("l").index(0), AttributePath("l").index(1), AttributePath("o"),
    AttributePath("m"), AttributePath("m").field("x"), AttributePath("m").field("z"), AttributePath("names").index(0),
    AttributePath("rows"), AttributePath("rows").index(0).field("x"), AttributePath("rows").index(1),
  ]

  /// The same world with some places not known.
  func forgetting(_ random: inout SplitMix64) -> GeneratedWorld {
    var world = self
    for place in Self.places where random.happens(oneIn: 4) { world.unknown.insert(place) }
    return world
  }

  /// The same world with what is not known, or only what is at or below some paths, replaced by values at random.
  func completed(_ paths: [AttributePath]?, _ random: inout SplitMix64) -> GeneratedWorld {
    var world = self
    let other = GeneratedWorld(&random)
    for place in unknown where paths.map({ $0.contains { Self.overlap($0, place) } }) ?? true {
      world.unknown.remove(place)
      world.take(place, from: other, &random)
    }
    return world
  }

  private static func overlap(_ first: AttributePath, _ second: AttributePath) -> Bool {
    first.variable == second.variable && zip(first.qualifiers, second.qualifiers).allSatisfy { $0 == $1 }
  }

  private mutating func take(_ place: AttributePath, from other: GeneratedWorld, _ random: inout SplitMix64) {
    switch (place.variable, place.qualifiers) {
    case ("a", _), ("b", _): ints[place.variable] = other.ints[place.variable]
    case ("t", _), ("u", _): bools[place.variable] = other.bools[place.variable]
    case ("s", _): text = other.text
    case ("l", let steps):
      if case .index(let index) = steps.first { list[index] = other.list[index] } else { list = other.list }
    case ("o", _):
      further = other.open.enumerated().map { ($1, random.index(below: open.count + $0 + 1)) }
    case ("m", let steps):
      if steps.isEmpty { map = other.map } else { take(steps, from: other, &random) }
    case ("names", _): names[0] = other.names[1]
    default:
      guard case .index(let index) = place.qualifiers.first else {
        rows = other.rows
        return
      }
      if place.qualifiers.count == 1 { rows[index] = other.rows[index] } else { rows[index][0] = other.rows[index][0] }
    }
  }

  private mutating func take(
    _ steps: [AttributePath.Qualifier], from other: GeneratedWorld, _ random: inout SplitMix64
  ) {
    if steps == [.field("x")] {
      if let index = map.firstIndex(where: { $0.key == "x" }) { map[index].value = other.map[0].value }
    } else if Bool.random(using: &random) {
      map.append(("z", other.map[1].value))
    }
  }

  var isComplete: Bool { unknown.isEmpty }

  /// One value for each variable.
  var values: [Value] {
    Self.variables.map { variable in
      let patterns = unknown.map { UnknownPattern($0.variable, $0.qualifiers.map { .only($0) }) }
      let isOpen = variable.name == "o" && unknown.contains(AttributePath("o"))
      return isOpen ? value("o") : Value.partial(value(variable.name), of: variable.name, unknown: patterns)
    }
  }

  private func value(_ name: String) -> Value {
    func counts(_ entries: [(key: String, value: Int64)]) -> Value {
      .map(MapValue(entries.map { (.string($0.key), .int($0.value)) }))
    }
    switch name {
    case "a", "b": return .int(ints[name] ?? 0)
    case "t", "u": return .bool(bools[name] ?? false)
    case "s": return .string(text)
    case "l": return .list(ListValue(list.map { .int($0) }))
    case "o":
      let openness = unknown.contains(AttributePath("o")) ? UnknownSet(AttributePath("o")) : nil
      let items = further.reduce(into: open) { $0.insert($1.item, at: $1.place) }
      return .list(ListValue(items.map { .int($0) }, openness: openness))
    case "m": return counts(map)
    case "names": return .list(ListValue(names.map { .string($0) }))
    default: return .list(ListValue(rows.map { counts($0) }))
    }
  }
}
