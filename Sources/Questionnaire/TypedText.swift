extension StringProtocol {
  /// Without blanks at both ends, as nobody means them who types.
  public var trimmed: String {
    var rest = Substring(self)
    while rest.first?.isWhitespace ?? false { rest.removeFirst() }
    while rest.last?.isWhitespace ?? false { rest.removeLast() }
    return String(rest)
  }
}
