extension Function {
  /// `moment.getDayOfYear()`, `moment.getDayOfYear(zone)`: the days of the year that have passed.
  static let getDayOfYear = timePart("getDayOfYear", "The day of the year, from 0.", "89") { $0.date.dayOfYear }
}
