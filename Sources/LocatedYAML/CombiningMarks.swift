/// Marks that are written over and under the character before them: `é` can be `e` and one of them.
///
/// To compare texts, a run of them is put in order, which takes a time that grows with the square of its length.
enum CombiningMarks {
  /// Far more than any script writes in a row, and as many as Unicode allows in texts that are to be worked on as they come in
  /// (UAX #15, section 13, Stream-Safe Text Format).
  static let most = 30

  static func isMark(_ scalar: Unicode.Scalar) -> Bool {
    scalar.value >= 0x300 && scalar.properties.canonicalCombiningClass != .notReordered
  }

  /// Whether there are more in a row than any script writes.
  static func areTooMany(in text: String) -> Bool {
    if text.utf8.count <= most { return false }
    var run = 0
    for scalar in text.unicodeScalars {
      run = isMark(scalar) ? run + 1 : 0
      if run > most { return true }
    }
    return false
  }
}
