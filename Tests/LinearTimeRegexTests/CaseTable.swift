import Foundation

/// A table of cases: a case a line, with tabs between its fields.
struct CaseTable {
  let rows: [[String]]

  init(_ name: String, columns: Int) throws {
    let file = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Cases/\(name)")
    let lines = try String(contentsOf: file, encoding: .utf8).split(separator: "\n")
    rows = lines.filter { !$0.hasPrefix("# ") }.map {
      $0.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
    }
    if let wrong = rows.first(where: { $0.count != columns }) { throw WrongRow(fields: wrong) }
  }

  struct WrongRow: Error {
    let fields: [String]
  }

  /// `3-4` as a range.
  static func range(_ text: some StringProtocol) -> Range<Int>? {
    let ends = text.split(separator: "-").compactMap { Int($0) }
    return ends.count == 2 && ends[0] <= ends[1] ? ends[0]..<ends[1] : nil
  }

  /// A text with `\n`, `\t`, `\\` and `\u{…}` taken for what they stand for.
  static func unescaped(_ text: String) -> String {
    var out = String.UnicodeScalarView()
    var rest = text.unicodeScalars[...]
    while let scalar = rest.popFirst() {
      guard scalar == "\\", let kind = rest.popFirst() else {
        out.append(scalar)
        continue
      }
      switch kind {
      case "n": out.append("\n")
      case "t": out.append("\t")
      case "u":
        let digits = rest.dropFirst().prefix { $0 != "}" }
        if let value = UInt32(String(digits), radix: 16), let known = Unicode.Scalar(value) { out.append(known) }
        rest = rest.dropFirst(digits.count + 2)
      default: out.append(kind)
      }
    }
    return String(out)
  }
}
