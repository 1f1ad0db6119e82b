/// Arguments by their type; nil where the value is of another.
extension Value {
  var asBool: Bool? { if case .bool(let value) = self { value } else { nil } }
  var asBytes: [UInt8]? { if case .bytes(let value) = self { value } else { nil } }
  var asDouble: Double? { if case .double(let value) = self { value } else { nil } }
  var asDuration: TimeSpan? { if case .duration(let value) = self { value } else { nil } }
  var asInt: Int64? { if case .int(let value) = self { value } else { nil } }
  var asList: ListValue? { if case .list(let value) = self { value } else { nil } }
  var asMap: MapValue? { if case .map(let value) = self { value } else { nil } }
  var asOptional: OptionalValue? { if case .optional(let value) = self { value } else { nil } }
  var asString: String? { if case .string(let value) = self { value } else { nil } }
  var asTimestamp: Timestamp? { if case .timestamp(let value) = self { value } else { nil } }
  var asUint: UInt64? { if case .uint(let value) = self { value } else { nil } }
}
