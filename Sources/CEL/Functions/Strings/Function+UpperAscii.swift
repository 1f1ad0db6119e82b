extension Function {
  /// `text.upperAscii()`: the letters a to z made capital.
  static let upperAscii = letterChange(
    "upperAscii", "The text with the letters a to z made capital.", ("'TacoCæt'.upperAscii()", "TACOCæT")
  ) { scalar in (0x61...0x7A).contains(scalar.value) ? Unicode.Scalar(scalar.value - 0x20) : scalar }
}
