extension Function {
  /// `math.bitAnd(a, b)`: the bits that both have.
  static let bitAnd = bitOperation(
    "bitAnd", "The bits that both numbers have.", ("3, 5", "1"), { $0 & $1 }, { $0 & $1 })
}
