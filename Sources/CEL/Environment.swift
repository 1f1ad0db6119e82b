public import Archiving

/// What expressions can name: variables, object types and functions.
///
/// ```swift
/// let environment = Environment(variables: [VariableDeclaration(name: "x", type: .int)], objectTypes: [])
/// if let checked = environment.compile("x > 2", expecting: .bool).checked {
///   let program = environment.plan(checked)
///   program.evaluate([.int(3)])  // true
/// }
/// ```
///
/// Shared by reference: every program holds it.
public final class Environment: Sendable {
  /// How far what is read and checked departs from CEL's standard.
  public struct Dialect: Sendable {
    /// Which macros and forms are known.
    public var syntax = Parser.Options()
    /// Whether a whole number beside a decimal one is meant as a decimal one: `x < 3` for a double `x`.
    public var convertsWholeNumbers = false
    /// Whether mistakes are reported that CEL leaves to the evaluation: a pattern that does not compile, a text that a
    /// field does not offer, a condition that is always the same.
    public var reportsMistakes = false

    /// CEL as specified.
    public static let standard = Dialect()
    /// For expressions that people write by hand.
    public static let rules: Dialect = {
      var dialect = Dialect()
      dialect.convertsWholeNumbers = true
      dialect.reportsMistakes = true
      return dialect
    }()

    public init() {}
  }

  let variables: [VariableDeclaration]
  /// The functions that expressions may call.
  public let functions: FunctionLibrary
  let limits: Limits
  let dialect: Dialect
  let timeZones: TimeZones
  /// The names of the variables whose values are inputs, and no constants of the environment.
  let inputs: Set<String>
  private let container: String
  private let slots: [String: Int]
  private let types: [String: ObjectType]
  /// The first parts of the variables' dotted names.
  private let namespaces: Set<String>

  /// `container` is the namespace that names are looked up in first, such as `a.b`.
  public init(
    variables: [VariableDeclaration], objectTypes: [ObjectType], functions: FunctionLibrary = .standard,
    container: String = "", timeZones: TimeZones = .utcOnly, dialect: Dialect = .rules, limits: Limits = .default
  ) {
    self.variables = variables
    self.functions = functions
    self.container = container
    self.timeZones = timeZones
    self.dialect = dialect
    self.limits = limits
    inputs = Set(variables.filter(\.isInput).map(\.name))
    var slots: [String: Int] = [:]
    for (index, variable) in variables.enumerated() { slots[variable.name] = index }
    self.slots = slots
    var types: [String: ObjectType] = [:]
    for type in objectTypes { types[type.name] = type }
    self.types = types
    namespaces = Set(variables.compactMap { FunctionLibrary.root(of: $0.name) })
  }

  /// Parses and checks; every error of the expression at once. The result is nil where there is an error.
  public func compile(_ source: String, expecting type: CELType? = nil) -> (
    checked: CheckedExpression?, issues: [ExpressionIssue]
  ) {
    let (parsed, issues) = Parser.parse(source, limits: limits, options: dialect.syntax)
    guard let parsed else { return (nil, issues) }
    var checker = Checker(parsed, self)
    return checker.check(expecting: type)
  }

  /// Parses without checking: what would be an error of types or names is one of the evaluation.
  public func parse(_ source: String) -> (checked: CheckedExpression?, issues: [ExpressionIssue]) {
    let (parsed, issues) = Parser.parse(source, limits: limits, options: dialect.syntax)
    return (parsed.map { CheckedExpression(unchecked: $0, self) }, issues)
  }

  /// Prepares an expression for evaluation.
  public func plan(_ checked: CheckedExpression) -> Program { Program(checked, self) }

  /// The same for one that `CheckedExpression.write(to:)` wrote to an archive that is known to be whole, and that was
  /// checked in an environment like this. It is read when it is first needed.
  public func plan(_ archive: ArchiveReader) -> Program { Program(archive, self) }

  func objectType(_ type: CELType) -> ObjectType? {
    if case .object(let name) = type { return types[name] }
    return nil
  }

  // MARK: Names

  private static let typeNames: [String: CELType] = [
    "bool": .bool, "bytes": .bytes, "double": .double, "google.protobuf.Duration": .duration,
    "google.protobuf.Timestamp": .timestamp, "int": .int, "list": .list(.dyn), "map": .map(.dyn, .dyn),
    "null_type": .null, "optional_type": .optional(.dyn), "string": .string, "type": .type(nil), "uint": .uint,
  ]

  static func type(named name: String) -> CELType? { typeNames[name] }

  /// Whether dotted names can begin so.
  func mayBeQualified(_ root: String) -> Bool {
    !container.isEmpty || functions.namespaces.contains(root) || namespaces.contains(root) || root == "google"
  }

  func isNamespace(_ name: String) -> Bool { functions.names.contains { $0.hasPrefix(name + ".") } }

  func reference(_ name: String) -> NameResolution.Reference? {
    if container.isEmpty, let slot = slots[name] { return .variable(slot) }
    for candidate in candidates(name) {
      if let slot = slots[candidate] { return .variable(slot) }
      if Self.typeNames[candidate] != nil { return .type(candidate) }
    }
    return nil
  }

  func function(named name: String) -> Function? {
    if container.isEmpty, let found = functions.function(named: name) { return found }
    for candidate in candidates(name) {
      if let found = functions.function(named: candidate) { return found }
    }
    return nil
  }

  /// The full names that a name can mean, the innermost namespace first; with a leading dot only the outermost.
  private func candidates(_ name: String) -> [String] {
    if name.hasPrefix(".") { return [String(name.dropFirst())] }
    if container.isEmpty { return [name] }
    var candidates: [String] = []
    var namespace = container[...]
    while true {
      candidates.append("\(namespace).\(name)")
      guard let dot = namespace.lastIndex(of: ".") else { break }
      namespace = namespace[..<dot]
    }
    return candidates + [name]
  }
}
