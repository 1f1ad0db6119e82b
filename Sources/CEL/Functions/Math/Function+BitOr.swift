extension Function {
  /// `math.bitOr(a, b)`: the bits that either has.
  static let bitOr = bitOperation("bitOr", "The bits that either number has.", ("1, 2", "3"), { $0 | $1 }, { $0 | $1 })
}
