internal import CEL

/// Reads what an expression can name, and types.
enum DeclarationReader {
  static func read(_ entries: [JSONValue]) throws(MalformedCase) -> (
    variables: [VariableDeclaration], functions: [Function]
  ) {
    var variables: [VariableDeclaration] = []
    var functions: [Function] = []
    for entry in entries {
      guard let name = entry["name"]?.string else { throw MalformedCase("a declaration has no `name`") }
      if let declared = entry["ident"]?["type"] {
        variables.append(VariableDeclaration(name: name, type: try type(declared)))
      } else if let overloads = entry["function"]?["overloads"]?.array {
        var read: [Overload] = []
        for overload in overloads { read.append(try self.overload(overload, of: name)) }
        functions.append(Function(name: name, summary: "Declared by a case.", overloads: read))
      } else {
        throw MalformedCase("`\(name)` is declared as neither a variable nor a function")
      }
    }
    return (variables, functions)
  }

  private static func overload(_ json: JSONValue, of name: String) throws(MalformedCase) -> Overload {
    guard let id = json["id"]?.string, let result = json["result"], let parameters = json["params"]?.array else {
      throw MalformedCase("an overload of `\(name)` needs `id`, `params` and `result`")
    }
    var types: [CELType] = []
    for parameter in parameters { types.append(try type(parameter)) }
    let style: Overload.Style = json["instance"]?.bool == true ? .member : .global
    return Overload(id: id, style, types, try type(result), examples: []) { _ in
      .error(EvaluationError("`\(name)` is only declared"))
    }
  }

  static func type(_ json: JSONValue) throws(MalformedCase) -> CELType {
    func inner(_ key: String) throws(MalformedCase) -> CELType { try json[key].map(type) ?? .dyn }
    switch json["kind"]?.string {
    case "dyn", "any": return .dyn
    case "null", "null_type": return .null
    case "bool": return .bool
    case "int": return .int
    case "uint": return .uint
    case "double": return .double
    case "string": return .string
    case "bytes": return .bytes
    case "timestamp": return .timestamp
    case "duration": return .duration
    case "list": return .list(try inner("elem"))
    case "map": return .map(try inner("key"), try inner("value"))
    case "type": return .type(try json["param"].map(type))
    case "type_param": return .parameter(json["name"]?.string ?? "T")
    case "abstract":
      var parameters: [CELType] = []
      for parameter in json["params"]?.array ?? [] { parameters.append(try type(parameter)) }
      let name = json["name"]?.string ?? ""
      return name == "optional_type" ? .optional(parameters.first ?? .dyn) : .opaque(name, parameters)
    case let kind: throw MalformedCase("no type of the kind `\(kind ?? "")`")
    }
  }
}
