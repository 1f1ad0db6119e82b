/// Where a value stands in the inputs: a variable and the steps down from it.
public struct AttributePath: Sendable, Hashable, Comparable, CustomStringConvertible {
  /// One step.
  public enum Qualifier: Sendable, Hashable {
    case field(String)
    case index(Int)
    /// The key `true` or `false` of a map.
    case flag(Bool)
  }

  public let variable: String
  public let qualifiers: [Qualifier]

  public init(_ variable: String, _ qualifiers: [Qualifier] = []) {
    self.variable = variable
    self.qualifiers = qualifiers
  }

  /// The path one field further.
  public func field(_ name: String) -> AttributePath { AttributePath(variable, qualifiers + [.field(name)]) }

  /// The path of an element.
  public func index(_ index: Int) -> AttributePath { AttributePath(variable, qualifiers + [.index(index)]) }

  func appending(_ step: Qualifier) -> AttributePath { AttributePath(variable, qualifiers + [step]) }

  /// As written in an expression: `accountability.assignments[5].holder`.
  public var description: String {
    var text = variable
    for qualifier in qualifiers {
      switch qualifier {
      case .field(let name): text += "." + name
      case .index(let index): text += "[\(index)]"
      case .flag(let flag): text += "[\(flag)]"
      }
    }
    return text
  }

  public static func < (left: AttributePath, right: AttributePath) -> Bool {
    if left.variable != right.variable { return left.variable < right.variable }
    for (first, second) in zip(left.qualifiers, right.qualifiers) where first != second {
      switch (first, second) {
      case (.field(let first), .field(let second)): return first < second
      case (.index(let first), .index(let second)): return first < second
      case (.flag(let first), .flag(let second)): return !first && second
      default: return first.rank < second.rank
      }
    }
    return left.qualifiers.count < right.qualifiers.count
  }
}

extension AttributePath.Qualifier {
  fileprivate var rank: Int {
    switch self {
    case .field: 0
    case .index: 1
    case .flag: 2
    }
  }
}
