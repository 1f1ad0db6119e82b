internal import Diagnostics
internal import LinearTimeRegex
internal import LocatedYAML
internal import UnicodeText

extension AnswerRules {
  /// Adds what a mapping lists: a foundation begins with nothing, an overlay with what the base has.
  mutating func addWords(_ reader: inout MappingReader) {
    let letters = (reader.text("lookalike_letters") ?? "").unicodeScalars
    lookalikeLetters = Set(lookalikeLetters).union(letters).sorted()
    placeholderWords.formUnion(reader.texts("placeholder_words").map { CaseFolding.fold(CleanedText.clean($0)) })
    noneWords.formUnion(reader.texts("none_words").map { CleanedText.words(CleanedText.clean($0)) })
    nameTitles.formUnion(reader.texts("name_titles").map { CaseFolding.fold($0) })
  }
}

extension MappingReader {
  /// A list of regular expressions; an error, at its place inside the scalar, for each that is none.
  mutating func regexes(_ key: String) -> [LinearRegex] {
    var made: [LinearRegex] = []
    for node in items(key) {
      guard let embedded = EmbeddedText(node, in: file) else {
        report(Messages.wrongKind(expected: "a regular expression", found: node.described, at: location(node)))
        continue
      }
      do throws(RegexSyntaxError) {
        made.append(try LinearRegex(embedded.text, options: TextPattern.options))
      } catch {
        let range = SourceRange(start: error.range.lowerBound, end: error.range.upperBound)
        let place = Location(file: file, range: embedded.sourceRange(of: range))
        report(Messages.badPattern(error.message, remedy: error.remedy, at: place))
      }
    }
    return made
  }
}
