/// A value of CEL. Errors and unknowns are values too, which no expression can name.
public enum Value: Sendable {
  case null
  case bool(Bool)
  case int(Int64)
  case uint(UInt64)
  case double(Double)
  case string(String)
  case bytes([UInt8])
  case timestamp(Timestamp)
  case duration(TimeSpan)
  case list(ListValue)
  case map(MapValue)
  case record(RecordValue)
  case error(EvaluationError)
  case unknown(UnknownSet)

  /// The reason why there is no value.
  var isAbsent: Bool {
    switch self {
    case .error, .unknown: true
    default: false
    }
  }

  /// The name of its type, for messages.
  var typeName: String {
    switch self {
    case .null: "null"
    case .bool: "bool"
    case .int: "int"
    case .uint: "uint"
    case .double: "double"
    case .string: "string"
    case .bytes: "bytes"
    case .timestamp: "google.protobuf.Timestamp"
    case .duration: "google.protobuf.Duration"
    case .list: "list"
    case .map: "map"
    case .record(let record): record.type.name
    case .error: "error"
    case .unknown: "unknown"
    }
  }
}

/// What went wrong in an evaluation.
public final class EvaluationError: Sendable, Error {
  public let message: String
  /// Whether it is a limit that was exceeded: then neither `||` nor `&&` absorbs it.
  public let isLimit: Bool

  public init(_ message: String, isLimit: Bool = false) {
    self.message = message
    self.isLimit = isLimit
  }

  static func noOverload(_ name: String) -> EvaluationError { EvaluationError("no such overload: `\(name)`") }
}

/// A list. An open one means "at least these": it can show that something is in it, never that something is not.
public final class ListValue: Sendable {
  public let items: [Value]
  /// Why further items are possible; nil where these are all.
  public let openness: UnknownSet?

  public init(_ items: [Value], openness: UnknownSet? = nil) {
    self.items = items
    self.openness = openness
  }
}

/// A map, in the order written.
public final class MapValue: Sendable {
  public let entries: [(key: Value, value: Value)]

  public init(_ entries: [(key: Value, value: Value)]) {
    self.entries = entries
  }

  /// The value of a key; numbers of equal value are the same key.
  func value(forKey key: Value) -> Value? {
    entries.first { Equality.areEqual($0.key, key) }?.value
  }
}

/// A record of a declared type: a slot for each field. A field that is not known holds `.unknown` with its own path.
public final class RecordValue: Sendable {
  public let type: ObjectType
  public let fields: [Value]

  public init(type: ObjectType, fields: [Value]) {
    precondition(type.fields.count == fields.count, "a record has a value for each field of its type")
    self.type = type
    self.fields = fields
  }
}

extension Value {
  /// Everything inside that is not known: of a list its unknown items and its openness. Nil where all is known.
  var unknownsWithin: UnknownSet? {
    switch self {
    case .unknown(let set): return set
    case .list(let list): return list.items.reduce(list.openness) { Self.join($0, $1.unknownsWithin) }
    case .map(let map): return map.entries.reduce(nil) { Self.join($0, $1.value.unknownsWithin) }
    case .record(let record): return record.fields.reduce(nil) { Self.join($0, $1.unknownsWithin) }
    default: return nil
    }
  }

  static func join(_ left: UnknownSet?, _ right: UnknownSet?) -> UnknownSet? {
    guard let left else { return right }
    guard let right else { return left }
    return left.union(right)
  }
}
