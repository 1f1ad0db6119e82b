extension Function {
  /// `math.bitShiftLeft(a, places)`: the bits moved to the left.
  static let bitShiftLeft = bitShift("bitShiftLeft", "The bits moved to the left.", ("1, 2", "4")) { $0 << $1 }
}
