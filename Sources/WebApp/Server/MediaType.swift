/// A media type with its parameters (RFC 9110, section 8.3.1), as `Content-Type` and the parts of a form have one.
struct MediaType: Equatable {
  /// In lower case: `text/html`. Of `Content-Disposition` it is the one word in front.
  let name: String
  /// By their names in lower case.
  let parameters: [String: String]

  /// Nil where the text is none.
  init?(_ text: String) {
    var rest = text[...]
    let name = rest.prefix { $0 != ";" }
    rest = rest.dropFirst(name.count)
    self.name = Self.trimmed(name).lowercased()
    guard !self.name.isEmpty else { return nil }
    var parameters: [String: String] = [:]
    while rest.popFirst() != nil {
      rest = rest.drop(while: Self.isSpace)
      let key = rest.prefix { $0 != "=" && $0 != ";" }
      rest = rest.dropFirst(key.count)
      if Self.trimmed(key).isEmpty { continue }
      guard rest.popFirst() == "=" else { return nil }
      guard let value = rest.first == "\"" ? Self.quoted(&rest) : Self.plain(&rest) else { return nil }
      // Of two with one name nobody knows which is meant.
      guard parameters.updateValue(value, forKey: Self.trimmed(key).lowercased()) == nil else { return nil }
    }
    self.parameters = parameters
  }

  private static func plain(_ rest: inout Substring) -> String {
    let value = rest.prefix { $0 != ";" }
    rest = rest.dropFirst(value.count)
    return trimmed(value)
  }

  private static func quoted(_ rest: inout Substring) -> String? {
    rest.removeFirst()
    var value = ""
    while let character = rest.popFirst() {
      if character == "\"" {
        rest = rest.drop(while: isSpace)
        return rest.isEmpty || rest.first == ";" ? value : nil
      }
      // Browsers escape nothing but quotes, and write the backslashes of names of files as they are.
      let isEscape = character == "\\" && rest.first == "\""
      if isEscape { rest.removeFirst() }
      value.append(isEscape ? "\"" : character)
    }
    return nil
  }

  private static func trimmed(_ text: Substring) -> String {
    var text = text.drop(while: isSpace)
    while let last = text.last, isSpace(last) { text.removeLast() }
    return String(text)
  }

  private static func isSpace(_ character: Character) -> Bool { character == " " || character == "\t" }
}
