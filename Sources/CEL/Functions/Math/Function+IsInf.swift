extension Function {
  /// `math.isInf(x)`: whether it is infinite, of either sign.
  static let isInf = onDouble("isInf", .bool, "Whether it is infinite.", ("math.isInf(1.0 / 0.0)", "true")) {
    .bool($0.isInfinite)
  }
}
