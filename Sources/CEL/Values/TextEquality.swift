extension String {
  /// Whether both are the same code points.
  ///
  /// Swift's own equality is canonical equivalence. It is asked first, because it compares words instead of bytes, and
  /// texts of the same code points are always equivalent. Where one of two equivalent texts is ASCII and both are as long
  /// there is no more to ask: what else is equivalent to ASCII, such as the sign for Kelvin, takes more bytes.
  @inline(__always)
  func isSameText(as other: String) -> Bool {
    guard utf8.count == other.utf8.count, self == other else { return false }
    return utf8Span.isKnownASCII || hasSameBytes(as: other)
  }

  @inline(never)
  private func hasSameBytes(as other: String) -> Bool {
    let (left, right) = (utf8Span.span, other.utf8Span.span)
    guard left.count == right.count else { return false }
    for index in left.indices where left[index] != right[index] { return false }
    return true
  }

  /// Whether the code points of the other are those that this begins with.
  func begins(with other: String) -> Bool {
    let (text, wanted) = (utf8Span.span, other.utf8Span.span)
    guard text.count >= wanted.count else { return false }
    for index in wanted.indices where text[index] != wanted[index] { return false }
    return true
  }

  /// Whether the code points of the other are those that this ends with.
  func ends(with other: String) -> Bool {
    let (text, wanted) = (utf8Span.span, other.utf8Span.span)
    let start = text.count - wanted.count
    guard start >= 0 else { return false }
    for index in wanted.indices where text[start + index] != wanted[index] { return false }
    return true
  }
}
