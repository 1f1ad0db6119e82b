/// The versions that `If-Match` names (RFC 9110, section 13.1.1).
enum EntityTags: Equatable {
  /// Whichever stands there.
  case any
  /// One of these. Weak tags are left out: they say nothing of whether every byte is the same.
  case listed([String])

  /// What stands between the quotes of a tag, for a regular expression.
  private static let tag = #"(W/)?"[!#-~]*""#
  /// What a header has to match, as JSON Schema has it.
  static let pattern = #"^(\*|\#(tag)( *, *\#(tag))*)$"#

  /// Nil where the text is neither.
  init?(_ text: String) {
    if text == "*" {
      self = .any
      return
    }
    var tags: [String] = []
    var rest = text[...]
    while true {
      rest = rest.drop { $0 == " " || $0 == "\t" }
      let isWeak = rest.hasPrefix("W/")
      if isWeak { rest = rest.dropFirst(2) }
      guard rest.popFirst() == "\"", let end = rest.firstIndex(of: "\"") else { return nil }
      guard rest[..<end].utf8.allSatisfy({ $0 > 0x20 && $0 != 0x7F }) else { return nil }
      if !isWeak { tags.append(String(rest[..<end])) }
      rest = rest[rest.index(after: end)...].drop { $0 == " " || $0 == "\t" }
      guard let comma = rest.popFirst() else { break }
      guard comma == "," else { return nil }
    }
    self = .listed(tags)
  }

  /// The version that a change is to replace, where one stands there that is `present`; nil for whichever it is.
  func version(present: String) -> String? {
    switch self {
    case .any: nil
    // No answer has an empty version.
    case .listed(let tags): tags.contains(present) ? present : tags.first ?? ""
    }
  }
}
