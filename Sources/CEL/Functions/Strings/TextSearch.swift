/// Finds a sequence in another in linear time (Knuth, Morris and Pratt), so that no pair of texts takes long.
struct TextSearch<Element: Equatable> {
  private let wanted: [Element]
  /// For each length of a match the next shorter one to fall back to.
  private let shorter: [Int]

  init(_ wanted: [Element]) {
    self.wanted = wanted
    var shorter = Array(repeating: 0, count: wanted.count)
    var matched = 0
    for index in wanted.indices.dropFirst() {
      while matched > 0, wanted[index] != wanted[matched] { matched = shorter[matched - 1] }
      if wanted[index] == wanted[matched] { matched += 1 }
      shorter[index] = matched
    }
    self.shorter = shorter
  }

  /// Where the first match from a place on begins.
  func first(in elements: [Element], from start: Int = 0) -> Int? {
    if wanted.isEmpty { return start <= elements.count ? start : nil }
    var matched = 0
    var index = start
    while index < elements.count {
      while matched > 0, elements[index] != wanted[matched] { matched = shorter[matched - 1] }
      if elements[index] == wanted[matched] { matched += 1 }
      index += 1
      if matched == wanted.count { return index - matched }
    }
    return nil
  }

  /// Where the last match begins that does not begin behind a place.
  func last(in elements: [Element], upTo end: Int) -> Int? {
    if wanted.isEmpty { return min(end, elements.count) }
    var found: Int?
    var matched = 0
    for index in elements.indices {
      while matched > 0, elements[index] != wanted[matched] { matched = shorter[matched - 1] }
      if elements[index] == wanted[matched] { matched += 1 }
      guard matched == wanted.count else { continue }
      let start = index + 1 - matched
      if start > end { break }
      found = start
      matched = shorter[matched - 1]
    }
    return found
  }
}
