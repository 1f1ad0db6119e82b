extension Function {
  /// `moment.getDate()`, `moment.getDate(zone)`: the day of the month as people count it.
  static let getDate = timePart("getDate", "The day of the month, from 1.", "31") { $0.date.dayOfMonth }
}
