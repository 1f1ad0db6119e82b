import LinearTimeRegex

extension FuzzTarget {
  /// The first line is the pattern, the rest the text. Matches lie in the text, in order, and one is found where there
  /// are any.
  static let regex = FuzzTarget(name: "regex") { bytes in
    let parts = bytes.split(separator: 0x0A, maxSplits: 1, omittingEmptySubsequences: false)
    let pattern = String(decoding: parts[0], as: UTF8.self)
    let text = parts.count > 1 ? String(decoding: parts[1], as: UTF8.self) : ""
    guard let regex = try? LinearRegex(pattern) else { return }
    let matches = regex.matches(in: text)
    promise(regex.isFound(in: text) == !matches.isEmpty, "found and not matched, or the other way round")
    var end = 0
    for match in matches {
      promise(match.lowerBound >= end && match.upperBound <= text.utf8.count, "a match lies outside")
      end = match.upperBound
    }
  }
}
