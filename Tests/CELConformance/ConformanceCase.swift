internal import CEL

/// One test of CEL: an expression, what it can name, and what must come of it.
public struct ConformanceCase: Sendable {
  /// What may come of an evaluation.
  enum Expectation: Sendable {
    case value(Value)
    /// An error; with a text, one whose message begins so.
    case error(String?)
    case unknown(Set<AttributePath>)
  }

  public let id: String
  let expression: String
  let isChecked: Bool
  let expandsMacros: Bool
  let isEvaluated: Bool
  let container: String
  let variables: [VariableDeclaration]
  let functions: [Function]
  let bindings: [String: Value]
  let unknowns: [UnknownPattern]
  /// Any of them is right.
  let expectations: [Expectation]
  let deducedType: CELType?
  let residual: String?

  /// Reads one line of JSON.
  public init(line: String) throws(MalformedCase) {
    guard let json = try? JSONValue.parse(line), json.object != nil else {
      throw MalformedCase("the line is no JSON object")
    }
    try self.init(json)
  }

  private init(_ json: JSONValue) throws(MalformedCase) {
    guard let id = json["id"]?.string else { throw MalformedCase("the case has no `id`") }
    guard let expression = json["expr"]?.string else { throw MalformedCase("the case has no `expr`") }
    guard let expect = json["expect"]?.object, !expect.isEmpty else { throw MalformedCase("the case has no `expect`") }
    self.id = id
    self.expression = expression
    isChecked = json["disable_check"]?.bool != true
    expandsMacros = json["disable_macros"]?.bool != true
    isEvaluated = json["check_only"]?.bool != true
    container = json["container"]?.string ?? ""
    residual = json["residual"]?.string
    var bindings: [String: Value] = [:]
    for (name, value) in json["bindings"]?.object ?? [:] { bindings[name] = try TaggedValue.read(value) }
    self.bindings = bindings
    var unknowns: [UnknownPattern] = []
    for pattern in json["unknowns"]?.array ?? [] { unknowns.append(try PathReader.pattern(pattern)) }
    self.unknowns = unknowns
    var declared = try DeclarationReader.read(json["type_env"]?.array ?? [])
    let names = Set(declared.variables.map(\.name))
    for name in Set(bindings.keys).union(unknowns.map(\.variable)).subtracting(names).sorted() {
      declared.variables.append(VariableDeclaration(name: name, type: .dyn))
    }
    variables = declared.variables
    functions = declared.functions
    var expectations = try Self.expectations(expect)
    if let better = json["better"]?.object { expectations += try Self.expectations(better) }
    self.expectations = expectations
    deducedType = try expect["deduced_type"].map { json throws(MalformedCase) in try DeclarationReader.type(json) }
    guard !expectations.isEmpty || deducedType != nil else { throw MalformedCase("nothing is expected") }
  }

  private static func expectations(_ json: [String: JSONValue]) throws(MalformedCase) -> [Expectation] {
    let known = ["value", "error", "unknown", "default", "deduced_type", "deduced_type_str"]
    if let key = json.keys.first(where: { !known.contains($0) }) {
      throw MalformedCase("nothing is known of the expectation `\(key)`")
    }
    if let value = json["value"] { return [.value(try TaggedValue.read(value))] }
    if let paths = json["unknown"]?.array {
      var expected: Set<AttributePath> = []
      for path in paths { expected.insert(try PathReader.path(path)) }
      return [.unknown(expected)]
    }
    if let error = json["error"] {
      let prefix = error.string.flatMap { $0 == "any" ? nil : $0 }
      return [.error(prefix)]
    }
    return json["default"] == nil ? [] : [.value(.bool(true))]
  }
}

/// Reads paths and patterns: a variable and its qualifiers, `"*"` being any.
enum PathReader {
  static func pattern(_ json: JSONValue) throws(MalformedCase) -> UnknownPattern {
    let (variable, qualifiers) = try split(json)
    var steps: [UnknownPattern.Step] = []
    for qualifier in qualifiers {
      if qualifier.string == "*" { steps.append(.any) } else { steps.append(.only(try step(qualifier))) }
    }
    return UnknownPattern(variable, steps)
  }

  static func path(_ json: JSONValue) throws(MalformedCase) -> AttributePath {
    let (variable, qualifiers) = try split(json)
    var steps: [AttributePath.Qualifier] = []
    for qualifier in qualifiers { steps.append(try step(qualifier)) }
    return AttributePath(variable, steps)
  }

  private static func split(_ json: JSONValue) throws(MalformedCase) -> (String, ArraySlice<JSONValue>) {
    guard let parts = json.array, let variable = parts.first?.string else {
      throw MalformedCase("a path is a list that begins with the name of a variable")
    }
    return (variable, parts.dropFirst())
  }

  private static func step(_ json: JSONValue) throws(MalformedCase) -> AttributePath.Qualifier {
    switch json {
    case .string(let name): return .field(name)
    case .int(let index): return .index(Int(index))
    case .bool(let flag): return .flag(flag)
    default: throw MalformedCase("a step of a path is a text, a whole number, `true` or `false`")
    }
  }
}
