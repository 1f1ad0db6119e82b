internal import DocumentWriting

/// JSON as a value, members in the order given: what schemas are made of.
indirect enum JSONValue: Sendable {
  case null
  case boolean(Bool)
  case number(Double)
  case text(String)
  case array([JSONValue])
  case object([(key: String, value: JSONValue)])

  func write(_ json: inout JSONWriter) {
    switch self {
    case .null: json.scalar("null")
    case .boolean(let flag): json.scalar(flag ? "true" : "false")
    case .number(let number): json.scalar(Int(exactly: number).map { String($0) } ?? "\(number)")
    case .text(let text): json.string(text)
    case .array(let items): json.array { json in for item in items { item.write(&json) } }
    case .object(let members):
      json.object { json in
        for member in members {
          json.key(member.key)
          member.value.write(&json)
        }
      }
    }
  }

  static func texts(_ texts: [String]) -> JSONValue { .array(texts.map { .text($0) }) }
}

extension JSONValue: ExpressibleByStringLiteral, ExpressibleByIntegerLiteral, ExpressibleByBooleanLiteral,
  ExpressibleByArrayLiteral, ExpressibleByDictionaryLiteral
{
  init(stringLiteral value: String) { self = .text(value) }

  init(integerLiteral value: Int) { self = .number(Double(value)) }

  init(booleanLiteral value: Bool) { self = .boolean(value) }

  init(arrayLiteral elements: JSONValue...) { self = .array(elements) }

  init(dictionaryLiteral elements: (String, JSONValue)...) { self = .object(elements.map { (key: $0, value: $1) }) }
}
