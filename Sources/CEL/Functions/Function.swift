/// A function that expressions may call: name, words, overloads. Checker, planner and reference read this declaration.
public struct Function: Sendable {
  /// Dotted where it belongs to a namespace, such as `math.abs`.
  public let name: String
  /// One sentence.
  public let summary: String
  public let overloads: [Overload]

  public init(name: String, summary: String, overloads: [Overload]) {
    self.name = name
    self.summary = summary
    self.overloads = overloads
  }
}

/// One way to call a function.
public final class Overload: Sendable {
  /// How it is called.
  public enum Style: Sendable {
    /// `f(x)`
    case global
    /// `x.f()`; the first parameter is what stands before the dot.
    case member
  }

  /// What the function does, given known arguments, or for open parameters also partly known ones.
  public typealias Body = @Sendable ([Value]) -> Value
  /// A body that uses what the evaluation offers.
  public typealias ContextBody = @Sendable ([Value], inout CallContext) -> Value

  /// Expressions and their results.
  public typealias Examples = [(expression: String, result: String)]

  /// A body that takes its arguments one by one, so that a call takes no memory from the heap.
  enum Direct: Sendable {
    case one(@Sendable (Value, inout CallContext) -> Value)
    case two(@Sendable (Value, Value, inout CallContext) -> Value)
  }

  /// Stable, unique among all functions.
  public let id: String
  public let style: Style
  public let parameters: [CELType]
  /// Whether the last parameter takes any number of arguments, at least one.
  public let isVariadic: Bool
  public let result: CELType
  /// Run as tests.
  public var examples: Examples { makeExamples() }
  private let makeExamples: @Sendable () -> Examples
  /// Parameters that take open lists and lists with unknown items: the function itself says what further items change.
  public let openParameters: Set<Int>
  /// Parameters that take a value that is not known at all.
  public let unknownParameters: Set<Int>
  /// For explanations: what the first argument would have to be, given the others, and whether the result should be true.
  public let requirement: (@Sendable (_ others: [Value], _ wanted: Bool) -> String)?
  /// The result where the first argument alone decides it: then the others are not evaluated.
  let shortcut: (@Sendable (Value) -> Value?)?
  public let body: ContextBody
  /// The body as it is called where that needs no list of arguments.
  let direct: Direct?
  /// Whether type parameters occur, which have to be found out for each call.
  let isGeneric: Bool

  public convenience init(
    id: String, _ style: Style, _ parameters: [CELType], _ result: CELType,
    examples: @autoclosure @escaping @Sendable () -> Examples, openParameters: Set<Int> = [],
    unknownParameters: Set<Int> = [],
    requirement: (@Sendable (_ others: [Value], _ wanted: Bool) -> String)? = nil, body: @escaping Body
  ) {
    self.init(
      id: id, style, parameters, isVariadic: false, result, examples: examples(), openParameters: openParameters,
      unknownParameters: unknownParameters, requirement: requirement, shortcut: nil
    ) { arguments, _ in body(arguments) }
  }

  init(
    id: String, _ style: Style, _ parameters: [CELType], isVariadic: Bool = false, _ result: CELType,
    examples: @autoclosure @escaping @Sendable () -> Examples, openParameters: Set<Int> = [],
    unknownParameters: Set<Int> = [],
    requirement: (@Sendable (_ others: [Value], _ wanted: Bool) -> String)? = nil,
    shortcut: (@Sendable (Value) -> Value?)? = nil, direct: Direct? = nil, body: @escaping ContextBody
  ) {
    self.id = id
    self.style = style
    self.parameters = parameters
    self.isVariadic = isVariadic
    self.result = result
    makeExamples = examples
    self.openParameters = openParameters
    self.unknownParameters = unknownParameters
    self.requirement = requirement
    self.shortcut = shortcut
    self.direct = direct
    self.body = body
    isGeneric = result.hasParameters || parameters.contains { $0.hasParameters }
  }

  convenience init(
    id: String, _ style: Style, _ parameter: CELType, _ result: CELType,
    examples: @autoclosure @escaping @Sendable () -> Examples, openParameters: Set<Int> = [],
    one body: @escaping @Sendable (Value, inout CallContext) -> Value
  ) {
    self.init(
      id: id, style, [parameter], result, examples: examples(), openParameters: openParameters, direct: .one(body)
    ) { arguments, context in body(arguments[0], &context) }
  }

  convenience init(
    id: String, _ style: Style, _ first: CELType, _ second: CELType, _ result: CELType,
    examples: @autoclosure @escaping @Sendable () -> Examples,
    requirement: (@Sendable (_ others: [Value], _ wanted: Bool) -> String)? = nil,
    two body: @escaping @Sendable (Value, Value, inout CallContext) -> Value
  ) {
    self.init(
      id: id, style, [first, second], result, examples: examples(), requirement: requirement, direct: .two(body)
    ) { arguments, context in body(arguments[0], arguments[1], &context) }
  }

  /// The parameters for a number of arguments; nil where it takes another number.
  func parameters(count: Int) -> [CELType]? {
    if parameters.count == count { return parameters }
    guard isVariadic, let last = parameters.last, count > parameters.count else { return nil }
    return parameters + Array(repeating: last, count: count - parameters.count)
  }
}

/// The functions that an environment knows, by name.
public struct FunctionLibrary: Sendable {
  /// In the order of declaration.
  public let functions: [Function]
  /// The first parts of all dotted names.
  let namespaces: Set<String>
  private let byName: [String: Function]

  public init(_ functions: [Function]) {
    self.functions = functions
    namespaces = Set(functions.compactMap { Self.root(of: $0.name) })
    var byName: [String: Function] = [:]
    for function in functions {
      let known = byName[function.name]
      byName[function.name] = Function(
        name: function.name, summary: known?.summary ?? function.summary,
        overloads: (known?.overloads ?? []) + function.overloads)
    }
    self.byName = byName
  }

  /// The library with more functions; overloads of a known name are added to it.
  public func adding(_ more: [Function]) -> FunctionLibrary { FunctionLibrary(functions + more) }

  func function(named name: String) -> Function? { byName[name] }

  /// What stands before the first dot of a name; nil where there is none.
  static func root(of name: String) -> String? {
    name.utf8.firstIndex(of: UInt8(ascii: ".")).map { String(name[..<$0]) }
  }

  var names: [String] { functions.map(\.name) }
}
