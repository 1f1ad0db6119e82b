internal import CEL

extension Function {
  static func days(from first: Value, to second: Value, atMost limit: Value) -> Value? {
    guard case .timestamp(let first) = first, case .timestamp(let second) = second, case .double(let limit) = limit
    else {
      return nil
    }
    let days = second.day - first.day
    return .bool(days >= 0 && Double(days) <= limit)
  }
}
