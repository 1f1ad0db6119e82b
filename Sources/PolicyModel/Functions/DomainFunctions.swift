internal import CEL

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
