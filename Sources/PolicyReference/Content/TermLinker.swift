internal import DocumentWriting
internal import PolicyModel
internal import UnicodeText

/// Finds terms of the glossary in texts. Of terms that overlap the one of most words is meant.
struct TermLinker: Sendable {
  private struct Form: Sendable {
    let words: [String]
    /// An index of the glossary.
    let term: Int
  }

  private let glossary: [GlossaryTerm]
  private let anchors: [String?]
  /// By their first words, those of most words first.
  private let forms: [String: [Form]]

  init(_ glossary: [GlossaryTerm], _ anchors: Anchors) {
    self.glossary = glossary
    self.anchors = glossary.map { anchors[.term, $0.term] }
    var forms: [String: [Form]] = [:]
    for (index, term) in glossary.enumerated() {
      for form in [term.term] + term.otherForms {
        let words = CleanedText.words(CleanedText.clean(form))
        if let first = words.first { forms[first, default: []].append(Form(words: words, term: index)) }
      }
    }
    self.forms = forms.mapValues { forms in
      forms.enumerated().sorted { ($1.element.words.count, $0.offset) < ($0.element.words.count, $1.offset) }
        .map(\.element)
    }
  }

  /// The text with each term that is not in `seen` linked where it first occurs; `seen` holds indexes of the glossary.
  ///
  /// - Complexity: linear in the text, for glossaries whose terms begin with different words.
  func link(_ text: String, _ seen: inout Set<Int>) -> Line {
    let words = Self.words(of: text)
    var line: Line = []
    var rest = text.startIndex
    var index = words.startIndex
    while index < words.endIndex {
      guard let form = forms[words[index].folded]?.first(where: { Self.stands($0.words, at: index, in: words, text) })
      else {
        index += 1
        continue
      }
      let last = index + form.words.count - 1
      if let anchor = anchors[form.term], seen.insert(form.term).inserted {
        let range = words[index].range.lowerBound..<words[last].range.upperBound
        if rest < range.lowerBound { line.append(.text(String(text[rest..<range.lowerBound]))) }
        line.append(.term(String(text[range]), to: anchor, meaning: glossary[form.term].definition))
        rest = range.upperBound
      }
      index = last + 1
    }
    if rest < text.endIndex { line.append(.text(String(text[rest...]))) }
    return line
  }

  private struct Word {
    let range: Range<String.Index>
    /// As it is compared; empty where it is no single word then.
    let folded: String
  }

  private static func words(of text: String) -> [Word] {
    var words: [Word] = []
    let scalars = text.unicodeScalars
    var index = scalars.startIndex
    while let start = scalars[index...].firstIndex(where: ScalarClass.isWordPart) {
      let end = scalars[start...].firstIndex { !ScalarClass.isWordPart($0) } ?? scalars.endIndex
      let folded = CleanedText.words(CleanedText.clean(String(scalars[start..<end])))
      words.append(Word(range: start..<end, folded: folded.count == 1 ? folded[0] : ""))
      index = end
    }
    return words
  }

  /// Whether the words stand there in a row, with nothing but spaces or dashes between them, and are no part of a name
  /// such as `supervised_envelope`.
  private static func stands(_ wanted: [String], at start: Int, in words: [Word], _ text: String) -> Bool {
    guard words.count - start >= wanted.count else { return false }
    for offset in wanted.indices {
      guard words[start + offset].folded == wanted[offset] else { return false }
      if offset == 0 { continue }
      let gap = text[words[start + offset - 1].range.upperBound..<words[start + offset].range.lowerBound]
      guard gap.unicodeScalars.allSatisfy({ [" ", "\n", "-", "/", "'"].contains($0) }) else { return false }
    }
    let before = text.unicodeScalars[..<words[start].range.lowerBound].last
    let after = text.unicodeScalars[words[start + wanted.count - 1].range.upperBound...].first
    return before != "_" && after != "_"
  }
}
