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
  /// Why further items are possible, before, between or behind these; nil where these are all.
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
  /// Nil where there are so few entries that going through them is as fast.
  private let index: KeyIndex?

  public convenience init(_ entries: [(key: Value, value: Value)]) {
    self.init(entries, unlisted: nil, origin: nil)
  }

  init(_ entries: [(key: Value, value: Value)], unlisted: UnlistedEntries?, origin: AttributePath?) {
    self.entries = entries
    self.unlisted = unlisted
    self.origin = origin
    hasUnknowns = unlisted != nil || entries.contains { $0.value.hasUnknowns }
    index = entries.count > 4 ? KeyIndex(entries) : nil
  }

  /// Why further entries are possible; nil where these are all.
  var openness: UnknownSet? { unlisted?.openness }

  /// The value of a key; numbers of equal value are the same key.
  public func value(forKey key: Value) -> Value? {
    guard let key = MapKey(key) else { return nil }
    let place =
      if let index {
        index.place(hash: key.hashValue) { MapKey(entries[$0].key) == key }
      } else {
        entries.indices.first { MapKey(entries[$0].key) == key }
      }
    return place.map { entries[$0].value } ?? unlisted?.value(forKey: key)
  }

  /// The value of a text as key, which is what `a.b` looks for.
  func value(of field: PreparedText) -> Value? {
    place(of: field).map { entries[$0].value } ?? unlisted?.value(forKey: field.key)
  }

  /// Where the entry with a text as key stands.
  func place(of field: PreparedText) -> Int? {
    if let index { return index.place(hash: field.hash) { hasName(field, at: $0) } }
    for place in entries.indices where hasName(field, at: place) { return place }
    return nil
  }

  /// The same for a text of ASCII.
  @inline(__always)
  func place(ofASCII field: PreparedText) -> Int? {
    if let index {
      return index.place(hash: field.hash) { place in
        if case .string(let key) = entries[place].key { field.isSameASCII(as: key) } else { false }
      }
    }
    for place in entries.indices {
      if case .string(let key) = entries[place].key, field.isSameASCII(as: key) { return place }
    }
    return nil
  }

  private func hasName(_ name: PreparedText, at place: Int) -> Bool {
    if case .string(let key) = entries[place].key { name.isSame(as: key) } else { false }
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

  /// Everything inside that is not known; nil where all is known.
  var unknownsWithin: UnknownSet? {
    guard hasUnknowns else { return nil }
    var unknowns = UnknownCollector()
    unknowns.addAll(in: self)
    return unknowns.set
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

  /// Whether it is no error, and everything in it is known.
  var isWhole: Bool {
    switch self {
    case .error, .unknown: false
    case .list(let list): !list.hasUnknowns
    case .map(let map): !map.hasUnknowns
    case .record(let record): !record.hasUnknowns
    case .optional(let optional): optional.value?.isWhole ?? true
    default: true
    }
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
