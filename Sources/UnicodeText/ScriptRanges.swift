/// The scripts of the Unicode Character Database (property Script, Unicode Standard Annex #24).
public enum ScriptRanges {
  /// The code points of a script such as `Greek`, in order; nil where no script has the name. Names are compared as they
  /// are written in the database.
  ///
  /// - Complexity: one pass over the table, which is decoded no further than this script.
  public static func ranges(of name: String) -> [ClosedRange<UInt32>]? {
    let table = UnicodeTables.scripts.text.utf8
    let wanted = Array(name.utf8)
    if wanted.contains(UInt8(ascii: " ")) { return nil }
    var entry = table.startIndex
    while entry < table.endIndex {
      let end = table[entry...].firstIndex(of: UInt8(ascii: ";")) ?? table.endIndex
      let fields = table[entry..<end]
      if fields.starts(with: wanted), fields.dropFirst(wanted.count).first == UInt8(ascii: " ") {
        return decode(fields.dropFirst(wanted.count + 1))
      }
      entry = end == table.endIndex ? end : table.index(after: end)
    }
    return nil
  }

  private static func decode(_ fields: Substring.UTF8View) -> [ClosedRange<UInt32>] {
    var ranges: [ClosedRange<UInt32>] = []
    var end: UInt32 = 0
    var start: UInt32?
    for field in fields.split(separator: UInt8(ascii: " ")) {
      guard let number = UInt32(Substring(field), radix: 16) else { continue }
      end += number
      if let first = start {
        ranges.append(first...(end - 1))
        start = nil
      } else {
        start = end
      }
    }
    return ranges
  }
}
