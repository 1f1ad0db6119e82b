/// Arithmetic on values of the same type (cel-spec `langdef.md`, section Numeric Values).
enum Arithmetic {
  static func negate(_ value: Value) -> Value {
    switch value {
    case .int(let value): value == .min ? overflow : .int(-value)
    case .double(let value): .double(-value)
    default: .noOverload("-")
    }
  }

  static func apply(_ name: String, _ left: Value, _ right: Value) -> Value {
    switch (left, right) {
    case (.double(let left), .double(let right)): return double(name, left, right)
    case (.int(let left), .int(let right)):
      return integer(name, left, right).map { .int($0) } ?? failure(name, right == 0)
    case (.uint(let left), .uint(let right)):
      return integer(name, left, right).map { .uint($0) } ?? failure(name, right == 0)
    case (.string(let left), .string(let right)) where name == "_+_": return .string(left + right)
    case (.bytes(let left), .bytes(let right)) where name == "_+_": return .bytes(left + right)
    case (.list(let left), .list(let right)) where name == "_+_":
      var openness = UnknownCollector()
      openness.add(left.openness)
      openness.add(right.openness)
      return .list(ListValue(left.items + right.items, openness: openness.set))
    case (.timestamp(let left), .timestamp(let right)) where name == "_-_": return difference(left, right)
    case (.timestamp(let moment), .duration(let span)) where name == "_+_" || name == "_-_":
      return shift(moment, span, sign: name == "_+_" ? 1 : -1)
    case (.duration(let span), .timestamp(let moment)) where name == "_+_": return shift(moment, span, sign: 1)
    case (.duration(let left), .duration(let right)) where name == "_+_" || name == "_-_":
      let sum = integer(name, left.nanoseconds, right.nanoseconds)
      return sum.map { .duration(TimeSpan(nanoseconds: $0)) } ?? overflow
    default: return .noOverload(name)
    }
  }

  private static var overflow: Value { .error(.outOfRange) }

  private static func failure(_ name: String, _ isZero: Bool) -> Value {
    isZero && (name == "_/_" || name == "_%_") ? .error(.divisionByZero) : overflow
  }

  private static func double(_ name: String, _ left: Double, _ right: Double) -> Value {
    switch name {
    case "_+_": .double(left + right)
    case "_-_": .double(left - right)
    case "_*_": .double(left * right)
    case "_/_": .double(left / right)
    default: .noOverload("%")
    }
  }

  /// Nil where the result does not fit.
  private static func integer<Number: FixedWidthInteger>(_ name: String, _ left: Number, _ right: Number) -> Number? {
    let (result, overflow) =
      switch name {
      case "_+_": left.addingReportingOverflow(right)
      case "_-_": left.subtractingReportingOverflow(right)
      case "_*_": left.multipliedReportingOverflow(by: right)
      case "_/_": left.dividedReportingOverflow(by: right)
      case "_%_": left.remainderReportingOverflow(dividingBy: right)
      default: (left, true)
      }
    return overflow ? nil : result
  }

  private static func difference(_ left: Timestamp, _ right: Timestamp) -> Value {
    let (seconds, overflows) = (left.seconds - right.seconds).multipliedReportingOverflow(by: 1_000_000_000)
    let (total, overflowsToo) = seconds.addingReportingOverflow(Int64(left.nanoseconds - right.nanoseconds))
    return overflows || overflowsToo ? overflow : .duration(TimeSpan(nanoseconds: total))
  }

  private static func shift(_ moment: Timestamp, _ span: TimeSpan, sign: Int64) -> Value {
    var seconds = moment.seconds + sign * (span.nanoseconds / 1_000_000_000)
    var nanoseconds = Int64(moment.nanoseconds) + sign * (span.nanoseconds % 1_000_000_000)
    if nanoseconds < 0 { (seconds, nanoseconds) = (seconds - 1, nanoseconds + 1_000_000_000) }
    if nanoseconds >= 1_000_000_000 { (seconds, nanoseconds) = (seconds + 1, nanoseconds - 1_000_000_000) }
    return Timestamp(seconds: seconds, nanoseconds: Int32(nanoseconds)).map { .timestamp($0) } ?? overflow
  }
}
