extension Function {
  /// `math.floor(x)`: rounded down.
  static let floor = onDouble(
    "floor", .double, "The next whole number that is not greater.", ("math.floor(-1.2)", "-2")
  ) {
    .double($0.rounded(.down))
  }
}
