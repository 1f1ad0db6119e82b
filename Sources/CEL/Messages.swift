internal import Diagnostics

/// The wording of everything this module says of an expression, in one alphabetical list.
enum Messages {
  static func badEscape(range: SourceRange) -> ExpressionIssue {
    ExpressionIssue(
      .error, code: "cel.syntax", "this escape is not known", range: range,
      notes: [#"write `\\` for a backslash, or a raw text: `r'…'`"#])
  }

  static func badPattern(_ message: String, remedy: String?, range: SourceRange) -> ExpressionIssue {
    ExpressionIssue(
      .error, code: "cel.bad-pattern", "the regular expression is not valid: \(message)", range: range,
      notes: remedy.map { [$0] } ?? [])
  }

  static func constant(_ value: Bool, range: SourceRange) -> ExpressionIssue {
    ExpressionIssue(
      .warning, code: "cel.constant-condition", "this condition is always \(value)", range: range,
      notes: ["no input can change it"])
  }

  static func constantError(_ message: String, range: SourceRange) -> ExpressionIssue {
    ExpressionIssue(
      .error, code: "cel.constant-error", "this has no value, whatever is read: \(message)", range: range,
      notes: ["correct it: whoever needs it stays undecided for ever"])
  }

  static func hasNeedsField(range: SourceRange) -> ExpressionIssue {
    ExpressionIssue(
      .error, code: "cel.syntax", "expected a field, such as `has(a.b)`", range: range)
  }

  static func macroArguments(_ macro: Macro, range: SourceRange) -> ExpressionIssue {
    ExpressionIssue(
      .error, code: "cel.no-overload", "`\(macro.name)` takes other arguments", range: range,
      notes: ["write " + macro.forms.map { "`\($0.written)`" }.joined(separator: " or ")])
  }

  static func mismatch(expected: CELType, found: CELType, range: SourceRange) -> ExpressionIssue {
    ExpressionIssue(
      .error, code: "cel.wrong-type", "expected \(expected.described), found \(found.described)", range: range)
  }

  static func noOverload(_ name: String, _ types: [CELType], hint: String?, range: SourceRange) -> ExpressionIssue {
    let operands = types.map { "`\($0)`" }.joined(separator: " and ")
    let shown = OperatorNames.written(name) ?? name
    let message = types.isEmpty ? "`\(shown)` needs arguments" : "`\(shown)` does not work on \(operands)"
    return ExpressionIssue(
      .error, code: "cel.no-overload", message, range: range,
      notes: [hint ?? "give it values of types that go together"])
  }

  static func notAllowed(_ value: String, allowed: [String], near: [String], range: SourceRange) -> ExpressionIssue {
    let notes =
      near.isEmpty
      ? ["it can be \(allowed.map { "`\($0)`" }.joined(separator: ", "))"] : ["did you mean `\(near[0])`?"]
    return ExpressionIssue(
      .error, code: "cel.value-not-offered",
      "\(value.isEmpty ? "an empty text" : "`\(value)`") is not among the values offered here", range: range,
      notes: notes, replacement: near.first.map { "'\($0)'" })
  }

  static func numberOutOfRange(range: SourceRange) -> ExpressionIssue {
    ExpressionIssue(.error, code: "cel.syntax", "the number does not fit into 64 bits", range: range)
  }

  static func repeatedVariable(_ name: String, range: SourceRange) -> ExpressionIssue {
    ExpressionIssue(.error, code: "cel.syntax", "`\(name)` is already the first variable", range: range)
  }

  static func reserved(_ name: String, range: SourceRange) -> ExpressionIssue {
    ExpressionIssue(.error, code: "cel.syntax", "`\(name)` is a reserved word", range: range)
  }

  static func tooDeep(_ limit: Int, range: SourceRange) -> ExpressionIssue {
    ExpressionIssue(
      .error, code: "cel.too-deep", "more than \(limit) operations stand inside each other", range: range,
      notes: ["split the expression"])
  }

  static func tooLong(_ limit: Int) -> ExpressionIssue {
    ExpressionIssue(
      .error, code: "cel.too-long", "the expression is longer than \(limit) characters",
      range: SourceRange(start: 0, end: 0))
  }

  static func tooManyNodes(_ limit: Int, range: SourceRange) -> ExpressionIssue {
    ExpressionIssue(.error, code: "cel.too-many-nodes", "the expression has more than \(limit) parts", range: range)
  }

  static func unclosed(_ opener: String, range: SourceRange) -> ExpressionIssue {
    ExpressionIssue(
      .error, code: "cel.syntax", "the text is not closed", range: range, notes: ["add the closing \(opener)"])
  }

  static func undeclared(_ name: String, near: [String], range: SourceRange) -> ExpressionIssue {
    ExpressionIssue(
      .error, code: "cel.unknown-name", "nothing is named `\(name)`", range: range,
      notes: [near.first.map { "did you mean `\($0)`?" } ?? "check the spelling"], replacement: near.first)
  }

  static func undeclaredFunction(_ name: String, near: [String], range: SourceRange) -> ExpressionIssue {
    ExpressionIssue(
      .error, code: "cel.unknown-function", "there is no function `\(name)`", range: range,
      notes: [near.first.map { "did you mean `\($0)`?" } ?? "check the spelling"], replacement: near.first)
  }

  static func unexpected(_ token: Token, expected: String, in source: String) -> ExpressionIssue {
    let found: String
    var notes: [String] = []
    switch token.kind {
    case .end: found = "the end"
    case .identifier(let name):
      found = "`\(name)`"
      if let symbol = ["and": "&&", "or": "||", "not": "!", "AND": "&&", "OR": "||", "NOT": "!"][name] {
        notes = ["write `\(symbol)`"]
      }
    case .quotedIdentifier(let name): found = "`\(name)`"
    case .symbol(let symbol): found = "`\(symbol)`"
    case .literal, .smallestMagnitude:
      found = "`\(String(decoding: Array(source.utf8)[token.range.offsets], as: UTF8.self))`"
    }
    if notes.isEmpty { notes = ["add \(expected) before it, or remove \(found)"] }
    return ExpressionIssue(
      .error, code: "cel.syntax", "expected \(expected), found \(found)", range: token.range, notes: notes)
  }

  static func unexpectedCharacter(_ text: String, range: SourceRange) -> ExpressionIssue {
    let hint = [
      "=": "write `==` to compare", "&": "write `&&`", "|": "write `||`", "“": "use straight quotes",
      "”": "use straight quotes", "‘": "use straight quotes", "’": "use straight quotes",
    ][text]
    return ExpressionIssue(
      .error, code: "cel.syntax", "`\(text)` can't stand here", range: range,
      notes: [hint ?? "remove it"])
  }

  static func unknownField(_ name: String, of owner: String, near: [String], range: SourceRange) -> ExpressionIssue {
    ExpressionIssue(
      .error, code: "cel.unknown-field", "`\(owner)` has no field `\(name)`", range: range,
      notes: [near.first.map { "did you mean `\($0)`?" } ?? "check the spelling"], replacement: near.first)
  }

  static func variableExpected(range: SourceRange) -> ExpressionIssue {
    ExpressionIssue(.error, code: "cel.syntax", "expected the name of a variable", range: range)
  }
}
