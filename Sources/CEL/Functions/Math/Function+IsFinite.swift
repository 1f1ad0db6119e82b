extension Function {
  /// `math.isFinite(x)`: whether it is neither infinite nor NaN.
  static let isFinite = onDouble("isFinite", .bool, "Whether it is a finite number.", ("math.isFinite(1.2)", "true")) {
    .bool($0.isFinite)
  }
}
