extension Function {
  /// `math.bitXor(a, b)`: the bits that only one has.
  static let bitXor = bitOperation(
    "bitXor", "The bits that only one of the numbers has.", ("3, 5", "6"), { $0 ^ $1 }, { $0 ^ $1 })
}
