extension Function {
  /// `text.lowerAscii()`: the letters A to Z made small.
  static let lowerAscii = letterChange(
    "lowerAscii", "The text with the letters A to Z made small.", ("'TacoCÆt'.lowerAscii()", "tacocÆt")
  ) { scalar in (0x41...0x5A).contains(scalar.value) ? Unicode.Scalar(scalar.value + 0x20) : scalar }
}
