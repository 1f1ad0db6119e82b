internal import CEL
internal import DocumentWriting

extension JSONWriter {
  /// A value of an expression. What JSON has no form for is written as a person would write it; no value is `null`.
  mutating func value(_ value: Value?) {
    switch value {
    case nil, .null, .unknown, .error: scalar("null")
    case .bool(let flag): scalar(flag ? "true" : "false")
    case .int(let number): scalar(String(number))
    case .uint(let number): scalar(String(number))
    case .double(let number):
      if number.isFinite { scalar(Value.double(number).written) } else { string(Value.double(number).written) }
    case .list(let list): array { json in for item in list.items { json.value(item) } }
    case .record(let record):
      object { json in
        for (field, value) in zip(record.type.fields, record.fields) {
          json.key(field.name)
          json.value(value)
        }
      }
    case .map(let map):
      object { json in
        for entry in map.entries {
          json.key(entry.key.written)
          json.value(entry.value)
        }
      }
    case .optional(let optional): self.value(optional.value)
    default: string(value?.written ?? "")
    }
  }
}
