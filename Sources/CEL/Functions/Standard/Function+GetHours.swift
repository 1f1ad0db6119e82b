extension Function {
  /// `moment.getHours()`, `moment.getHours(zone)`: the hour of the day. `duration.getHours()`: all its whole hours.
  static let getHours = timePart(
    "getHours", "The hour of the moment, or how many whole hours the duration lasts.", "14", ofDuration: ("1", 3_600)
  ) { $0.secondOfDay / 3_600 }
}
