internal import CEL
internal import DocumentWriting

/// Texts in the forms that OSCAL's data types allow.
enum OSCALText {
  /// A text on one line without white space around it (`StringDatatype`); nil where nothing is left.
  static func string(_ text: String) -> String? {
    let line = VisibleText.oneLine(text)
    var scalars = line.unicodeScalars[...]
    while let first = scalars.first, first.properties.isWhitespace { scalars.removeFirst() }
    while let last = scalars.last, last.properties.isWhitespace { scalars.removeLast() }
    return scalars.isEmpty ? nil : String(scalars)
  }

  /// What somebody wrote, as Markdown that shows it as it is (`MarkupLineDatatype`).
  static func written(_ text: String) -> String { MarkdownText.escaped(string(text) ?? "—") }

  /// The name of something that occurs in files, as Markdown.
  static func code(_ name: String) -> String { MarkdownText.code(string(name) ?? "—") }

  /// A value as Markdown. What is long is cut: who wants all of it has the file, its digest and the place.
  static func value(_ value: Value) -> String {
    let text = string(value.written) ?? ""
    if text.isEmpty { return "empty" }
    let scalars = text.unicodeScalars
    guard let end = scalars.index(scalars.startIndex, offsetBy: 300, limitedBy: scalars.endIndex),
      end < scalars.endIndex
    else { return MarkdownText.escaped(text) }
    return MarkdownText.escaped(String(scalars[..<end])) + "…"
  }

  /// The years of which every day is a date by the schema's pattern, which forgets 29 February before 2000.
  private static let years = 2000...2999

  /// The beginning of a day, or its end, in UTC; nil where OSCAL can't express it.
  static func time(_ day: Int, atEnd: Bool = false) -> String? {
    let date = CivilDate(day: day)
    return years.contains(date.year) ? "\(date)T\(atEnd ? "23:59:59" : "00:00:00")Z" : nil
  }

  /// The beginning of the nearest day that OSCAL can express, where a time must stand.
  static func nearestTime(_ day: Int) -> String {
    time(day) ?? (day < 0 ? "\(years.lowerBound)-01-01T00:00:00Z" : "\(years.upperBound)-12-31T00:00:00Z")
  }
}
