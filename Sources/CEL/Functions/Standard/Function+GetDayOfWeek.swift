extension Function {
  /// `moment.getDayOfWeek()`, `moment.getDayOfWeek(zone)`: the day of the week, from Sunday on.
  static let getDayOfWeek = timePart("getDayOfWeek", "The day of the week, Sunday being 0.", "2") {
    CivilDate.weekday(ofDay: $0.date.day)
  }
}
