extension Function {
  /// `math.round(x)`: rounded to the nearest whole number, halves away from 0.
  static let round = onDouble(
    "round", .double, "The nearest whole number, halves away from 0.", ("math.round(-1.5)", "-2")
  ) {
    .double($0.rounded(.toNearestOrAwayFromZero))
  }
}
