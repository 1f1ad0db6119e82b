/// The wording of what can go wrong in an evaluation, in one alphabetical list.
extension EvaluationError {
  static func badPattern(_ message: String) -> EvaluationError {
    EvaluationError("no regular expression: \(message)")
  }

  static let budgetSpent = EvaluationError("the evaluation takes too many steps", isLimit: true)

  static let divisionByZero = EvaluationError("division by zero")

  static let emptyList = EvaluationError("the list is empty")

  static let emptyOptional = EvaluationError("there is no value in the optional")

  static func indexOutOfRange(_ index: String) -> EvaluationError {
    EvaluationError("index out of range: \(index)")
  }

  static func negativeCount(_ what: String) -> EvaluationError { EvaluationError("\(what) must not be negative") }

  static func noClause(_ clause: String) -> EvaluationError {
    EvaluationError("unrecognized formatting clause `\(clause)`")
  }

  static let noClauseArgument = EvaluationError("the format has more clauses than there are arguments")

  static func noConversion(_ value: Value, to type: String) -> EvaluationError {
    EvaluationError("`\(value.written)` can't be made a `\(type)`")
  }

  static func noDate(_ value: Value) -> EvaluationError {
    EvaluationError("`\(value.written)` is no date such as 2026-03-01")
  }

  static func noFormat(_ value: Value, clause: String) -> EvaluationError {
    EvaluationError("the clause `%\(clause)` does not take a `\(value.typeName)`")
  }

  static func noMap(_ value: Value, macro: String) -> EvaluationError {
    EvaluationError("`\(macro)` makes entries of maps only, not of a `\(value.typeName)`")
  }

  static func noOrder(_ value: Value) -> EvaluationError {
    EvaluationError("values of the type `\(value.typeName)` have no order here")
  }

  static func noOverload(_ name: String) -> EvaluationError {
    EvaluationError("no such overload: `\(OperatorNames.written(name) ?? name)`")
  }

  static func noRange(_ value: Value) -> EvaluationError {
    EvaluationError("`\(value.typeName)` is no list and no map")
  }

  static func noSuchAttribute(_ path: AttributePath) -> EvaluationError {
    EvaluationError("no such attribute: \(path)")
  }

  static func noSuchField(_ name: String) -> EvaluationError { EvaluationError("no such field: `\(name)`") }

  static func noSuchFunction(_ name: String) -> EvaluationError { EvaluationError("no such function: `\(name)`") }

  static func noSuchKey(_ key: String) -> EvaluationError { EvaluationError("no such key: `\(key)`") }

  static func noSuchType(_ name: String) -> EvaluationError { EvaluationError("no such type: `\(name)`") }

  static func noTimeZone(_ name: String) -> EvaluationError {
    EvaluationError("no such time zone: `\(name)`; `UTC` and offsets such as `+08:00` are always known")
  }

  static let notBase64 = EvaluationError("the text is not in Base64")

  static let outOfRange = EvaluationError("the result is out of range")

  static func repeatedKey(_ key: String) -> EvaluationError { EvaluationError("the key `\(key)` is given twice") }

  static func substringRange(_ start: Int64, _ end: Int64) -> EvaluationError {
    EvaluationError("invalid substring range. start: \(start), end: \(end)")
  }

  static func unsupportedKey(_ key: Value) -> EvaluationError {
    EvaluationError("a `\(key.typeName)` can't be the key of a map")
  }
}

extension Value {
  static func noOverload(_ name: String) -> Value { .error(.noOverload(name)) }
}
