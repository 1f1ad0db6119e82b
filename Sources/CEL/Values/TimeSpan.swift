/// A length of time in nanoseconds.
public struct TimeSpan: Sendable, Hashable, Comparable {
  public let nanoseconds: Int64

  public init(nanoseconds: Int64) {
    self.nanoseconds = nanoseconds
  }

  public static func < (left: TimeSpan, right: TimeSpan) -> Bool { left.nanoseconds < right.nanoseconds }

  /// Reads numbers with units, such as `1h30m`, `-1.5h` or `0`; nil where it is none, or does not fit into 64 bits of
  /// nanoseconds (the syntax of Go's `time.ParseDuration`, to which cel-spec refers).
  public init?(_ text: String) {
    var bytes = Array(text.utf8)[...]
    let isNegative = bytes.first == UInt8(ascii: "-")
    if isNegative || bytes.first == UInt8(ascii: "+") { bytes.removeFirst() }
    if bytes.elementsEqual("0".utf8) {
      self.init(nanoseconds: 0)
      return
    }
    guard !bytes.isEmpty else { return nil }
    var total: UInt64 = 0
    while !bytes.isEmpty {
      guard let part = Self.part(&bytes) else { return nil }
      let (sum, overflow) = total.addingReportingOverflow(part)
      guard !overflow, sum <= Int64.min.magnitude else { return nil }
      total = sum
    }
    if isNegative {
      self.init(nanoseconds: total == Int64.min.magnitude ? .min : -Int64(total))
    } else {
      guard let nanoseconds = Int64(exactly: total) else { return nil }
      self.init(nanoseconds: nanoseconds)
    }
  }

  private static let units: [(name: String, nanoseconds: UInt64)] = [
    ("ns", 1), ("us", 1_000), ("µs", 1_000), ("μs", 1_000), ("ms", 1_000_000), ("s", 1_000_000_000),
    ("m", 60_000_000_000), ("h", 3_600_000_000_000),
  ]

  /// One number with its unit, in nanoseconds.
  private static func part(_ bytes: inout ArraySlice<UInt8>) -> UInt64? {
    let whole = bytes.prefix { Lexer.isDigit($0) }
    bytes = bytes.dropFirst(whole.count)
    var fraction = bytes.prefix(0)
    if bytes.first == UInt8(ascii: ".") {
      bytes.removeFirst()
      fraction = bytes.prefix { Lexer.isDigit($0) }
      bytes = bytes.dropFirst(fraction.count)
    }
    guard !whole.isEmpty || !fraction.isEmpty else { return nil }
    let name = bytes.prefix { !Lexer.isDigit($0) && $0 != UInt8(ascii: ".") }
    bytes = bytes.dropFirst(name.count)
    guard let unit = units.first(where: { $0.name.utf8.elementsEqual(name) }) else { return nil }
    guard let count = whole.isEmpty ? 0 : UInt64(String(decoding: whole, as: UTF8.self)) else { return nil }
    let (base, overflow) = count.multipliedReportingOverflow(by: unit.nanoseconds)
    guard !overflow else { return nil }
    var rest: UInt64 = 0
    var place = unit.nanoseconds
    for digit in fraction {
      // Rounding each place down would lose what the places below add: a unit is divisible by ten long enough.
      guard place % 10 == 0 else {
        rest += UInt64(Double(digit - 0x30) * Double(place) / 10)
        break
      }
      place /= 10
      rest += UInt64(digit - 0x30) * place
    }
    let (sum, overflowsToo) = base.addingReportingOverflow(rest)
    return overflowsToo ? nil : sum
  }

  /// Decimal seconds: `5400s`, `-0.5s`.
  public var seconds: String {
    let magnitude = nanoseconds.magnitude
    let fraction = Timestamp.fraction(Int(magnitude % 1_000_000_000))
    return "\(nanoseconds < 0 ? "-" : "")\(magnitude / 1_000_000_000)\(fraction)s"
  }
}
