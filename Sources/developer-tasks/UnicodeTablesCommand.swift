internal import ArgumentParser
internal import Foundation

/// Writes the tables of UnicodeText from the Unicode Character Database.
struct UnicodeTablesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "unicode-tables",
    abstract: "Write Sources/UnicodeText/Tables from the Unicode Character Database (Debian package unicode-data).")

  @Argument(help: "The folder with UnicodeData.txt, CaseFolding.txt, Scripts.txt and so on.")
  var database = "/usr/share/unicode"

  @Flag(help: "Write nothing; fail where a table differs from what would be written.")
  var check = false

  @Option(help: "The folder to write to.")
  var output = "Sources/UnicodeText/Tables"

  func run() throws {
    let data = try UnicodeDatabase(folder: database)
    let mappings = [
      ("compatibilityDecompositions", data.fullDecompositions()), ("compositions", data.compositions()),
      ("fullCaseFolding", data.foldings(statuses: ["C", "F"])),
      ("simpleCaseFolding", data.foldings(statuses: ["C", "S"])),
    ]
    let tables = mappings.map { ($0.0, texts(of: $0.1)) } + [("scripts", data.scripts())]
    var stale: [String] = []
    for (name, entries) in tables {
      let path = "\(output)/UnicodeTables+\(name).swift"
      let content = source(name: name, entries: entries, version: data.version)
      if check {
        if (try? String(contentsOfFile: path, encoding: .utf8)) != content { stale.append(path) }
      } else {
        try content.write(toFile: path, atomically: true, encoding: .utf8)
      }
    }
    guard stale.isEmpty else { throw ValidationError("out of date: \(stale.joined(separator: ", "))") }
  }

  private func texts(of mappings: [(UInt32, [UInt32])]) -> [String] {
    mappings.sorted { $0.0 < $1.0 }.map { key, parts in ([key] + parts).map(hexadecimal).joined(separator: " ") + ";" }
  }

  private func source(name: String, entries: [String], version: String) -> String {
    var lines: [String] = []
    var line = ""
    for piece in entries.flatMap(pieces) {
      if line.utf8.count + piece.utf8.count > 110 {
        lines.append(line)
        line = ""
      }
      line += piece
    }
    lines.append(line)
    return """
      // swift-format-ignore-file
      // Written by `swift run developer-tasks unicode-tables` from the Unicode Character Database \(version).

      extension UnicodeTables {
        static let \(name) = StaticText(
          text: \"\"\"
            \(lines.joined(separator: "\\\n      "))
            \"\"\", entries: \(entries.count))
      }

      """
  }
}

/// An entry in pieces that a line can hold: long ones are broken behind their spaces.
private func pieces(of entry: String) -> [String] {
  if entry.utf8.count <= 110 { return [entry] }
  let words = entry.components(separatedBy: " ")
  return words.dropLast().map { $0 + " " } + words.suffix(1)
}

private func hexadecimal(_ number: UInt32) -> String { String(number, radix: 16, uppercase: true) }

/// The parts of the Unicode Character Database that the tables are made from.
struct UnicodeDatabase {
  let version: String
  private var decompositions: [UInt32: (isCompatibility: Bool, parts: [UInt32])] = [:]
  private var exclusions: Set<UInt32> = []
  private var combining: [UInt32: Int] = [:]
  private var folds: [(status: String, from: UInt32, to: [UInt32])] = []
  private var scriptRanges: [String: [ClosedRange<UInt32>]] = [:]

  init(folder: String) throws {
    func lines(_ name: String) throws -> [String] {
      try String(contentsOfFile: "\(folder)/\(name)", encoding: .utf8).components(separatedBy: "\n")
    }
    func fields(_ line: String) -> [String] {
      (line.components(separatedBy: "#").first ?? "").components(separatedBy: ";").map {
        $0.trimmingCharacters(in: .whitespaces)
      }
    }
    func scalars(_ text: String) -> [UInt32] { text.split(separator: " ").compactMap { UInt32($0, radix: 16) } }
    for line in try lines("UnicodeData.txt") {
      let parts = line.components(separatedBy: ";")
      guard parts.count > 5, let code = UInt32(parts[0], radix: 16) else { continue }
      combining[code] = Int(parts[3])
      if !parts[5].isEmpty { decompositions[code] = (parts[5].hasPrefix("<"), scalars(parts[5])) }
    }
    for line in try lines("CompositionExclusions.txt") {
      if let code = UInt32(fields(line)[0], radix: 16) { exclusions.insert(code) }
    }
    for line in try lines("Scripts.txt") {
      let parts = fields(line)
      let ends = parts[0].components(separatedBy: "..").compactMap { UInt32($0, radix: 16) }
      if parts.count > 1, let first = ends.first, let last = ends.last {
        scriptRanges[parts[1], default: []].append(first...last)
      }
    }
    let folding = try lines("CaseFolding.txt")
    version = folding.first?.split(separator: "-").last.map { String($0.dropLast(4)) } ?? "?"
    for line in folding {
      let parts = fields(line)
      if parts.count > 2, let code = UInt32(parts[0], radix: 16) { folds.append((parts[1], code, scalars(parts[2]))) }
    }
  }

  func fullDecompositions() -> [(UInt32, [UInt32])] {
    func expand(_ code: UInt32) -> [UInt32] {
      decompositions[code].map { $0.parts.flatMap(expand) } ?? [code]
    }
    return decompositions.keys.map { ($0, expand($0)) }
  }

  /// Canonical pairs that compose, without exclusions, singletons and non-starters.
  func compositions() -> [(UInt32, [UInt32])] {
    decompositions.compactMap { code, entry in
      guard !entry.isCompatibility, entry.parts.count == 2, !exclusions.contains(code) else { return nil }
      guard combining[code] == 0, combining[entry.parts[0]] == 0 else { return nil }
      return (code, entry.parts)
    }
  }

  func foldings(statuses: Set<String>) -> [(UInt32, [UInt32])] {
    folds.filter { statuses.contains($0.status) }.map { ($0.from, $0.to) }
  }

  /// A name and its ranges: for each the distance from the end of the one before, and the length.
  func scripts() -> [String] {
    scriptRanges.sorted { $0.key < $1.key }.map { name, ranges in
      var numbers: [UInt32] = []
      var end: UInt32 = 0
      var start: UInt32 = 0
      for range in ranges.sorted(by: { $0.lowerBound < $1.lowerBound }) {
        if range.lowerBound != end || end == 0 {
          if end > start { numbers.append(end - start) }
          numbers.append(range.lowerBound - end)
          start = range.lowerBound
        }
        end = range.upperBound + 1
      }
      numbers.append(end - start)
      return name + " " + numbers.map(hexadecimal).joined(separator: " ") + ";"
    }
  }
}
