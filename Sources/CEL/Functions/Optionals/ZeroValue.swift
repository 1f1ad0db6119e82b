extension Value {
  /// Whether it is what a field of its type holds before anything is put there.
  var isZero: Bool {
    switch self {
    case .null: true
    case .bool(let flag): !flag
    case .int(let number): number == 0
    case .uint(let number): number == 0
    case .double(let number): number == 0
    case .string(let text): text.isEmpty
    case .bytes(let bytes): bytes.isEmpty
    case .timestamp(let moment): moment.seconds == 0 && moment.nanoseconds == 0
    case .duration(let span): span.nanoseconds == 0
    case .list(let list): list.items.isEmpty
    case .map(let map): map.entries.isEmpty
    case .optional(let optional): optional.value == nil
    case .record, .type, .error, .unknown: false
    }
  }
}
