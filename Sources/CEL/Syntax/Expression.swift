public import Diagnostics

/// A node of a parsed expression. Node ids count from 0 and are unique within one `ParsedExpression`.
public final class Expression: Sendable {
  public let id: Int
  /// UTF-8 offsets of the written text.
  public let range: SourceRange
  public let kind: Kind

  init(id: Int, range: SourceRange, kind: Kind) {
    self.id = id
    self.range = range
    self.kind = kind
  }

  /// The forms of an expression (cel-spec `syntax.proto`, less its expansion of macros).
  public indirect enum Kind: Sendable {
    case literal(Literal)
    /// A name; one with a leading dot keeps it.
    case identifier(String)
    /// `a.f`, or `a.?f` where optional.
    case select(Expression, field: String, fieldRange: SourceRange, isOptional: Bool)
    /// `a[i]`, or `a[?i]` where optional.
    case index(Expression, Expression, isOptional: Bool)
    /// `has(a.f)`.
    case has(Expression, field: String, fieldRange: SourceRange)
    /// A function or an operator by CEL's name for it (`_==_`, `@in`, `!_`).
    case call(name: String, nameRange: SourceRange, target: Expression?, arguments: [Expression])
    /// `a && b && c`, in the order written.
    case and([Expression])
    /// `a || b || c`, in the order written.
    case or([Expression])
    case conditional(Expression, then: Expression, otherwise: Expression)
    case list([ListElement])
    case map([MapEntry])
    case structure(type: String, fields: [StructureField])
    case comprehension(Comprehension)
  }

  /// The expressions directly inside.
  public var children: [Expression] {
    switch kind {
    case .literal, .identifier: []
    case .select(let operand, _, _, _), .has(let operand, _, _): [operand]
    case .index(let operand, let index, _): [operand, index]
    case .call(_, _, let target, let arguments): (target.map { [$0] } ?? []) + arguments
    case .and(let terms), .or(let terms): terms
    case .conditional(let condition, let then, let otherwise): [condition, then, otherwise]
    case .list(let elements): elements.map(\.value)
    case .map(let entries): entries.flatMap { [$0.key, $0.value] }
    case .structure(_, let fields): fields.map(\.value)
    case .comprehension(let comprehension):
      [comprehension.range] + [comprehension.condition, comprehension.transform].compactMap { $0 }
    }
  }
}

extension Expression {
  /// The name that a chain of selections begins with, without a leading dot.
  var rootName: String? {
    var expression = self
    while case .select(let operand, _, _, _) = expression.kind { expression = operand }
    guard case .identifier(let name) = expression.kind else { return nil }
    return name.hasPrefix(".") ? String(name.dropFirst()) : name
  }

  /// Whether a name stands anywhere in it, in whatever meaning.
  func mentions(_ name: String) -> Bool {
    if case .identifier(name) = kind { return true }
    return children.contains { $0.mentions(name) }
  }

  /// `a.b.c` as one name; nil where it is no chain of names. A leading dot is kept.
  public var qualifiedName: String? {
    var fields: [String] = []
    var expression = self
    while case .select(let operand, let field, _, false) = expression.kind {
      // A field that is written between back-quotes may hold dots, and is part of no name.
      guard field.utf8.allSatisfy({ Lexer.isLetter($0) || Lexer.isDigit($0) }) else { return nil }
      fields.append(field)
      expression = operand
    }
    guard case .identifier(let name) = expression.kind else { return nil }
    return fields.isEmpty ? name : name + "." + fields.reversed().joined(separator: ".")
  }
}

/// A literal's value.
public enum Literal: Sendable, Hashable {
  case null
  case bool(Bool)
  case int(Int64)
  case uint(UInt64)
  case double(Double)
  case string(String)
  case bytes([UInt8])
}

/// An element of a list literal; `?e` is left out where `e` is an empty optional.
public struct ListElement: Sendable {
  public let value: Expression
  public let isOptional: Bool
}

/// An entry of a map literal.
public struct MapEntry: Sendable {
  public let key: Expression
  public let value: Expression
  public let isOptional: Bool
}

/// A field of a message literal.
public struct StructureField: Sendable {
  public let name: String
  public let value: Expression
  public let isOptional: Bool
}

/// A macro over a range, kept as written: the trace can then say which element decided.
public struct Comprehension: Sendable {
  /// Which macro it is.
  public enum Macro: String, Sendable, CaseIterable {
    case all, exists, existsOne, map, filter, transformList, transformMap, transformMapEntry, sortBy
    case bind, optMap, optFlatMap
  }

  public let macro: Macro
  /// What is iterated over, or bound.
  public let range: Expression
  /// One name, or two: index and element, or key and value.
  public let variables: [String]
  /// The predicate, or the filter before a transformation.
  public let condition: Expression?
  /// What becomes of each element, or the body of a binding.
  public let transform: Expression?
}

/// A whole expression and its text.
public struct ParsedExpression: Sendable {
  public let root: Expression
  public let nodeCount: Int
  public let source: String

  /// The expression as CEL, in one layout and with no more parentheses than are needed.
  public var printed: String { ExpressionPrinter.print(root) }

  /// The text of a node as written.
  public func written(_ expression: Expression) -> String {
    let bytes = source.utf8
    let offsets = expression.range.offsets
    let start = bytes.index(bytes.startIndex, offsetBy: offsets.lowerBound)
    return String(decoding: bytes[start..<bytes.index(start, offsetBy: offsets.count)], as: UTF8.self)
  }
}
