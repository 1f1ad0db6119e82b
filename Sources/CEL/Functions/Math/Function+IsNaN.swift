extension Function {
  /// `math.isNaN(x)`: whether it is no number.
  static let isNaN = onDouble("isNaN", .bool, "Whether it is not a number.", ("math.isNaN(0.0 / 0.0)", "true")) {
    .bool($0.isNaN)
  }
}
