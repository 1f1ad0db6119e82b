/// A text that is known before anything is evaluated, with what it takes to compare it and to find it in a map.
final class PreparedText: Sendable {
  let text: String
  let hash: Int
  private let count: Int
  let isASCII: Bool

  init(_ text: String) {
    self.text = text
    hash = MapKey.string(MapKey.ExactText(text: text)).hashValue
    count = text.utf8.count
    isASCII = text.utf8Span.isKnownASCII
  }

  var key: MapKey { .string(MapKey.ExactText(text: text)) }

  /// Whether another is the same code points.
  @inline(__always)
  func isSame(as other: String) -> Bool {
    isASCII ? isSameASCII(as: other) : other.isSameText(as: text)
  }

  /// The same where this text is ASCII (see `String.isSameText`).
  @inline(__always)
  func isSameASCII(as other: String) -> Bool { other.utf8.count == count && other == text }
}
