internal import CEL
internal import Foundation

/// What is wrong with a line that should hold a case.
public struct MalformedCase: Error {
  public let problem: String

  init(_ problem: String) {
    self.problem = problem
  }
}

/// Values with their type as a key: `{"int": "5"}`.
enum TaggedValue {
  static func read(_ json: JSONValue) throws(MalformedCase) -> Value {
    guard let object = json.object, object.count == 1, let (tag, content) = object.first else {
      throw MalformedCase("a value has one key, its type")
    }
    guard let value = try read(tag, content) else { throw MalformedCase("no value of the type `\(tag)`") }
    return value
  }

  private static func read(_ tag: String, _ content: JSONValue) throws(MalformedCase) -> Value? {
    switch tag {
    case "null": return .null
    case "bool": return content.bool.map { .bool($0) }
    case "int": return content.string.flatMap { Int64($0) }.map { .int($0) }
    case "uint": return content.string.flatMap { UInt64($0) }.map { .uint($0) }
    case "double": return content.string.flatMap { Double($0) }.map { .double($0) }
    case "string": return content.string.map { .string($0) }
    case "bytes": return content.string.flatMap { Data(base64Encoded: $0) }.map { .bytes([UInt8]($0)) }
    case "type": return content.string.map { .type($0) }
    case "timestamp":
      guard let (seconds, nanoseconds) = moment(content) else { return nil }
      return Timestamp(seconds: seconds, nanoseconds: Int32(nanoseconds)).map { .timestamp($0) }
    case "duration":
      guard let (seconds, nanoseconds) = moment(content) else { return nil }
      return .duration(TimeSpan(nanoseconds: seconds * 1_000_000_000 + nanoseconds))
    case "optional":
      if case .null = content { return .optional(OptionalValue(nil)) }
      return .optional(OptionalValue(try read(content)))
    case "list":
      guard let items = content.array else { return nil }
      var values: [Value] = []
      for item in items { values.append(try read(item)) }
      return .list(ListValue(values))
    case "map":
      guard let pairs = content.array else { return nil }
      var entries: [(key: Value, value: Value)] = []
      for pair in pairs {
        guard let sides = pair.array, sides.count == 2 else { return nil }
        entries.append((try read(sides[0]), try read(sides[1])))
      }
      return .map(MapValue(entries))
    case "error": return .error(EvaluationError(content.string ?? "an error"))
    default: return nil
    }
  }

  private static func moment(_ json: JSONValue) -> (Int64, Int64)? {
    guard let seconds = json["seconds"]?.string.flatMap({ Int64($0) }) else { return nil }
    return (seconds, json["nanos"]?.int ?? 0)
  }

  /// Whether two values are the same: of the same types too, and a number that is none is the same as another.
  static func areSame(_ left: Value, _ right: Value) -> Bool {
    switch (left, right) {
    case (.null, .null): true
    case (.bool(let left), .bool(let right)): left == right
    case (.int(let left), .int(let right)): left == right
    case (.uint(let left), .uint(let right)): left == right
    case (.double(let left), .double(let right)):
      left.isNaN && right.isNaN || left == right && left.sign == right.sign
    case (.string(let left), .string(let right)): left.utf8.elementsEqual(right.utf8)
    case (.bytes(let left), .bytes(let right)): left == right
    case (.timestamp(let left), .timestamp(let right)): left == right
    case (.duration(let left), .duration(let right)): left == right
    case (.type(let left), .type(let right)): left == right
    case (.optional(let left), .optional(let right)):
      switch (left.value, right.value) {
      case (nil, nil): true
      case (let left?, let right?): areSame(left, right)
      default: false
      }
    case (.list(let left), .list(let right)):
      left.items.count == right.items.count && zip(left.items, right.items).allSatisfy { areSame($0, $1) }
    case (.map(let left), .map(let right)):
      left.entries.count == right.entries.count
        && left.entries.allSatisfy { entry in
          right.entries.contains { areSame(entry.key, $0.key) && areSame(entry.value, $0.value) }
        }
    default: false
    }
  }

  /// A value with its type, for saying what was expected and what came.
  static func describe(_ value: Value) -> String {
    switch value {
    case .error(let error): "an error: \(error.message)"
    case .unknown(let set): "unknown: \(set.paths.map(\.description).joined(separator: ", "))"
    case .list(let list): "[\(list.items.map(describe).joined(separator: ", "))]"
    case .map(let map): "{\(map.entries.map { "\(describe($0.key)): \(describe($0.value))" }.joined(separator: ", "))}"
    case .bytes(let bytes): "bytes \(bytes)"
    case .double(let number): "double \(number)"
    case .optional(let optional): "optional(\(optional.value.map(describe) ?? ""))"
    case .string(let text): "string \"\(text)\""
    default: "\(value.typeName) \(value.written)"
    }
  }
}
