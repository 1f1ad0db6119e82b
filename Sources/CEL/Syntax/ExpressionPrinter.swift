/// Writes an expression as CEL, with no more parentheses than are needed. Parsing the text gives the same expression.
struct ExpressionPrinter {
  /// How tightly a form binds, from loosest to tightest (cel-spec `langdef.md`, section Syntax).
  private enum Level: Int, Comparable {
    case conditional, or, and, relation, addition, multiplication, unary, postfix

    static func < (left: Level, right: Level) -> Bool { left.rawValue < right.rawValue }
  }

  private var out = ""

  static func print(_ expression: Expression) -> String {
    var printer = ExpressionPrinter()
    printer.write(expression, .conditional)
    return printer.out
  }

  private static func level(_ expression: Expression) -> Level {
    switch expression.kind {
    case .conditional: .conditional
    case .or: .or
    case .and: .and
    case .call(let name, _, nil, _): level(ofOperator: name) ?? .postfix
    default: .postfix
    }
  }

  private static func level(ofOperator name: String) -> Level? {
    switch name {
    case "_==_", "_!=_", "_<_", "_<=_", "_>_", "_>=_", "@in": .relation
    case "_+_", "_-_": .addition
    case "_*_", "_/_", "_%_": .multiplication
    case "!_", "-_": .unary
    default: nil
    }
  }

  private mutating func write(_ expression: Expression, _ least: Level) {
    guard Self.level(expression) < least else { return write(expression) }
    out += "("
    write(expression)
    out += ")"
  }

  private mutating func write(_ expression: Expression) {
    switch expression.kind {
    case .literal(let literal): out += LiteralText.text(literal)
    case .identifier(let name): out += name
    case .select(let operand, let field, _, let isOptional):
      write(operand, .postfix)
      out += isOptional ? ".?" : "."
      out += Self.fieldName(field)
    case .index(let operand, let index, let isOptional):
      write(operand, .postfix)
      out += isOptional ? "[?" : "["
      write(index, .conditional)
      out += "]"
    case .has(let operand, let field, _):
      out += "has("
      write(operand, .postfix)
      out += ".\(Self.fieldName(field)))"
    case .and(let terms): write(terms, separator: " && ", .relation)
    case .or(let terms): write(terms, separator: " || ", .and)
    case .conditional(let condition, let then, let otherwise):
      write(condition, .or)
      out += " ? "
      write(then, .or)
      out += " : "
      write(otherwise, .conditional)
    case .list(let elements):
      writeAll(elements, "[", "]") { printer, element in
        if element.isOptional { printer.out += "?" }
        printer.write(element.value, .conditional)
      }
    case .map(let entries):
      writeAll(entries, "{", "}") { printer, entry in
        if entry.isOptional { printer.out += "?" }
        printer.write(entry.key, .conditional)
        printer.out += ": "
        printer.write(entry.value, .conditional)
      }
    case .structure(let type, let fields):
      writeAll(fields, type + "{", "}") { printer, field in
        if field.isOptional { printer.out += "?" }
        printer.out += Self.fieldName(field.name) + ": "
        printer.write(field.value, .conditional)
      }
    case .call(let name, _, let target, let arguments): writeCall(name, target, arguments)
    case .comprehension(let comprehension): write(comprehension)
    }
  }

  private mutating func write(_ terms: [Expression], separator: String, _ least: Level) {
    for (index, term) in terms.enumerated() {
      if index > 0 { out += separator }
      write(term, least)
    }
  }

  private mutating func writeAll<Element>(
    _ elements: [Element], _ opening: String, _ closing: String, _ write: (inout ExpressionPrinter, Element) -> Void
  ) {
    out += opening
    for (index, element) in elements.enumerated() {
      if index > 0 { out += ", " }
      write(&self, element)
    }
    out += closing
  }

  private mutating func writeCall(_ name: String, _ target: Expression?, _ arguments: [Expression]) {
    if target == nil, let written = OperatorNames.written(name), let level = Self.level(ofOperator: name) {
      guard arguments.count == 2 else { return writeUnary(written, arguments[0], level) }
      write(arguments[0], level)
      out += " \(written) "
      write(arguments[1], Level(rawValue: level.rawValue + 1) ?? .postfix)
      return
    }
    if let target {
      write(target, .postfix)
      out += "."
    }
    writeAll(arguments, name + "(", ")") { $0.write($1, .conditional) }
  }

  /// A minus before a number belongs to the number, and a run of operators is of one kind.
  private mutating func writeUnary(_ symbol: String, _ operand: Expression, _ level: Level) {
    out += symbol
    let before = out.utf8.count
    let isRun = if case .call("\(symbol)_", _, nil, _) = operand.kind { true } else { false }
    write(operand, isRun ? level : .postfix)
    guard symbol == "-" else { return }
    let start = out.utf8.index(out.utf8.startIndex, offsetBy: before)
    guard out.utf8[start...].first.map({ Lexer.isDigit($0) }) ?? false else { return }
    let text = out[start...]
    out = "\(out[..<start])(\(text))"
  }

  private mutating func write(_ comprehension: Comprehension) {
    let parts = [comprehension.condition, comprehension.transform].compactMap { $0 }
    if comprehension.macro == .bind {
      out += "cel.bind(\(comprehension.variables[0]), "
      write(comprehension.range, .conditional)
    } else {
      write(comprehension.range, .postfix)
      out += "." + Self.name(of: comprehension) + "(" + comprehension.variables.joined(separator: ", ")
    }
    for part in parts {
      out += ", "
      write(part, .conditional)
    }
    out += ")"
  }

  private static func name(of comprehension: Comprehension) -> String {
    comprehension.macro == .existsOne && comprehension.variables.count == 1
      ? "exists_one" : comprehension.macro.rawValue
  }

  private static func fieldName(_ name: String) -> String {
    let isPlain =
      name.utf8.first.map { Lexer.isLetter($0) } ?? false
      && name.utf8.allSatisfy { Lexer.isLetter($0) || Lexer.isDigit($0) }
    return isPlain && !["true", "false", "null", "in"].contains(name) ? name : "`\(name)`"
  }
}

/// Literals as CEL writes them.
enum LiteralText {
  static func text(_ literal: Literal) -> String {
    switch literal {
    case .null: "null"
    case .bool(let value): value ? "true" : "false"
    case .int(let value): String(value)
    case .uint(let value): "\(value)u"
    case .double(let value): value.description
    case .string(let value): quoted(value)
    case .bytes(let value): quoted(value)
    }
  }

  private static func quoted(_ text: String) -> String {
    let inner = Function.quoted(text)
    guard inner.unicodeScalars.contains(where: isHidden) else { return inner }
    var out = ""
    for scalar in inner.unicodeScalars {
      if isHidden(scalar) {
        let digits = String(scalar.value, radix: 16)
        out += "\\u" + String(repeating: "0", count: 4 - digits.utf8.count) + digits
      } else {
        out.unicodeScalars.append(scalar)
      }
    }
    return out
  }

  /// Control characters, which an editor may not show or keep.
  private static func isHidden(_ scalar: Unicode.Scalar) -> Bool {
    scalar.value < 0x20 || (0x7F...0x9F).contains(scalar.value) || scalar.value == 0x2028 || scalar.value == 0x2029
  }

  private static func quoted(_ bytes: [UInt8]) -> String {
    var out = "b\""
    for byte in bytes {
      switch byte {
      case UInt8(ascii: "\\"), UInt8(ascii: "\""): out += "\\" + String(Unicode.Scalar(byte))
      case 0x20...0x7E: out += String(Unicode.Scalar(byte))
      default:
        let digits = String(byte, radix: 8)
        out += "\\" + String(repeating: "0", count: 3 - digits.utf8.count) + digits
      }
    }
    return out + "\""
  }
}
