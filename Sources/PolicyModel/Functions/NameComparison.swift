internal import UnicodeText

/// Whether two names are those of different people: different words, once titles are left out.
struct NameComparison: Sendable {
  let titles: Set<String>

  func differ(_ first: String, _ second: String) -> Bool { key(first) != key(second) }

  private func key(_ name: String) -> [String] {
    let words = CleanedText.words(name)
    let bare = words.filter { !titles.contains($0) }
    return bare.isEmpty ? words : bare
  }
}
