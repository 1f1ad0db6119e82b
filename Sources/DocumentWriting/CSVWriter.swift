/// Writes comma-separated values (RFC 4180), which a spreadsheet reads as the texts that they are.
public struct CSVWriter {
  public private(set) var bytes: [UInt8] = []

  public init() {}

  /// A record. Lines and tabs in texts become spaces, so that a record is a line.
  public mutating func record(_ cells: [String]) {
    for (index, cell) in cells.enumerated() {
      if index > 0 { bytes.append(UInt8(ascii: ",")) }
      let text = Self.guarded(VisibleText.clean(cell))
      guard text.utf8.contains(where: { [0x22, 0x2C, 0x3B].contains($0) }) else {
        bytes.append(contentsOf: text.utf8)
        continue
      }
      bytes.append(UInt8(ascii: "\""))
      for byte in text.utf8 {
        if byte == UInt8(ascii: "\"") { bytes.append(byte) }
        bytes.append(byte)
      }
      bytes.append(UInt8(ascii: "\""))
    }
    bytes.append(contentsOf: [0x0D, 0x0A])
  }

  /// With an apostrophe before what a spreadsheet would compute: a formula at the beginning, or behind a semicolon, at
  /// which spreadsheets of many countries cut whatever the quotes say.
  private static func guarded(_ text: String) -> String {
    var out = String.UnicodeScalarView()
    var isAtStart = true
    for scalar in text.unicodeScalars {
      if isAtStart, beginsFormula(scalar) { out.append("'") }
      isAtStart = scalar == ";" || isAtStart && (scalar == " " || scalar == "\"")
      out.append(scalar)
    }
    return String(out)
  }

  /// The characters as a keyboard has them, and in full width.
  private static func beginsFormula(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "=", "+", "-", "@", "\u{FF1D}", "\u{FF0B}", "\u{FF0D}", "\u{FF20}": true
    default: false
    }
  }
}
