internal import CEL
internal import UnicodeText

/// The functions that packs are written with, in the field's terms. A new one is a file beside this and a line here.
enum DomainFunctions {
  static func all(_ foundation: Foundation) -> [Function] {
    let patterns = PatternBook(foundation.patterns)
    let names = NameComparison(titles: foundation.answerRules.nameTitles)
    return [
      .answered,
      .claims,
      .containsAll,
      .containsAny,
      .differs(names),
      .excludes,
      .hasAtLeast,
      .matchesAny(patterns),
      .matchesNone(patterns),
      .mentionsNone,
      .present,
      .withinDaysAfter,
      .withinDaysBefore,
    ]
  }
}

extension Value {
  /// The texts of a list whose items are texts.
  var texts: [String]? {
    guard case .list(let list) = self else { return nil }
    var texts: [String] = []
    texts.reserveCapacity(list.items.count)
    for item in list.items { if case .string(let text) = item { texts.append(text) } }
    return texts
  }

  /// Why further items of a list are possible.
  var openness: UnknownSet? {
    if case .list(let list) = self { return list.openness }
    return nil
  }

  static func mistyped(_ function: String) -> Value {
    .error(EvaluationError("`\(function)` got a value of another type"))
  }

  /// The words of a list of texts, for saying what is required.
  func listed(_ conjunction: String) -> String {
    guard let texts, !texts.isEmpty else { return written }
    return texts.listed(conjunction)
  }
}

extension [String] {
  /// The texts with commas between them, and the conjunction before the last.
  func listed(_ conjunction: String) -> String {
    guard count > 1, let last else { return first ?? "" }
    return dropLast().joined(separator: ", ") + " \(conjunction) " + last
  }
}

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
