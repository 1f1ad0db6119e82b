extension Function {
  /// `moment.getSeconds()`, `moment.getSeconds(zone)`: the second of the minute. `duration.getSeconds()`: all its whole
  /// seconds.
  static let getSeconds = timePart(
    "getSeconds", "The second of the moment, or how many whole seconds the duration lasts.", "9",
    ofDuration: ("5400", 1)
  ) { $0.secondOfDay % 60 }
}
