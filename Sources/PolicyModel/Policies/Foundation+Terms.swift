internal import UnicodeText

extension Foundation {
  /// The terms of the glossary that occur in texts, in the glossary's order. A term occurs where its words, or those of
  /// another of its forms, stand in a row, whatever their letter case.
  ///
  /// - Complexity: linear in the texts for each term.
  public func terms(in texts: [String]) -> [GlossaryTerm] {
    let words = texts.map { CleanedText.words(CleanedText.clean($0)) }
    return glossary.filter { term in
      ([term.term] + term.otherForms).contains { form in
        let wanted = CleanedText.words(CleanedText.clean(form))
        return !wanted.isEmpty && words.contains { $0.holds(wanted) }
      }
    }
  }
}

extension [String] {
  fileprivate func holds(_ run: [String]) -> Bool {
    guard count >= run.count else { return false }
    return (0...(count - run.count)).contains { self[$0..<($0 + run.count)].elementsEqual(run) }
  }
}
