/// A form that is written like a call, and is none: its arguments name variables, or are evaluated many times or never.
///
/// The parser, the suggestions for a misspelt name, the reference page and the test that runs the examples all read these
/// declarations.
public struct Macro: Sendable {
  /// As it is called, with its namespace: `has`, `all`, `cel.bind`.
  public let name: String
  /// One sentence.
  public let summary: String
  public let forms: [Form]

  /// One way to write it.
  public struct Form: Sendable {
    /// With a word for each argument: `range.all(x, condition)`.
    public let written: String
    /// Expressions and their results; run as tests.
    public let examples: [(expression: String, result: String)]
    let shape: Shape

    init(_ written: String, _ shape: Shape, examples: [(expression: String, result: String)]) {
      self.written = written
      self.shape = shape
      self.examples = examples
    }
  }

  /// What the arguments are.
  enum Shape: Sendable {
    /// A field that may be there.
    case presence
    /// A variable, its value, and the body that can name it.
    case binding
    /// Called on what it runs over: the variables, then perhaps a condition, then perhaps what becomes of each element.
    case iteration(Comprehension.Macro, variables: Int, hasCondition: Bool = false, hasTransform: Bool = false)

    var argumentCount: Int {
      switch self {
      case .presence: 1
      case .binding: 3
      case .iteration(_, let variables, let hasCondition, let hasTransform):
        variables + (hasCondition ? 1 : 0) + (hasTransform ? 1 : 0)
      }
    }

    /// Whether it is called on a value.
    var isMember: Bool { if case .iteration = self { true } else { false } }
  }

  init(_ name: String, _ summary: String, _ forms: [Form]) {
    self.name = name
    self.summary = summary
    self.forms = forms
  }
}

extension Macro {
  /// The first parts of all dotted names.
  static let namespaces = Set(all.compactMap { FunctionLibrary.root(of: $0.name) })
  private static let byName = Dictionary(uniqueKeysWithValues: all.map { ($0.name, $0) })

  static func named(_ name: String) -> Macro? { byName[name] }

  /// Whether it is called on a value.
  var isMember: Bool { forms.allSatisfy(\.shape.isMember) }

  /// How the arguments of a call are to be taken; nil where the macro takes another number.
  func shape(argumentCount: Int) -> Shape? { forms.first { $0.shape.argumentCount == argumentCount }?.shape }
}
