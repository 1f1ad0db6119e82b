public import CEL

/// What an evaluation comes to, to be compared: of errors only that they are errors.
public enum EvaluationOutcome: Equatable, CustomStringConvertible {
  case value(String)
  case error
  case unknown([AttributePath])

  public init(_ value: Value) {
    switch value {
    case .error: self = .error
    case .unknown(let set): self = .unknown(set.paths)
    default: self = .value("\(value.typeName) \(value.written)")
    }
  }

  public var description: String {
    switch self {
    case .value(let text): text
    case .error: "an error"
    case .unknown(let paths): "unknown \(paths.map(\.description))"
    }
  }
}
