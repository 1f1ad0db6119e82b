/// Kleene's three values.
enum Truth: Sendable {
  case yes, no, unknown

  init(_ value: Bool) { self = value ? .yes : .no }

  static prefix func ! (value: Truth) -> Truth {
    switch value {
    case .yes: .no
    case .no: .yes
    case .unknown: .unknown
    }
  }

  static func all(_ parts: some Sequence<Truth>) -> Truth {
    var result = Truth.yes
    for part in parts {
      if part == .no { return .no }
      if part == .unknown { result = .unknown }
    }
    return result
  }

  static func any(_ parts: some Sequence<Truth>) -> Truth {
    var result = Truth.no
    for part in parts {
      if part == .yes { return .yes }
      if part == .unknown { result = .unknown }
    }
    return result
  }
}
