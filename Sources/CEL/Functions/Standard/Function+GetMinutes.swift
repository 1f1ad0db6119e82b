extension Function {
  /// `moment.getMinutes()`, `moment.getMinutes(zone)`: the minute of the hour. `duration.getMinutes()`: all its whole
  /// minutes.
  static let getMinutes = timePart(
    "getMinutes", "The minute of the moment, or how many whole minutes the duration lasts.", "5", ofDuration: ("90", 60)
  ) { $0.secondOfDay / 60 % 60 }
}
