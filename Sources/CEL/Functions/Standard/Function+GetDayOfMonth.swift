extension Function {
  /// `moment.getDayOfMonth()`, `moment.getDayOfMonth(zone)`: the day of the month less 1.
  static let getDayOfMonth = timePart("getDayOfMonth", "The day of the month, from 0.", "30") { $0.date.dayOfMonth - 1 }
}
