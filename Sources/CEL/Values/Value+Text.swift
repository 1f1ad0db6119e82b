extension Value {
  /// The value as a person would write it: `1.25`, `5`, `true`, `2026-03-01`, `a, b`. Of what holds very many values the
  /// rest is left out.
  public var written: String {
    var left = 1_000
    return written(&left)
  }

  private func written(_ left: inout Int) -> String {
    left -= 1
    switch self {
    case .null: return "null"
    case .bool(let value): return value ? "true" : "false"
    case .int(let value): return String(value)
    case .uint(let value): return String(value)
    case .double(let value): return Self.written(value)
    case .string(let value): return value
    case .bytes(let value): return "\(value.count) bytes"
    case .timestamp(let value): return value.description
    case .duration(let value): return Self.written(Double(value.nanoseconds) / 1e9) + " s"
    case .optional(let optional): return optional.value?.written(&left) ?? "nothing"
    case .type(let name): return name
    case .list(let list):
      if list.items.isEmpty { return "an empty list" }
      if list.items.allSatisfy(\.isRecord) {
        return list.items.count == 1 ? "1 entry" : "\(list.items.count) entries"
      }
      return Self.joined(list.items, &left) { $0.written(&$1) }
    case .map(let map):
      return Self.joined(map.entries, &left) { "\($0.key.written(&$1)): \($0.value.written(&$1))" }
    case .record: return "a record"
    case .error(let error): return error.message
    case .unknown: return "unknown"
    }
  }

  private var isRecord: Bool {
    if case .record = self { return true }
    return false
  }

  private static func joined<Element>(
    _ elements: [Element], _ left: inout Int, _ written: (Element, inout Int) -> String
  ) -> String {
    var texts: [String] = []
    for element in elements {
      guard left > 0 else {
        texts.append("…")
        break
      }
      texts.append(written(element, &left))
    }
    return texts.joined(separator: ", ")
  }

  /// The shortest decimal that reads back as the same number; whole numbers without a fraction.
  static func written(_ value: Double) -> String {
    if value.isNaN { return "NaN" }
    if value.isInfinite { return value < 0 ? "-Infinity" : "Infinity" }
    if value == value.rounded(), abs(value) < 1e15 {
      return value.sign == .minus && value == 0 ? "-0" : String(Int64(value))
    }
    return "\(value)"
  }
}
