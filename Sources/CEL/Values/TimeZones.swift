/// The time zones that expressions can name, besides UTC and fixed offsets: handed in, so that nothing is read from
/// files while an expression is evaluated.
public struct TimeZones: Sendable {
  private let rules: [String: TimeZoneRules]

  /// UTC and fixed offsets only.
  public static let utcOnly = TimeZones([:])

  /// Zones by their IANA names.
  public init(_ rules: [String: TimeZoneRules]) {
    self.rules = rules
  }

  /// The seconds east of UTC at a moment; nil where the zone is not known.
  ///
  /// A zone is `UTC`, `±hh:mm`, `hh:mm` or an IANA name (cel-spec `langdef.md`, section Timezones).
  func offset(of zone: String, at moment: Timestamp) -> Int? {
    if zone.isEmpty || zone == "UTC" || zone == "Z" || zone == "GMT" { return 0 }
    if let known = rules[zone] { return known.offset(at: moment.seconds) }
    var scanner = DigitScanner(zone)
    if let offset = scanner.offset(), scanner.isAtEnd { return offset }
    scanner = DigitScanner(zone)
    if let offset = scanner.hoursAndMinutes(), scanner.isAtEnd { return offset }
    return nil
  }
}

/// When a zone's clocks stand how far from UTC, read from a file of the time zone database.
public struct TimeZoneRules: Sendable {
  private let transitions: [Int64]
  private let offsets: [Int]
  private let initialOffset: Int
  private let future: RecurringTimeZone?

  /// Reads the content of a TZif file (RFC 8536) of version 2 or later; nil where it is none.
  public init?(tzif bytes: [UInt8]) {
    var reader = TimeZoneReader(bytes)
    guard let first = reader.header(), first.version >= 0x32 else { return nil }
    reader.skip(first.bodyLength(timeSize: 4))
    guard let header = reader.header() else { return nil }
    var transitions: [Int64] = []
    for _ in 0..<header.transitions {
      guard let time = reader.integer(bytes: 8) else { return nil }
      transitions.append(time)
    }
    guard let indexes = reader.take(header.transitions) else { return nil }
    var types: [(offset: Int, isDaylight: Bool)] = []
    for _ in 0..<header.types {
      guard let offset = reader.integer(bytes: 4), let rest = reader.take(2) else { return nil }
      types.append((Int(offset), rest.first == 1))
    }
    guard !types.isEmpty, indexes.allSatisfy({ Int($0) < types.count }) else { return nil }
    reader.skip(header.designations + header.leapSeconds * 12 + header.standardFlags + header.utcFlags)
    self.transitions = transitions
    offsets = indexes.map { types[Int($0)].offset }
    initialOffset = (types.first { !$0.isDaylight } ?? types[0]).offset
    future = RecurringTimeZone(reader.footer())
  }

  /// Seconds east of UTC.
  func offset(at seconds: Int64) -> Int {
    guard let last = transitions.last, let lastOffset = offsets.last else {
      return future?.offset(at: seconds) ?? initialOffset
    }
    if seconds >= last { return future?.offset(at: seconds) ?? lastOffset }
    var low = 0
    var high = transitions.count
    while low < high {
      let middle = (low + high) / 2
      if transitions[middle] <= seconds { low = middle + 1 } else { high = middle }
    }
    return low == 0 ? initialOffset : offsets[low - 1]
  }
}

/// Walks through the bytes of a TZif file.
private struct TimeZoneReader {
  struct Header {
    let version: UInt8
    let utcFlags: Int
    let standardFlags: Int
    let leapSeconds: Int
    let transitions: Int
    let types: Int
    let designations: Int

    func bodyLength(timeSize: Int) -> Int {
      transitions * (timeSize + 1) + types * 6 + designations + leapSeconds * (timeSize + 4) + standardFlags + utcFlags
    }
  }

  private var bytes: ArraySlice<UInt8>

  init(_ bytes: [UInt8]) {
    self.bytes = bytes[...]
  }

  mutating func take(_ count: Int) -> ArraySlice<UInt8>? {
    guard count <= bytes.count else { return nil }
    defer { bytes = bytes.dropFirst(count) }
    return bytes.prefix(count)
  }

  mutating func skip(_ count: Int) { bytes = bytes.dropFirst(count) }

  mutating func integer(bytes count: Int) -> Int64? {
    guard let taken = take(count) else { return nil }
    let value = taken.reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
    return count == 8 ? Int64(bitPattern: value) : Int64(Int32(bitPattern: UInt32(truncatingIfNeeded: value)))
  }

  mutating func header() -> Header? {
    guard let magic = take(4), magic.elementsEqual("TZif".utf8), let version = take(1)?.first, take(15) != nil else {
      return nil
    }
    var counts: [Int] = []
    for _ in 0..<6 {
      guard let count = integer(bytes: 4), (0...1_000_000).contains(count) else { return nil }
      counts.append(Int(count))
    }
    return Header(
      version: version, utcFlags: counts[0], standardFlags: counts[1], leapSeconds: counts[2], transitions: counts[3],
      types: counts[4], designations: counts[5])
  }

  /// The rule for what comes after the last transition, between two line feeds.
  func footer() -> String {
    String(decoding: bytes.dropFirst().prefix { $0 != 0x0A }, as: UTF8.self)
  }
}
