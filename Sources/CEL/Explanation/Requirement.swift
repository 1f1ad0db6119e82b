/// What a value would have to be, in words.
enum Requirement {
  static func of(_ name: String, _ other: Value, wanted: Bool) -> String {
    let operation = wanted ? name : opposite(name)
    let isDate = if case .timestamp = other { true } else { false }
    switch operation {
    case "_==_": return other.written
    case "_!=_": return "not \(other.written)"
    case "_<_": return isDate ? "before \(other.written)" : "< \(other.written)"
    case "_<=_": return isDate ? "on or before \(other.written)" : "<= \(other.written)"
    case "_>_": return isDate ? "after \(other.written)" : "> \(other.written)"
    case "_>=_": return isDate ? "on or after \(other.written)" : ">= \(other.written)"
    case "@in": return wanted ? "one of \(other.written)" : "none of \(other.written)"
    default: return other.written
    }
  }

  /// The operator with its sides exchanged; nil where it has no such form.
  static func flipped(_ name: String) -> String? {
    switch name {
    case "_==_", "_!=_": name
    case "_<_": "_>_"
    case "_<=_": "_>=_"
    case "_>_": "_<_"
    case "_>=_": "_<=_"
    default: nil
    }
  }

  private static func opposite(_ name: String) -> String {
    switch name {
    case "_==_": "_!=_"
    case "_!=_": "_==_"
    case "_<_": "_>=_"
    case "_<=_": "_>_"
    case "_>_": "_<=_"
    case "_>=_": "_<_"
    default: name
    }
  }
}
