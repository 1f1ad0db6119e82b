/// A type of CEL (cel-spec `checked.proto`), as far as this implementation has values of it.
public indirect enum CELType: Sendable, Hashable, CustomStringConvertible {
  /// Anything: checked when evaluated.
  case dyn
  case null, bool, int, uint, double, string, bytes, timestamp, duration
  case type(CELType?)
  case list(CELType)
  case map(CELType, CELType)
  case optional(CELType)
  /// A declared object type, by name.
  case object(String)
  /// A type that only functions know what to do with, by name and parameters.
  case opaque(String, [CELType])
  /// A type parameter of a function's declaration.
  case parameter(String)

  /// CEL's own spelling: `list(string)`.
  public var description: String {
    switch self {
    case .dyn: "dyn"
    case .null: "null"
    case .bool: "bool"
    case .int: "int"
    case .uint: "uint"
    case .double: "double"
    case .string: "string"
    case .bytes: "bytes"
    case .timestamp: "google.protobuf.Timestamp"
    case .duration: "google.protobuf.Duration"
    case .type(let inner): inner.map { "type(\($0))" } ?? "type"
    case .list(let element): "list(\(element))"
    case .map(let key, let value): "map(\(key), \(value))"
    case .optional(let inner): "optional_type(\(inner))"
    case .object(let name): name
    case .opaque(let name, let parameters):
      parameters.isEmpty ? name : "\(name)(\(parameters.map(\.description).joined(separator: ", ")))"
    case .parameter(let name): name
    }
  }

  /// The type in words for a message.
  var described: String {
    switch self {
    case .bool: "true or false"
    case .int, .uint, .double: "a number (`\(self)`)"
    case .string: "a text"
    case .timestamp: "a date"
    case .list: "a list (`\(self)`)"
    default: "`\(self)`"
    }
  }

  var isNumber: Bool { self == .int || self == .uint || self == .double }

  /// Whether every value of the type is of this very type, in all its parts.
  var isExact: Bool {
    switch self {
    case .dyn, .null, .parameter: false
    case .list(let element): element.isExact
    case .map(let key, let value): key.isExact && value.isExact
    case .optional(let inner): inner.isExact
    case .type(let inner): inner?.isExact ?? true
    case .opaque(_, let parameters): parameters.allSatisfy(\.isExact)
    default: true
    }
  }

  /// Whether a type parameter occurs.
  var hasParameters: Bool {
    switch self {
    case .parameter: true
    case .list(let element): element.hasParameters
    case .map(let key, let value): key.hasParameters || value.hasParameters
    case .optional(let inner): inner.hasParameters
    case .type(let inner): inner?.hasParameters ?? false
    case .opaque(_, let parameters): parameters.contains(where: \.hasParameters)
    default: false
    }
  }
}

/// A type of records whose fields are declared, so that a misspelt field is an error when the expression is checked.
public struct ObjectType: Sendable {
  public let name: String
  /// In order; a field's index is its slot in a record.
  public let fields: [ObjectField]
  private let slots: [String: Int]

  public init(name: String, fields: [ObjectField]) {
    self.name = name
    self.fields = fields
    var slots = [String: Int](minimumCapacity: fields.count)
    for (index, field) in fields.enumerated() { slots[field.name] = index }
    self.slots = slots
  }

  /// The slot of a field, or nil where there is no such field.
  public func slot(of field: String) -> Int? { slots[field] }
}

/// A declared field.
public struct ObjectField: Sendable {
  public let name: String
  public let type: CELType
  /// The texts that it, or each of its items, can be; nil where any text is possible.
  public let allowedValues: [String]?

  public init(name: String, type: CELType, allowedValues: [String]? = nil) {
    self.name = name
    self.type = type
    self.allowedValues = allowedValues
  }
}

/// A variable that expressions may name.
public struct VariableDeclaration: Sendable {
  public let name: String
  public let type: CELType
  /// Whether its value is an input, and no constant of the environment: only such paths are named as causes.
  public let isInput: Bool

  public init(name: String, type: CELType, isInput: Bool = true) {
    self.name = name
    self.type = type
    self.isInput = isInput
  }
}
