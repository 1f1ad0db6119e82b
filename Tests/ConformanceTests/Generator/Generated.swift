import LocatedYAML

/// A value to be written as YAML.
indirect enum Generated: Sendable {
  /// YAML flow text as it stands.
  case raw(String)
  case list([Generated])
  case record([(key: String, value: Generated)])

  static let null = Generated.raw("null")

  static func boolean(_ value: Bool) -> Generated { .raw(value ? "true" : "false") }

  static func number(_ value: Double) -> Generated {
    .raw(value == value.rounded() && value.magnitude < 1e15 ? String(Int64(value)) : String(value))
  }

  static func day(_ day: Int) -> Generated { .raw(Calendar.text(day)) }

  static func text(_ text: String) -> Generated {
    var quoted = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": quoted += "\\\""
      case "\\": quoted += "\\\\"
      case "\n": quoted += "\\n"
      case "\t": quoted += "\\t"
      default:
        let isPlain = scalar.isASCII && scalar.value >= 0x20 || scalar.properties.isAlphabetic
        if isPlain {
          quoted.unicodeScalars.append(scalar)
        } else {
          let digits = String(scalar.value, radix: 16)
          quoted += "\\U" + String(repeating: "0", count: 8 - digits.utf8.count) + digits
        }
      }
    }
    return .raw(quoted + "\"")
  }

  static func texts(_ texts: [String]) -> Generated { .list(texts.map { .text($0) }) }

  /// As YAML flow text.
  var flow: String {
    switch self {
    case .raw(let text): text
    case .list(let items): "[" + items.map(\.flow).joined(separator: ", ") + "]"
    case .record(let pairs): "{" + pairs.map { "\($0.key): \($0.value.flow)" }.joined(separator: ", ") + "}"
    }
  }

  init(_ node: YAMLNode) {
    switch node.content {
    case .sequence(let items): self = .list(items.map { Generated($0) })
    case .mapping(let entries): self = .record(entries.map { ($0.name, Generated($0.value)) })
    case .scalar(let scalar):
      if case .text(let text) = scalar.resolved, Calendar.day(text) == nil, text != "unknown" {
        self = .text(text)
      } else {
        self = .raw(scalar.text.isEmpty ? "null" : scalar.text)
      }
    }
  }
}
