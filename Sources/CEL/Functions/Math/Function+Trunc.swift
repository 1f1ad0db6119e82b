extension Function {
  /// `math.trunc(x)`: rounded towards 0.
  static let trunc = onDouble("trunc", .double, "The number without its fraction.", ("math.trunc(-1.3)", "-1")) {
    .double($0.rounded(.towardZero))
  }
}
