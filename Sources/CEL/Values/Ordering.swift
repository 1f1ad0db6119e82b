/// How values compare (cel-spec `langdef.md`, section Ordering).
enum Ordering {
  case less, equal, greater
  /// One is not a number, so that every comparison is false.
  case unordered

  /// Nil where the two can't be compared.
  static func compare(_ left: Value, _ right: Value) -> Ordering? {
    switch (left, right) {
    case (.string(let left), .string(let right)):
      if left.isSameText(as: right) { return .equal }
      return left.utf8.lexicographicallyPrecedes(right.utf8) ? .less : .greater
    case (.bytes(let left), .bytes(let right)):
      return left == right ? .equal : left.lexicographicallyPrecedes(right) ? .less : .greater
    case (.bool(let left), .bool(let right)): return left == right ? .equal : right ? .less : .greater
    case (.timestamp(let left), .timestamp(let right)): return of(left, right)
    case (.duration(let left), .duration(let right)): return of(left, right)
    default: return compareNumbers(left, right)
    }
  }

  /// Nil where one is no number.
  static func compareNumbers(_ left: Value, _ right: Value) -> Ordering? {
    switch (left, right) {
    case (.double(let left), .double(let right)): return of(left, right)
    case (.int(let left), .int(let right)): return of(left, right)
    case (.uint(let left), .uint(let right)): return of(left, right)
    case (.int(let left), .uint(let right)): return left < 0 ? .less : of(UInt64(left), right)
    case (.uint(let left), .int(let right)): return right < 0 ? .greater : of(left, UInt64(right))
    case (.int(let left), .double(let right)): return of(Double(left), right, limits: -0x1p63...0x1p63)
    case (.double(let left), .int(let right)): return of(Double(right), left, limits: -0x1p63...0x1p63).reversed
    case (.uint(let left), .double(let right)): return of(Double(left), right, limits: 0...0x1p64)
    case (.double(let left), .uint(let right)): return of(Double(right), left, limits: 0...0x1p64).reversed
    default: return nil
    }
  }

  private var reversed: Ordering {
    switch self {
    case .less: .greater
    case .greater: .less
    default: self
    }
  }

  private static func of<Number: Comparable>(_ left: Number, _ right: Number) -> Ordering {
    left == right ? .equal : left < right ? .less : left > right ? .greater : .unordered
  }

  /// A double beyond the integer's range decides by that alone.
  private static func of(_ left: Double, _ right: Double, limits: ClosedRange<Double>) -> Ordering {
    right < limits.lowerBound ? .greater : right > limits.upperBound ? .less : of(left, right)
  }
}
