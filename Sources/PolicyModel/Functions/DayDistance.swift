internal import CEL

extension Function {
  /// Whether the second date is not before the first, and at most so many days later; nil where a type is another.
  static func days(from first: Value, to second: Value, atMost limit: Value) -> Value? {
    guard case .timestamp(let first) = first, case .timestamp(let second) = second, case .double(let limit) = limit
    else {
      return nil
    }
    let days = second.day - first.day
    return .bool(days >= 0 && Double(days) <= limit)
  }
}
