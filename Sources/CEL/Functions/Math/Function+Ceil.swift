extension Function {
  /// `math.ceil(x)`: rounded up.
  static let ceil = onDouble("ceil", .double, "The next whole number that is not less.", ("math.ceil(1.2)", "2")) {
    .double($0.rounded(.up))
  }
}
