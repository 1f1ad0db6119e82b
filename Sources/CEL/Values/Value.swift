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
  case optional(OptionalValue)
  /// A type, by CEL's name for it: `int`, `list`, `google.protobuf.Timestamp`.
  case type(String)
  case error(EvaluationError)
  case unknown(UnknownSet)

  /// The reason why there is no value.
  var isAbsent: Bool {
    switch self {
    case .error, .unknown: true
    default: false
    }
  }

  /// CEL's name of its type.
  public var typeName: String {
    switch self {
    case .null: "null_type"
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
    case .optional: "optional_type"
    case .type: "type"
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
}

/// A list. An open one means "at least these": it can show that something is in it, never that something is not.
public final class ListValue: Sendable {
  public let items: [Value]
  /// Why further items are possible; nil where these are all.
  public let openness: UnknownSet?
  /// Where it stands in the inputs, if something in it is not known and it is to be named as a whole.
  let origin: AttributePath?
  let hasUnknowns: Bool

  public convenience init(_ items: [Value], openness: UnknownSet? = nil) {
    self.init(items, openness: openness, origin: nil)
  }

  init(_ items: [Value], openness: UnknownSet?, origin: AttributePath?) {
    self.items = items
    self.openness = openness
    self.origin = origin
    hasUnknowns = openness != nil || items.contains(where: \.hasUnknowns)
  }
}

/// A map, in the order written.
public final class MapValue: Sendable {
  public let entries: [(key: Value, value: Value)]
  /// What is not known of other keys; nil where these are all.
  let unlisted: UnlistedEntries?
  /// Where it stands in the inputs, if something in it is not known and it is to be named as a whole.
  let origin: AttributePath?
  let hasUnknowns: Bool
  /// Places by key, where there are enough entries for it to pay.
  private let places: [MapKey: Int]?

  public convenience init(_ entries: [(key: Value, value: Value)]) {
    self.init(entries, unlisted: nil, origin: nil)
  }

  init(_ entries: [(key: Value, value: Value)], unlisted: UnlistedEntries?, origin: AttributePath?) {
    self.entries = entries
    self.unlisted = unlisted
    self.origin = origin
    hasUnknowns = unlisted != nil || entries.contains { $0.value.hasUnknowns }
    guard entries.count > 8 else {
      places = nil
      return
    }
    var places: [MapKey: Int] = [:]
    for (place, entry) in entries.enumerated() {
      if let key = MapKey(entry.key), places[key] == nil { places[key] = place }
    }
    self.places = places
  }

  /// Why further entries are possible; nil where these are all.
  var openness: UnknownSet? { unlisted?.openness }

  /// The value of a key; numbers of equal value are the same key.
  public func value(forKey key: Value) -> Value? {
    guard let key = MapKey(key) else { return nil }
    if let places {
      if let place = places[key] { return entries[place].value }
    } else if let entry = entries.first(where: { MapKey($0.key) == key }) {
      return entry.value
    }
    return unlisted?.value(forKey: key)
  }

  /// The value of a text as key, which is what `a.b` looks for.
  func value(forField name: String) -> Value? {
    if places == nil {
      for entry in entries {
        if case .string(let key) = entry.key, key.utf8.elementsEqual(name.utf8) { return entry.value }
      }
      return unlisted?.value(forKey: .string(MapKey.ExactText(text: name)))
    }
    return value(forKey: .string(name))
  }
}

/// A record of a declared type: a slot for each field. A field that is not known holds `.unknown` with its own path.
public final class RecordValue: Sendable {
  public let type: ObjectType
  public let fields: [Value]
  let hasUnknowns: Bool

  public init(type: ObjectType, fields: [Value]) {
    precondition(type.fields.count == fields.count, "a record has a value for each field of its type")
    self.type = type
    self.fields = fields
    hasUnknowns = fields.contains(where: \.hasUnknowns)
  }
}

/// A value, or none (CEL's optional types).
public final class OptionalValue: Sendable {
  public let value: Value?

  public init(_ value: Value?) {
    self.value = value
  }

  static let none = OptionalValue(nil)
}

extension Value {
  static let none = Value.optional(.none)

  static func some(_ value: Value) -> Value { .optional(OptionalValue(value)) }

  /// Everything inside that is not known. A part of the inputs is named as a whole where it has an origin; else its
  /// unknown items and its openness are. Nil where all is known.
  var unknownsWithin: UnknownSet? {
    guard hasUnknowns else { return nil }
    switch self {
    case .unknown(let set): return set
    case .list(let list):
      let set = list.items.reduce(list.openness) { Self.join($0, $1.unknownsWithin) }
      return set.map { named in list.origin.map { UnknownSet($0) } ?? named }
    case .map(let map):
      let set = map.entries.reduce(map.openness) { Self.join($0, $1.value.unknownsWithin) }
      return set.map { named in map.origin.map { UnknownSet($0) } ?? named }
    case .record(let record): return record.fields.reduce(nil) { Self.join($0, $1.unknownsWithin) }
    case .optional(let optional): return optional.value?.unknownsWithin
    default: return nil
    }
  }

  /// Whether anything inside is not known.
  var hasUnknowns: Bool {
    switch self {
    case .unknown: true
    case .list(let list): list.hasUnknowns
    case .map(let map): map.hasUnknowns
    case .record(let record): record.hasUnknowns
    case .optional(let optional): optional.value?.hasUnknowns ?? false
    default: false
    }
  }

  static func join(_ left: UnknownSet?, _ right: UnknownSet?) -> UnknownSet? {
    guard let left else { return right }
    guard let right else { return left }
    return left.union(right)
  }

  /// How much memory it takes, roughly: bytes of text in eights, items and entries each as one.
  var weight: Int {
    switch self {
    case .string(let text): text.utf8.count >> 3
    case .bytes(let bytes): bytes.count >> 3
    case .list(let list): list.items.count
    case .map(let map): map.entries.count
    default: 0
    }
  }
}
