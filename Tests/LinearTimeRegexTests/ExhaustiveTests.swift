import LinearTimeRegex
import Testing

@Suite("All small patterns, compared with a backtracking matcher")
struct ExhaustiveTests {
  private static let texts: [String] = {
    var texts = [""]
    var longest = [""]
    for _ in 0..<4 {
      longest = longest.flatMap { ["\($0)a", "\($0)b"] }
      texts += longest
    }
    return texts + ["a b", "\na", "ab\nb", " ", "aé"]
  }()

  @Test("sequences, alternatives and repetitions")
  func operators() throws {
    try compare(atoms: [.letter("a"), .letter("b"), .any], depth: 2)
  }

  @Test("with the empty text and assertions")
  func assertions() throws {
    try compare(atoms: [.empty, .letter("a"), .start, .end, .edge, .noEdge], depth: 2)
  }

  private func compare(atoms: [Naive], depth: Int) throws {
    var patterns = atoms
    for level in 0..<depth {
      // At the last level one side is an atom, so that the number of patterns stays in bounds.
      let right = level == 0 ? patterns : atoms
      let repeated = patterns.flatMap { body in
        [(0, nil), (1, nil), (0, 1), (2, 3)].flatMap { low, high in
          [true, false].map { Naive.repeated(body, low, high, isGreedy: $0) }
        }
      }
      let pairs = patterns.flatMap { left in right.flatMap { [Naive.both(left, $0), .either(left, $0)] } }
      patterns = atoms + repeated + pairs
    }
    // A sample of the last level that is the same in every run.
    let step = max(1, patterns.count / 1_500)
    for index in stride(from: 0, to: patterns.count, by: step) {
      let pattern = patterns[index]
      var options = LinearRegex.Options()
      options.notesRequiredTexts = true
      let regex = try LinearRegex(pattern.written, options: options)
      for text in Self.texts {
        let expected = pattern.allMatches(in: text)
        let found = regex.matches(in: text)
        if found != expected { Issue.record("\(pattern.written) in \(text): \(found), not \(expected)") }
        if !expected.isEmpty, !regex.mayBeFound(in: FoldedText(text)) {
          Issue.record("\(pattern.written) has no text in \(text): \(regex.requiredTexts?.texts ?? [])")
        }
        if regex.isFound(in: text) == expected.isEmpty { Issue.record("\(pattern.written) is found in \(text)") }
      }
    }
  }
}

/// A pattern that is matched by trying: slow, and easy to see to be right.
private indirect enum Naive {
  case empty, any, start, end, edge, noEdge
  case letter(Unicode.Scalar)
  case both(Naive, Naive)
  case either(Naive, Naive)
  case repeated(Naive, Int, Int?, isGreedy: Bool)
  /// What is left of an endless loop after a pass that took something.
  case again(Naive, isGreedy: Bool)

  var written: String {
    switch self {
    case .empty: "(?:)"
    case .any: "."
    case .start: "^"
    case .end: "$"
    case .edge: "\\b"
    case .noEdge: "\\B"
    case .letter(let letter): String(letter)
    case .both(let first, let second): "\(first.written)\(second.written)"
    case .either(let first, let second): "(?:\(first.written)|\(second.written))"
    case .repeated(let body, let low, let high, let isGreedy):
      "(?:\(body.written)){\(low),\(high.map(String.init) ?? "")}\(isGreedy ? "" : "?")"
    case .again(let body, let isGreedy): Naive.repeated(body, 0, nil, isGreedy: isGreedy).written
    }
  }

  func allMatches(in text: String) -> [Range<Int>] {
    let scalars = Array(text.unicodeScalars)
    var found: [Range<Int>] = []
    var place = 0
    while place <= scalars.count {
      guard let end = match(scalars, place, then: { $0 }) else {
        place += 1
        continue
      }
      if end > place || end != found.last?.upperBound { found.append(place..<end) }
      place = max(end, place + 1)
    }
    return found
  }

  /// The end of the first way to match that `then` accepts.
  private func match(_ text: [Unicode.Scalar], _ place: Int, then: (Int) -> Int?) -> Int? {
    func isWord(_ index: Int) -> Bool { text.indices.contains(index) && ("a"..."z").contains(text[index]) }
    let isEdge = isWord(place - 1) != isWord(place)
    switch self {
    case .empty: return then(place)
    case .start: return place == 0 ? then(place) : nil
    case .end: return place == text.count ? then(place) : nil
    case .edge: return isEdge ? then(place) : nil
    case .noEdge: return isEdge ? nil : then(place)
    case .any: return place < text.count && text[place] != "\n" ? then(place + 1) : nil
    case .letter(let letter): return place < text.count && text[place] == letter ? then(place + 1) : nil
    case .both(let first, let second): return first.match(text, place) { second.match(text, $0, then: then) }
    case .either(let first, let second):
      return first.match(text, place, then: then) ?? second.match(text, place, then: then)
    case .repeated(let body, let low, let high, let isGreedy):
      if high == 0 { return then(place) }
      let isLoop = low < 2 && high == nil
      let rest =
        isLoop
        ? Naive.again(body, isGreedy: isGreedy)
        : .repeated(body, max(0, low - 1), high.map { $0 - 1 }, isGreedy: isGreedy)
      // A first pass of an endless loop that takes nothing is the last.
      func more() -> Int? {
        body.match(text, place) { isLoop && $0 == place ? then($0) : rest.match(text, $0, then: then) }
      }
      if low > 0 { return more() }
      return isGreedy ? more() ?? then(place) : then(place) ?? more()
    case .again(let body, let isGreedy):
      // As in RE2, a later pass that takes nothing does not count.
      func more() -> Int? { body.match(text, place) { $0 == place ? nil : match(text, $0, then: then) } }
      return isGreedy ? more() ?? then(place) : then(place) ?? more()
    }
  }
}
