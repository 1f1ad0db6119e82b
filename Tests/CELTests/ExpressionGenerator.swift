import CEL
import SeededRandomness

extension SplitMix64 {
  mutating func index(below count: Int) -> Int { Int.random(in: 0..<count, using: &self) }

  mutating func happens(oneIn count: Int) -> Bool { index(below: count) == 0 }
}

/// Makes well-typed expressions over the variables of `GeneratedWorld`.
struct ExpressionGenerator {
  enum Kind: CaseIterable {
    case bool, int, string, ints, strings, counts, rows
  }

  private var random: SplitMix64
  /// How often, one in so many, an operand of another type is taken; nil for never.
  private let mistakes: Int?
  private var locals: [(name: String, kind: Kind)] = []
  private var count = 0

  init(seed: UInt64, mistakes: Int? = nil) {
    random = SplitMix64(seed: seed)
    self.mistakes = mistakes
  }

  mutating func expression(_ kind: Kind, depth: Int) -> String {
    if let mistakes, random.happens(oneIn: mistakes) {
      return make(Kind.allCases[random.index(below: Kind.allCases.count)], depth)
    }
    return make(kind, depth)
  }

  private mutating func make(_ kind: Kind, _ depth: Int) -> String {
    let known = locals.filter { $0.kind == kind }
    if !known.isEmpty, random.happens(oneIn: 3) { return known[random.index(below: known.count)].name }
    if depth <= 0 { return leaf(kind) }
    if random.happens(oneIn: 12) {
      let condition = expression(.bool, depth: depth - 1)
      return "(\(condition) ? \(expression(kind, depth: depth - 1)) : \(expression(kind, depth: depth - 1)))"
    }
    if random.happens(oneIn: 14) { return binding(kind, depth) }
    switch kind {
    case .bool: return bool(depth - 1)
    case .int: return int(depth - 1)
    case .string: return string(depth - 1)
    case .ints: return ints(depth - 1)
    case .strings: return strings(depth - 1)
    case .counts, .rows: return leaf(kind)
    }
  }

  private mutating func one(of texts: [String]) -> String { texts[random.index(below: texts.count)] }

  private mutating func leaf(_ kind: Kind) -> String {
    switch kind {
    case .bool: one(of: ["t", "u", "true", "false", "has(m.x)", "has(m.z)"])
    case .int:
      one(of: ["a", "b", "0", "1", "2", "-3", "7", "m.x", "m.y", "m.z", "l[0]", "l[1]", "rows[0].x", "o[0]", "o[2]"])
    case .string: one(of: ["s", "'a'", "'b'", "''", "'héé'", "names[0]"])
    case .ints: one(of: ["l", "[1, 2, 3]", "[a, b]", "o", "l"])
    case .strings: one(of: ["names", "['a', 'b']", "[s]", "m.map(k, k)"])
    case .counts: one(of: ["m", "rows[0]", "{'x': a, 'y': 2}", "{'x': 1}"])
    case .rows: one(of: ["rows", "[m]", "rows.filter(v, v.x > 1)"])
    }
  }

  private mutating func binding(_ kind: Kind, _ depth: Int) -> String {
    let bound = Kind.allCases[random.index(below: Kind.allCases.count)]
    let value = expression(bound, depth: depth - 1)
    return withLocal(bound) { generator, name in
      "cel.bind(\(name), \(value), \(generator.expression(kind, depth: depth - 1)))"
    }
  }

  private mutating func withLocal(_ kind: Kind, _ make: (inout ExpressionGenerator, String) -> String) -> String {
    count += 1
    let name = "v\(count)"
    locals.append((name, kind))
    let made = make(&self, name)
    locals.removeLast()
    return made
  }

  private mutating func bool(_ depth: Int) -> String {
    switch random.index(below: 12) {
    case 0: return "(\(expression(.bool, depth: depth)) && \(expression(.bool, depth: depth)))"
    case 1: return "(\(expression(.bool, depth: depth)) || \(expression(.bool, depth: depth)))"
    case 2: return "!(\(expression(.bool, depth: depth)))"
    case 3:
      let symbol = one(of: ["<", "<=", ">", ">=", "==", "!="])
      return "\(expression(.int, depth: depth)) \(symbol) \(expression(.int, depth: depth))"
    case 4: return "(\(expression(.string, depth: depth)) == \(expression(.string, depth: depth)))"
    case 5: return "(\(expression(.int, depth: depth)) in \(expression(.ints, depth: depth)))"
    case 6: return "(\(expression(.string, depth: depth)) in \(expression(.counts, depth: depth)))"
    case 7: return "(\(expression(.ints, depth: depth)) == \(expression(.ints, depth: depth)))"
    case 8: return "\(expression(.string, depth: depth)).startsWith(\(expression(.string, depth: depth)))"
    case 9: return quantifier(.ints, .int, depth)
    case 10: return quantifier(.counts, .string, depth)
    default: return quantifier(.rows, .counts, depth)
    }
  }

  private mutating func quantifier(_ range: Kind, _ element: Kind, _ depth: Int) -> String {
    let macro = one(of: ["all", "exists", "exists_one"])
    let list = expression(range, depth: depth)
    if range == .ints, random.happens(oneIn: 3) {
      return indexedQuantifier(list, macro.replacing("_o", with: "O"), depth)
    }
    return withLocal(element) { generator, name in
      let isComparison = range == .rows && generator.random.happens(oneIn: 3)
      let condition =
        isComparison
        ? "\(name).x == \(generator.expression(.int, depth: depth))" : generator.expression(.bool, depth: depth)
      return "\(list).\(macro)(\(name), \(condition))"
    }
  }

  private mutating func indexedQuantifier(_ list: String, _ macro: String, _ depth: Int) -> String {
    withLocal(.int) { generator, index in
      generator.withLocal(.int) { generator, item in
        "\(list).\(macro)(\(index), \(item), \(generator.expression(.bool, depth: depth)))"
      }
    }
  }

  private mutating func int(_ depth: Int) -> String {
    switch random.index(below: 8) {
    case 0, 1:
      let symbol = one(of: ["+", "-", "*", "/", "%"])
      return "(\(expression(.int, depth: depth)) \(symbol) \(expression(.int, depth: depth)))"
    case 2: return "-(\(expression(.int, depth: depth)))"
    case 3: return "size(\(expression(one(ofKinds: [.ints, .strings, .string, .counts, .rows]), depth: depth)))"
    case 4: return "(\(expression(.ints, depth: depth)))[\(expression(.int, depth: 0))]"
    case 5: return "(\(expression(.counts, depth: depth))).\(one(of: ["x", "y", "z"]))"
    case 6: return "(\(expression(.counts, depth: depth)))[?'x'].orValue(\(expression(.int, depth: depth)))"
    default: return "(\(expression(.ints, depth: depth))).first().orValue(\(expression(.int, depth: depth)))"
    }
  }

  private mutating func one(ofKinds kinds: [Kind]) -> Kind { kinds[random.index(below: kinds.count)] }

  private mutating func string(_ depth: Int) -> String {
    switch random.index(below: 3) {
    case 0: "(\(expression(.string, depth: depth)) + \(expression(.string, depth: depth)))"
    case 1: "string(\(expression(.int, depth: depth)))"
    default: "(\(expression(.strings, depth: depth)))[0]"
    }
  }

  private mutating func ints(_ depth: Int) -> String {
    switch random.index(below: 6) {
    case 0: return "(\(expression(.ints, depth: depth)) + \(expression(.ints, depth: depth)))"
    case 1: return "[\(expression(.int, depth: depth)), \(expression(.int, depth: depth))]"
    case 2:
      let list = expression(.ints, depth: depth)
      return withLocal(.int) { "(\(list)).map(\($1), \($0.expression(.int, depth: depth)))" }
    case 3:
      let list = expression(.ints, depth: depth)
      return withLocal(.int) { "(\(list)).filter(\($1), \($0.expression(.bool, depth: depth)))" }
    case 4: return "(\(expression(.ints, depth: depth))).sort()"
    default: return "(\(expression(.ints, depth: depth))).distinct()"
    }
  }

  private mutating func strings(_ depth: Int) -> String {
    switch random.index(below: 3) {
    case 0: return "[\(expression(.string, depth: depth)), \(expression(.string, depth: depth))]"
    case 1:
      let list = expression(.ints, depth: depth)
      return withLocal(.int) { "(\(list)).map(\($1), \($0.expression(.string, depth: depth)))" }
    default: return "\(expression(.string, depth: depth)).split(\(expression(.string, depth: 0)))"
    }
  }
}
