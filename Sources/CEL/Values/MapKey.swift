/// A key of a map, by which numbers of equal value are the same and texts are compared by their code points.
enum MapKey: Hashable, Sendable {
  case bool(Bool)
  case int(Int64)
  /// A whole number beyond those of `int`.
  case large(UInt64)
  case string(ExactText)

  /// Nil where no key can equal the value.
  init?(_ value: Value) {
    switch value {
    case .bool(let flag): self = .bool(flag)
    case .int(let number): self = .int(number)
    case .uint(let number): self = Int64(exactly: number).map { .int($0) } ?? .large(number)
    case .double(let number):
      if let whole = Int64(exactly: number) {
        self = .int(whole)
      } else if let whole = UInt64(exactly: number) {
        self = .large(whole)
      } else {
        return nil
      }
    case .string(let text): self = .string(ExactText(text: text))
    default: return nil
    }
  }

  /// A text that equals only texts of the same code points; Swift's own equality is canonical equivalence.
  struct ExactText: Hashable, Sendable {
    let text: String

    static func == (left: ExactText, right: ExactText) -> Bool { left.text.utf8.elementsEqual(right.text.utf8) }

    func hash(into hasher: inout Hasher) {
      for byte in text.utf8 { hasher.combine(byte) }
    }
  }

  /// The step of a path that leads to the key's value.
  var qualifier: AttributePath.Qualifier {
    switch self {
    case .bool(let flag): .flag(flag)
    case .int(let number): .index(Int(number))
    case .large(let number): .field(String(number))
    case .string(let key): .field(key.text)
    }
  }
}
