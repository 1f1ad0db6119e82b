internal import CEL

extension Value {
  /// The texts of a list whose items are texts.
  var texts: [String]? {
    guard case .list(let list) = self else { return nil }
    var texts: [String] = []
    texts.reserveCapacity(list.items.count)
    for item in list.items { if case .string(let text) = item { texts.append(text) } }
    return texts
  }

  /// Why further items of a list are possible.
  var openness: UnknownSet? {
    if case .list(let list) = self { return list.openness }
    return nil
  }

  static func mistyped(_ function: String) -> Value {
    .error(EvaluationError("`\(function)` got a value of another type"))
  }

  /// The words of a list of texts, for saying what is required.
  func listed(_ conjunction: String) -> String {
    guard let texts, !texts.isEmpty else { return written }
    return texts.listed(conjunction)
  }
}

extension [String] {
  /// The texts with commas between them, and the conjunction before the last.
  func listed(_ conjunction: String) -> String {
    guard count > 1, let last else { return first ?? "" }
    return [String](dropLast()).joined(separator: ", ") + " \(conjunction) " + last
  }
}
