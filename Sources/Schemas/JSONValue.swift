public import DocumentWriting

/// JSON as a value, members in the order given: what schemas are made of.
public indirect enum JSONValue: Sendable {
  case null
  case boolean(Bool)
  case number(Double)
  case text(String)
  case array([JSONValue])
  case object([(key: String, value: JSONValue)])

  public func write(_ json: inout JSONWriter) {
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

  /// The same with every reference to a part of its own schema led to where that part stands in another document.
  public func leading(_ from: String, to place: String) -> JSONValue {
    switch self {
    case .null, .boolean, .number, .text: self
    case .array(let items): .array(items.map { $0.leading(from, to: place) })
    case .object(let members):
      .object(
        members.map { member in
          guard member.key == "$ref", case .text(let text) = member.value, text.hasPrefix(from) else {
            return (member.key, member.value.leading(from, to: place))
          }
          return (member.key, .text(place + text.dropFirst(from.count)))
        })
    }
  }

  public static func texts(_ texts: [String]) -> JSONValue { .array(texts.map { .text($0) }) }
}

extension JSONValue {
  public init(_ number: Int) { self = .number(Double(number)) }
}

extension JSONValue: ExpressibleByStringLiteral, ExpressibleByIntegerLiteral, ExpressibleByBooleanLiteral,
  ExpressibleByArrayLiteral, ExpressibleByDictionaryLiteral
{
  public init(stringLiteral value: String) { self = .text(value) }

  public init(integerLiteral value: Int) { self = .number(Double(value)) }

  public init(booleanLiteral value: Bool) { self = .boolean(value) }

  public init(arrayLiteral elements: JSONValue...) { self = .array(elements) }

  public init(dictionaryLiteral elements: (String, JSONValue)...) {
    self = .object(elements.map { (key: $0, value: $1) })
  }
}
