internal import Diagnostics

/// Parses an expression by precedence climbing (cel-spec `langdef.md`, section Syntax).
///
/// A syntax error ends the parse: what follows a wrong text is a guess. The message says what was expected there.
public struct Parser {
  /// Which macros and forms are known.
  public struct Options: Sendable {
    /// Whether `has`, `all` and the others are macros; otherwise they are ordinary calls.
    public var expandsMacros = true
    /// Whether `a.?b`, `a[?i]` and `[?e]` are read.
    public var allowsOptionals = true

    public init() {}
  }

  private let source: String
  private let limits: Limits
  let options: Options
  private var lexer: Lexer
  private var token = Token(kind: .end, range: SourceRange(start: 0, end: 0))
  private var lastEnd = 0
  private var nodeCount = 0
  private var depth = 0

  /// The expression, or what is wrong with its text (`cel.syntax`, `cel.too-long`, `cel.too-deep`,
  /// `cel.too-many-nodes`).
  public static func parse(_ source: String, limits: Limits = .default, options: Options = Options())
    -> (expression: ParsedExpression?, issues: [ExpressionIssue])
  {
    guard source.utf8.count <= limits.sourceLength || source.unicodeScalars.count <= limits.sourceLength else {
      return (nil, [Messages.tooLong(limits.sourceLength)])
    }
    var parser = Parser(source: source, limits: limits, options: options, lexer: Lexer(source))
    do throws(SyntaxFailure) {
      try parser.advance()
      let root = try parser.parseExpression()
      guard parser.token.kind == .end else { throw parser.unexpected(expected: "the end of the expression") }
      return (ParsedExpression(root: root, nodeCount: parser.nodeCount, source: source), [])
    } catch {
      return (nil, [error.issue])
    }
  }

  private init(source: String, limits: Limits, options: Options, lexer: Lexer) {
    self.source = source
    self.limits = limits
    self.options = options
    self.lexer = lexer
  }

  // MARK: Tokens

  private mutating func advance() throws(SyntaxFailure) {
    lastEnd = Int(token.range.end)
    token = try lexer.next()
  }

  private func isAt(_ symbol: String) -> Bool { token.kind == .symbol(symbol) }

  private mutating func take(_ symbol: String) throws(SyntaxFailure) -> Bool {
    guard isAt(symbol) else { return false }
    try advance()
    return true
  }

  private mutating func expect(_ symbol: String, to purpose: String) throws(SyntaxFailure) {
    guard try take(symbol) else { throw unexpected(expected: "`\(symbol)` \(purpose)") }
  }

  private func unexpected(expected: String) -> SyntaxFailure {
    SyntaxFailure(Messages.unexpected(token, expected: expected, in: source))
  }

  // MARK: Nodes

  func fail(_ issue: ExpressionIssue) -> SyntaxFailure { SyntaxFailure(issue) }

  mutating func node(_ kind: Expression.Kind, from start: Int) throws(SyntaxFailure) -> Expression {
    nodeCount += 1
    if nodeCount > limits.nodes {
      throw SyntaxFailure(Messages.tooManyNodes(limits.nodes, range: SourceRange(start: start, end: lastEnd)))
    }
    return Expression(id: nodeCount - 1, range: SourceRange(start: start, end: lastEnd), kind: kind)
  }

  private mutating func enter() throws(SyntaxFailure) {
    depth += 1
    if depth > limits.depth { throw SyntaxFailure(Messages.tooDeep(limits.depth, range: token.range)) }
  }

  // MARK: Grammar

  private mutating func parseExpression() throws(SyntaxFailure) -> Expression {
    try enter()
    defer { depth -= 1 }
    let start = Int(token.range.start)
    let condition = try parseOr()
    guard try take("?") else { return condition }
    let then = try parseOr()
    try expect(":", to: "between the two values of `?`")
    let otherwise = try parseExpression()
    return try node(.conditional(condition, then: then, otherwise: otherwise), from: start)
  }

  private mutating func parseOr() throws(SyntaxFailure) -> Expression {
    let start = Int(token.range.start)
    var terms = [try parseAnd()]
    while try take("||") { terms.append(try parseAnd()) }
    return terms.count == 1 ? terms[0] : try node(.or(terms), from: start)
  }

  private mutating func parseAnd() throws(SyntaxFailure) -> Expression {
    let start = Int(token.range.start)
    var terms = [try parseBinary(level: 0)]
    while try take("&&") { terms.append(try parseBinary(level: 0)) }
    return terms.count == 1 ? terms[0] : try node(.and(terms), from: start)
  }

  /// The binary operator that the parse has come to, and how tightly it binds.
  private var binaryOperator: (name: String, level: Int)? {
    guard case .symbol(let symbol) = token.kind else { return nil }
    switch symbol {
    case "==": return ("_==_", 0)
    case "!=": return ("_!=_", 0)
    case "<=": return ("_<=_", 0)
    case ">=": return ("_>=_", 0)
    case "<": return ("_<_", 0)
    case ">": return ("_>_", 0)
    case "in": return ("@in", 0)
    case "+": return ("_+_", 1)
    case "-": return ("_-_", 1)
    case "*": return ("_*_", 2)
    case "/": return ("_/_", 2)
    case "%": return ("_%_", 2)
    default: return nil
    }
  }

  private mutating func parseBinary(level: Int) throws(SyntaxFailure) -> Expression {
    let start = Int(token.range.start)
    var left = try parseUnary()
    var chain = 0
    while let found = binaryOperator, found.level >= level {
      let operatorRange = token.range
      try advance()
      let right = try parseBinary(level: found.level + 1)
      chain += 1
      // A chain grows the tree to the left, so that its length counts like nesting.
      if depth + chain > limits.depth { throw SyntaxFailure(Messages.tooDeep(limits.depth, range: operatorRange)) }
      left = try node(
        .call(name: found.name, nameRange: operatorRange, target: nil, arguments: [left, right]), from: start)
    }
    return left
  }

  private mutating func parseUnary() throws(SyntaxFailure) -> Expression {
    if isAt("!") { return try parseRun(of: "!") }
    if isAt("-") { return try parseRun(of: "-") }
    return try parsePostfix()
  }

  /// One or more operators of one kind, and what they stand before.
  private mutating func parseRun(of symbol: String) throws(SyntaxFailure) -> Expression {
    var starts: [SourceRange] = []
    while isAt(symbol) {
      starts.append(token.range)
      try advance()
      if starts.count > limits.depth { throw SyntaxFailure(Messages.tooDeep(limits.depth, range: token.range)) }
    }
    if symbol == "-", let last = starts.last, negateNumber(from: last) { starts.removeLast() }
    if symbol == "!", isAt("-") {
      let sign = token
      try advance()
      guard negateNumber(from: sign.range) else {
        token = sign
        throw unexpected(expected: "a value")
      }
    }
    var operand = try parsePostfix()
    for range in starts.reversed() {
      operand = try node(
        .call(name: symbol == "!" ? "!_" : "-_", nameRange: range, target: nil, arguments: [operand]),
        from: Int(range.start))
    }
    return operand
  }

  /// Makes the number that comes next and the minus before it one literal, where a number comes.
  private mutating func negateNumber(from sign: SourceRange) -> Bool {
    guard let negated = Self.negated(token.kind) else { return false }
    token = Token(kind: .literal(negated), range: SourceRange(start: Int(sign.start), end: Int(token.range.end)))
    return true
  }

  private static func negated(_ token: Token.Kind) -> Literal? {
    switch token {
    case .literal(.int(let value)): .int(-value)
    case .literal(.double(let value)): .double(-value)
    case .smallestMagnitude: .int(.min)
    default: nil
    }
  }

  private mutating func parsePostfix() throws(SyntaxFailure) -> Expression {
    let start = Int(token.range.start)
    var operand = try parsePrimary()
    var chain = 0
    while true {
      chain += 1
      if depth + chain > limits.depth + 1 { throw SyntaxFailure(Messages.tooDeep(limits.depth, range: token.range)) }
      if try take(".") {
        operand = try parseMember(of: operand, from: start)
      } else if try take("[") {
        let isOptional = options.allowsOptionals ? try take("?") : false
        let index = try parseExpression()
        try expect("]", to: "to close the index")
        operand = try node(.index(operand, index, isOptional: isOptional), from: start)
      } else if isAt("{"), operand.range.start == start, let type = operand.qualifiedName {
        operand = try parseStructure(type, from: start)
      } else {
        return operand
      }
    }
  }

  private mutating func parseMember(of operand: Expression, from start: Int) throws(SyntaxFailure) -> Expression {
    let isOptional = options.allowsOptionals ? try take("?") : false
    let nameRange = token.range
    let name: String
    switch token.kind {
    case .identifier(let text), .quotedIdentifier(let text): name = text
    case .symbol("in"): name = "in"
    default: throw unexpected(expected: "a name behind the dot")
    }
    let isQuoted = if case .quotedIdentifier = token.kind { true } else { false }
    try advance()
    if isAt("("), !isQuoted, !isOptional {
      let arguments = try parseArguments()
      if options.expandsMacros,
        let macro = try expandMember(name, operand, arguments, from: start)
      {
        return macro
      }
      return try node(.call(name: name, nameRange: nameRange, target: operand, arguments: arguments), from: start)
    }
    return try node(.select(operand, field: name, fieldRange: nameRange, isOptional: isOptional), from: start)
  }

  private mutating func parseArguments() throws(SyntaxFailure) -> [Expression] {
    try expect("(", to: "before the arguments")
    var arguments: [Expression] = []
    if try take(")") { return arguments }
    repeat { arguments.append(try parseExpression()) } while try take(",")
    try expect(")", to: "to close the call")
    return arguments
  }

  private mutating func parsePrimary() throws(SyntaxFailure) -> Expression {
    let start = Int(token.range.start)
    switch token.kind {
    case .smallestMagnitude: throw SyntaxFailure(Messages.numberOutOfRange(range: token.range))
    case .literal(let literal):
      try advance()
      return try node(.literal(literal), from: start)
    case .symbol("("):
      try advance()
      let inner = try parseExpression()
      try expect(")", to: "to close the parenthesis")
      return inner
    case .symbol("["): return try parseList()
    case .symbol("{"): return try parseMap()
    case .symbol("."):
      try advance()
      guard case .identifier(let name) = token.kind else { throw unexpected(expected: "a name behind the dot") }
      return try parseName("." + name, from: start)
    case .identifier(let name): return try parseName(name, from: start)
    default: throw unexpected(expected: "a value")
    }
  }

  private mutating func parseName(_ name: String, from start: Int) throws(SyntaxFailure) -> Expression {
    let nameRange = token.range
    let bare = name.hasPrefix(".") ? String(name.dropFirst()) : name
    if ReservedWords.keptForLater.contains(bare) { throw SyntaxFailure(Messages.reserved(bare, range: nameRange)) }
    try advance()
    if isAt("(") {
      let arguments = try parseArguments()
      if options.expandsMacros, let macro = try expandGlobal(name, arguments, from: start) { return macro }
      return try node(.call(name: name, nameRange: nameRange, target: nil, arguments: arguments), from: start)
    }
    return try node(.identifier(name), from: start)
  }

  private mutating func parseStructure(_ type: String, from start: Int) throws(SyntaxFailure) -> Expression {
    try advance()
    var fields: [StructureField] = []
    while !isAt("}") {
      let isOptional = options.allowsOptionals ? try take("?") : false
      let name: String
      switch token.kind {
      case .identifier(let text), .quotedIdentifier(let text): name = text
      default: throw unexpected(expected: "a field's name")
      }
      try advance()
      try expect(":", to: "behind the field's name")
      fields.append(StructureField(name: name, value: try parseExpression(), isOptional: isOptional))
      guard try take(",") else { break }
    }
    try expect("}", to: "to close the message")
    return try node(.structure(type: type, fields: fields), from: start)
  }

  private mutating func parseList() throws(SyntaxFailure) -> Expression {
    let start = Int(token.range.start)
    try advance()
    var elements: [ListElement] = []
    if try take(",") {
      try expect("]", to: "to close the list")
      return try node(.list([]), from: start)
    }
    while !isAt("]") {
      let isOptional = options.allowsOptionals ? try take("?") : false
      elements.append(ListElement(value: try parseExpression(), isOptional: isOptional))
      guard try take(",") else { break }
    }
    try expect("]", to: "to close the list")
    return try node(.list(elements), from: start)
  }

  private mutating func parseMap() throws(SyntaxFailure) -> Expression {
    let start = Int(token.range.start)
    try advance()
    var entries: [MapEntry] = []
    if try take(",") {
      try expect("}", to: "to close the map")
      return try node(.map([]), from: start)
    }
    while !isAt("}") {
      let isOptional = options.allowsOptionals ? try take("?") : false
      let key = try parseExpression()
      try expect(":", to: "behind the key")
      entries.append(MapEntry(key: key, value: try parseExpression(), isOptional: isOptional))
      guard try take(",") else { break }
    }
    try expect("}", to: "to close the map")
    return try node(.map(entries), from: start)
  }
}
