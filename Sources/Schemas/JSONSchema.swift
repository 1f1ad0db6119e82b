/// A JSON Schema (draft 2020-12) in the making: keywords in the order in which they are added.
///
/// Only keywords that older drafts and editors know too are used, but for `$defs`.
public struct JSONSchema: Sendable {
  private(set) var keywords: [(key: String, value: JSONValue)] = []

  public init() {}

  public init(type: String) { add("type", .text(type)) }

  public var value: JSONValue { .object(keywords) }

  public mutating func add(_ key: String, _ value: JSONValue) { keywords.append((key, value)) }

  /// The same with one keyword more.
  public func with(_ key: String, _ value: JSONValue) -> JSONSchema {
    var schema = self
    schema.add(key, value)
    return schema
  }

  /// The same with words before its other keywords.
  public func described(_ description: String, title: String? = nil) -> JSONSchema {
    var schema = JSONSchema()
    if let title { schema.add("title", .text(title)) }
    schema.add("description", .text(description))
    schema.keywords += keywords
    return schema
  }

  /// The same, or null.
  public func orNull() -> JSONSchema {
    var schema = self
    for (index, keyword) in keywords.enumerated() {
      switch (keyword.key, keyword.value) {
      case ("type", .text(let type)): schema.keywords[index].value = .texts([type, "null"])
      case ("type", .array(let types)): schema.keywords[index].value = .array(types + ["null"])
      case ("enum", .array(let values)): schema.keywords[index].value = .array(values + [.null])
      default: break
      }
    }
    return schema
  }

  /// Another part of the same schema.
  public static func reference(_ name: String) -> JSONSchema { JSONSchema().with("$ref", .text("#/$defs/\(name)")) }

  /// An object with these members and, unless it is open, no others.
  public static func object(_ members: [Member], isOpen: Bool = false) -> JSONSchema {
    var schema = JSONSchema(type: "object")
    let required = members.filter(\.isRequired).map(\.name)
    if !required.isEmpty { schema.add("required", .texts(required)) }
    schema.add("properties", .object(members.map { ($0.name, $0.schema.value) }))
    if !isOpen { schema.add("additionalProperties", false) }
    return schema
  }

  public static func array(of items: JSONSchema) -> JSONSchema { JSONSchema(type: "array").with("items", items.value) }

  public static func values(_ values: [String]) -> JSONSchema { JSONSchema().with("enum", .texts(values)) }

  public struct Member {
    let name: String
    let schema: JSONSchema
    let isRequired: Bool

    public init(_ name: String, _ schema: JSONSchema, isRequired: Bool = true) {
      self.name = name
      self.schema = schema
      self.isRequired = isRequired
    }
  }
}
