extension Value {
  /// The value as a person would write it: `1.25`, `5`, `true`, `2026-03-01`, `a, b`.
  public var written: String {
    switch self {
    case .null: "null"
    case .bool(let value): value ? "true" : "false"
    case .int(let value): String(value)
    case .uint(let value): String(value)
    case .double(let value): Self.written(value)
    case .string(let value): value
    case .bytes(let value): "\(value.count) bytes"
    case .timestamp(let value): value.description
    case .duration(let value): Self.written(Double(value.nanoseconds) / 1e9) + " s"
    case .list(let list):
      list.items.isEmpty ? "an empty list" : list.items.map(\.written).joined(separator: ", ")
    case .map(let map): map.entries.map { "\($0.key.written): \($0.value.written)" }.joined(separator: ", ")
    case .record: "a record"
    case .error(let error): error.message
    case .unknown: "unknown"
    }
  }

  /// The shortest decimal that reads back as the same number; whole numbers without a fraction.
  static func written(_ value: Double) -> String {
    if value == value.rounded(), abs(value) < 1e15 { return String(Int64(value)) }
    return "\(value)"
  }
}
