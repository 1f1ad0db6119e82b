package import CEL

/// How checks of conditions read their terms.
extension Expression {
  /// `control.area_limit_km2`, written as a chain of names; nil for anything else.
  package var fieldName: String? {
    switch kind {
    case .identifier(let name): name
    case .select(let operand, let field, _, _): operand.fieldName.map { "\($0).\(field)" }
    default: nil
    }
  }

  /// A text or a truth value, as the values of questions are written.
  package var literalText: String? {
    switch kind {
    case .literal(.string(let text)): text
    case .literal(.bool(let flag)): flag ? "true" : "false"
    default: nil
    }
  }

  /// The texts of a list of nothing else.
  package var literalTexts: Set<String>? {
    guard case .list(let elements) = kind else { return nil }
    let texts = elements.compactMap(\.value.literalText)
    return texts.count == elements.count ? Set(texts) : nil
  }

  /// A number, or a parameter's value.
  package func number(_ parameters: [String: Double]) -> Double? {
    switch kind {
    case .literal(.double(let number)): return number
    case .literal(.int(let number)): return Double(number)
    default:
      guard let name = fieldName, name.hasPrefix("params.") else { return nil }
      return parameters[String(name.dropFirst("params.".utf8.count))]
    }
  }
}
