extension Function {
  /// `math.bitShiftRight(a, places)`: the bits moved to the right. The sign is a bit like the others.
  static let bitShiftRight = bitShift(
    "bitShiftRight", "The bits moved to the right, the free places filled with 0.", ("1024, 2", "256")
  ) { $0 >> $1 }
}
