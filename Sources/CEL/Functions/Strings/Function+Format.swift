extension Function {
  /// `template.format(list)`: the template with a value in place of each clause.
  static let format = Function(
    name: "format",
    summary:
      "The text with the values of a list in place of its clauses: `%s`, `%d`, `%f`, `%e`, `%x`, `%X`, `%o`, `%b`.",
    overloads: [
      Overload(
        id: "string_format", .member, [.string, .list(.dyn)], .string,
        examples: [("'%s has %d of %.1f'.format(['a', 2, 0.25])", "a has 2 of 0.2"), ("'%x'.format([30])", "1e")]
      ) { arguments, context in
        guard let template = arguments[0].scalars, let values = arguments[1].asList?.items else {
          return .noOverload("format")
        }
        var formatter = Formatter(template, values)
        switch formatter.format(&context) {
        case .success(let text): return .string(text)
        case .failure(let error): return .error(error)
        }
      }
    ])
}

/// Fills in the clauses of a template (cel-spec `extensions/strings.md`).
private struct Formatter {
  private let template: [Unicode.Scalar]
  private let values: [Value]
  private var index = 0
  private var used = 0

  init(_ template: [Unicode.Scalar], _ values: [Value]) {
    self.template = template
    self.values = values
  }

  mutating func format(_ context: inout CallContext) -> Result<String, EvaluationError> {
    var out = String.UnicodeScalarView()
    do throws(EvaluationError) {
      while index < template.count {
        let scalar = template[index]
        index += 1
        guard scalar == "%" else {
          out.append(scalar)
          continue
        }
        if index < template.count, template[index] == "%" {
          index += 1
          out.append("%")
          continue
        }
        out.append(contentsOf: try clause(&context).unicodeScalars)
      }
      return .success(String(out))
    } catch {
      return .failure(error)
    }
  }

  private mutating func clause(_ context: inout CallContext) throws(EvaluationError) -> String {
    var precision = 6
    if index < template.count, template[index] == "." {
      index += 1
      let start = index
      while index < template.count, ("0"..."9").contains(template[index]) { index += 1 }
      var digits = String.UnicodeScalarView()
      digits.append(contentsOf: template[start..<index])
      guard let written = Int(String(digits)) else { throw .noClause(".") }
      precision = written
    }
    guard index < template.count else { throw .noClause("%") }
    let clause = Character(template[index])
    index += 1
    guard "sdfexXob".contains(clause) else { throw .noClause(String(clause)) }
    guard used < values.count else { throw .noClauseArgument }
    guard context.spend(1 + precision) else { throw .budgetSpent }
    let text = try Self.text(clause, values[used], precision: precision, &context)
    used += 1
    guard context.spend(text.utf8.count >> 3) else { throw .budgetSpent }
    return text
  }

  private static func text(
    _ clause: Character, _ value: Value, precision: Int, _ context: inout CallContext
  ) throws(EvaluationError) -> String {
    if case .double(let number) = value, !number.isFinite, "sdfe".contains(clause) { return Value.written(number) }
    switch (clause, value) {
    case ("s", _): return try ValueText.text(value, &context)
    case ("d", .int), ("d", .uint), ("d", .double): return try ValueText.text(value, &context)
    case ("f", .double(let number)): return ExactDecimal(number).fixed(places: precision)
    case ("f", .int(let number)): return String(number) + zeros(precision)
    case ("f", .uint(let number)): return String(number) + zeros(precision)
    case ("e", .double(let number)): return ExactDecimal(number).scientific(places: precision)
    case ("e", .int(let number)): return ExactDecimal(Double(number)).scientific(places: precision)
    case ("e", .uint(let number)): return ExactDecimal(Double(number)).scientific(places: precision)
    case ("o", .int(let number)): return String(number, radix: 8)
    case ("o", .uint(let number)): return String(number, radix: 8)
    case ("b", .int(let number)): return String(number, radix: 2)
    case ("b", .uint(let number)): return String(number, radix: 2)
    case ("b", .bool(let flag)): return flag ? "1" : "0"
    case ("x", .int(let number)), ("X", .int(let number)):
      return String(number, radix: 16, uppercase: clause == "X")
    case ("x", .uint(let number)), ("X", .uint(let number)):
      return String(number, radix: 16, uppercase: clause == "X")
    case ("x", .string(let text)), ("X", .string(let text)): return hexadecimal(Array(text.utf8), clause == "X")
    case ("x", .bytes(let bytes)), ("X", .bytes(let bytes)): return hexadecimal(bytes, clause == "X")
    default: throw .noFormat(value, clause: String(clause))
    }
  }

  private static func zeros(_ precision: Int) -> String {
    precision == 0 ? "" : "." + String(repeating: "0", count: precision)
  }

  private static func hexadecimal(_ bytes: [UInt8], _ isUppercase: Bool) -> String {
    bytes.map { ($0 < 16 ? "0" : "") + String($0, radix: 16, uppercase: isUppercase) }.joined()
  }
}

/// A value as the clause `%s` shows it.
private enum ValueText {
  static func text(_ value: Value, _ context: inout CallContext) throws(EvaluationError) -> String {
    guard context.spend(1 + value.weight) else { throw .budgetSpent }
    switch value {
    case .null: return "null"
    case .bool(let flag): return flag ? "true" : "false"
    case .int(let number): return String(number)
    case .uint(let number): return String(number)
    case .double(let number): return NumberText.plain(number)
    case .string(let text): return text
    case .bytes(let bytes): return text(bytes)
    case .timestamp(let moment): return moment.rfc3339
    case .duration(let span): return span.seconds
    case .type(let name): return name
    case .list(let list):
      var texts: [String] = []
      for item in list.items { texts.append(try text(item, &context)) }
      return "[" + texts.joined(separator: ", ") + "]"
    case .map(let map):
      var texts: [(key: String, value: String)] = []
      for entry in map.entries { texts.append((try text(entry.key, &context), try text(entry.value, &context))) }
      texts.sort { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }
      return "{" + texts.map { "\($0.key): \($0.value)" }.joined(separator: ", ") + "}"
    case .record, .optional, .error, .unknown: throw .noFormat(value, clause: "s")
    }
  }

  /// Each run of bytes that are no UTF-8 becomes one replacement character.
  private static func text(_ bytes: [UInt8]) -> String {
    var out = String.UnicodeScalarView()
    var decoder = UTF8()
    var iterator = bytes.makeIterator()
    var isInvalid = false
    while true {
      switch decoder.decode(&iterator) {
      case .scalarValue(let scalar):
        out.append(scalar)
        isInvalid = false
      case .error:
        if !isInvalid { out.append("\u{FFFD}") }
        isInvalid = true
      case .emptyInput: return String(out)
      }
    }
  }
}
