/// The one renderer of diagnostics for people: message, place, the line with the wrong text underlined, notes.
///
/// ```
/// error: unknown field `abort_latancy_s` [project.unknown-field]
///   --> turret.yaml:14:3
///    |
/// 14 |   abort_latancy_s: 1.8
///    |   ^^^^^^^^^^^^^^^
///    = did you mean `abort_latency_s`?
/// ```
public struct DiagnosticRenderer: Sendable {
  private let decorator: Decorator
  /// Longest stretch of a source line that is shown, in Unicode scalars.
  private static let shownScalars = 100

  public init(decorator: Decorator = .plain) {
    self.decorator = decorator
  }

  /// The diagnostics in the given order, each followed by an empty line.
  public func render(_ diagnostics: [Diagnostic]) -> String {
    var indexes: [ObjectIdentifier: LineIndex] = [:]
    var out = ""
    for diagnostic in diagnostics {
      render(diagnostic, into: &out, indexes: &indexes)
      out += "\n"
    }
    return out
  }

  private func render(_ diagnostic: Diagnostic, into out: inout String, indexes: inout [ObjectIdentifier: LineIndex]) {
    let label = decorator.paint(diagnostic.severity.rawValue, as: style(of: diagnostic.severity))
    out += "\(label): \(Self.printable(diagnostic.message)) [\(diagnostic.code)]\n"
    if let location = diagnostic.location {
      excerpt(location, underline: style(of: diagnostic.severity), into: &out, indexes: &indexes)
    }
    for note in diagnostic.notes {
      out += "   = \(Self.printable(note.message))"
      if let location = note.location {
        let place = index(of: location.file, in: &indexes).position(of: Int(location.range.start))
        out += " (\(Self.printable(location.file.name)):\(place.line):\(place.column))"
      }
      out += "\n"
    }
  }

  private func excerpt(
    _ location: Location, underline style: Decorator.Style, into out: inout String,
    indexes: inout [ObjectIdentifier: LineIndex]
  ) {
    let index = index(of: location.file, in: &indexes)
    let start = index.position(of: Int(location.range.start))
    let end = index.position(of: Int(location.range.end))
    out += "  --> \(Self.printable(location.file.name)):\(start.line):\(start.column)\n"
    guard let line = index.range(ofLine: start.line) else { return }
    let window = Self.window(of: location.file.bytes, line: line, around: Int(location.range.start))
    // A tab would push the underline out of its place.
    let bytes = location.file.bytes[window].map { $0 == UInt8(ascii: "\t") ? UInt8(ascii: " ") : $0 }
    let shown = String(decoding: bytes, as: UTF8.self)
    let before = start.column - index.position(of: window.lowerBound).column
    let lastColumn = end.line == start.line ? end.column : index.position(of: line.upperBound).column
    let width = max(1, min(lastColumn - start.column, shown.unicodeScalars.count - before))
    let number = String(start.line)
    let gutter = String(repeating: " ", count: number.count)
    let (cutLeft, cutRight) = (window.lowerBound > line.lowerBound, window.upperBound < line.upperBound)
    out += "\(gutter) |\n\(number) | \(cutLeft ? "…" : "")\(Self.printable(shown))\(cutRight ? "…" : "")\n"
    let indent = String(repeating: " ", count: max(0, before) + (cutLeft ? 1 : 0))
    out += "\(gutter) | \(indent)\(decorator.paint(String(repeating: "^", count: width), as: style))\n"
  }

  /// The part of a line to show: some characters before the place, more behind it.
  private static func window(of bytes: [UInt8], line: Range<Int>, around place: Int) -> Range<Int> {
    var lower = min(max(place, line.lowerBound), line.upperBound)
    var count = 0
    while lower > line.lowerBound, count < shownScalars / 2 {
      lower -= 1
      if bytes[lower] & 0xC0 != 0x80 { count += 1 }
    }
    var upper = lower
    count = 0
    while upper < line.upperBound {
      if bytes[upper] & 0xC0 != 0x80 {
        if count == shownScalars { break }
        count += 1
      }
      upper += 1
    }
    return lower..<upper
  }

  private func index(of file: SourceFile, in indexes: inout [ObjectIdentifier: LineIndex]) -> LineIndex {
    if let known = indexes[ObjectIdentifier(file)] { return known }
    let made = LineIndex(file)
    indexes[ObjectIdentifier(file)] = made
    return made
  }

  private func style(of severity: Diagnostic.Severity) -> Decorator.Style {
    switch severity {
    case .error: .bad
    case .warning: .caution
    case .note: .quiet
    }
  }

  /// The text with everything replaced that could steer a terminal or reorder what is read: control characters and
  /// the bidirectional overrides.
  public static func printable(_ text: String) -> String {
    guard text.unicodeScalars.contains(where: isUnprintable) else { return text }
    var out = String.UnicodeScalarView()
    for scalar in text.unicodeScalars { out.append(isUnprintable(scalar) ? "\u{FFFD}" : scalar) }
    return String(out)
  }

  private static func isUnprintable(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0...0x1F, 0x7F...0x9F, 0x200B...0x200F, 0x202A...0x202E, 0x2066...0x2069, 0xFEFF: true
    default: false
    }
  }
}
