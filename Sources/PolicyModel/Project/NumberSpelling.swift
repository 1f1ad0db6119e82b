/// How people write numbers that YAML takes for texts.
enum NumberSpelling {
  /// The number in plain digits, where the text is one with separators, a unit behind it, or in quotes; nil otherwise.
  static func plain(_ text: String) -> String? {
    guard text.utf8.count <= 32 else { return nil }
    var digits = text.filter { !" _'\u{A0}".contains($0) }
    while let last = digits.last, last.isLetter || last == "%" || last == "°" { digits.removeLast() }
    let parts = digits.split(separator: ",", omittingEmptySubsequences: false)
    if parts.count == 2, parts[1].count != 3, !digits.contains(".") {
      digits = parts.joined(separator: ".")
    } else {
      digits = parts.joined()
    }
    guard digits.allSatisfy({ "0123456789+-.eE".contains($0) }), Double(digits)?.isFinite == true else { return nil }
    return digits
  }
}
