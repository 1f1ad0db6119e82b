extension Function {
  /// `moment.getFullYear()`, `moment.getFullYear(zone)`: the year.
  static let getFullYear = timePart("getFullYear", "The year of the moment.", "2026") { $0.date.year }
}
