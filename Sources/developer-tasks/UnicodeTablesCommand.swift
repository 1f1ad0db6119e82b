internal import ArgumentParser
internal import Foundation

/// Writes the tables of UnicodeText from the Unicode Character Database.
struct UnicodeTablesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "unicode-tables",
    abstract: "Write Sources/UnicodeText/Tables from the Unicode Character Database (Debian package unicode-data).")

  @Argument(help: "The folder with UnicodeData.txt, CaseFolding.txt and CompositionExclusions.txt.")
  var database = "/usr/share/unicode"

  @Flag(help: "Write nothing; fail where a table differs from what would be written.")
  var check = false

  @Option(help: "The folder to write to.")
  var output = "Sources/UnicodeText/Tables"

  func run() throws {
    let data = try UnicodeDatabase(folder: database)
    let tables = [
      ("compatibilityDecompositions", data.fullDecompositions()), ("compositions", data.compositions()),
      ("fullCaseFolding", data.foldings(statuses: ["C", "F"])),
      ("simpleCaseFolding", data.foldings(statuses: ["C", "S"])),
    ]
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

  private func source(name: String, entries: [(UInt32, [UInt32])], version: String) -> String {
    let text = entries.sorted { $0.0 < $1.0 }.map { key, parts in
      ([key] + parts).map { String($0, radix: 16, uppercase: true) }.joined(separator: " ") + ";"
    }
    var lines: [String] = []
    var line = ""
    for entry in text {
      if line.utf8.count + entry.utf8.count > 110 {
        lines.append(line)
        line = ""
      }
      line += entry
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

/// The parts of the Unicode Character Database that the tables are made from.
struct UnicodeDatabase {
  let version: String
  private var decompositions: [UInt32: (isCompatibility: Bool, parts: [UInt32])] = [:]
  private var exclusions: Set<UInt32> = []
  private var combining: [UInt32: Int] = [:]
  private var folds: [(status: String, from: UInt32, to: [UInt32])] = []

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
}
