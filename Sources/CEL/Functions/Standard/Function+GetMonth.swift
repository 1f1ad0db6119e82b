extension Function {
  /// `moment.getMonth()`, `moment.getMonth(zone)`: the month less 1.
  static let getMonth = timePart("getMonth", "The month of the moment, January being 0.", "2") { $0.date.month - 1 }
}
