import Diagnostics
import Foundation
import LocatedYAML
import TestSupport
import Testing

/// One case of a file in Cases/: what there is, what is run, and what must come of it. `Cases/README.md` says how to
/// write one.
struct Case: Sendable, CustomTestStringConvertible {
  struct Expected: Sendable {
    var code: String
    /// `line:column`, or nil where a mark says it.
    var place: String?
    var says: [String]
    var remedy: String?
  }

  let name: String
  private(set) var files: [(path: String, bytes: [UInt8])] = []
  private(set) var folders: [String] = []
  private(set) var links: [(path: String, target: String)] = []
  private(set) var marks: [MarkedText.Mark] = []
  private(set) var arguments: [String] = ["check", "--date", "2026-03-01", "p.yaml"]
  private(set) var shell: String?
  private(set) var input: [UInt8] = []
  private(set) var environment: [String: String] = [:]
  private(set) var status: Int?
  private(set) var expected: [Expected] = []
  /// How many diagnostics there are, where they are too many to list.
  private(set) var count: Int?
  private(set) var prints: [String] = []
  private(set) var complains: [String] = []
  private(set) var never: [String] = []
  private(set) var after: [(path: String, state: String)] = []
  /// What is wrong with the case itself.
  private(set) var faults: [String] = []

  var testDescription: String { name }

  init(_ node: YAMLNode) {
    name = node.value(forKey: "name")?.scalar?.text ?? "a case without a name"
    for entry in node.entries ?? [] { read(entry) }
    if status == nil { faults.append("`exit` is missing") }
    if files.isEmpty, arguments.contains("p.yaml"), shell == nil { faults.append("there is no `p.yaml`") }
  }

  private mutating func read(_ entry: YAMLEntry) {
    let value = entry.value
    switch entry.name {
    case "name", "why": break
    case "answers": addFile("p.yaml", "answerable: project/1\n" + (value.scalar?.text ?? ""))
    case "project": addFile("p.yaml", value)
    case "files": for file in value.entries ?? [] { addFile(file.name, file.value) }
    case "folders": folders = Self.texts(value)
    case "links": links = (value.entries ?? []).map { ($0.name, $0.value.scalar?.text ?? "") }
    case "input": input = Self.bytes(value)
    case "arguments": arguments = Self.texts(value)
    case "shell": shell = value.scalar?.text
    case "environment": for each in value.entries ?? [] { environment[each.name] = each.value.scalar?.text }
    case "exit": status = value.scalar.flatMap { Int($0.text) }
    case "diagnostics": expected = (value.items ?? []).map { Self.expected($0) }
    case "count": count = value.scalar.flatMap { Int($0.text) }
    case "prints": prints = Self.texts(value)
    case "complains": complains = Self.texts(value)
    case "never": never = Self.texts(value)
    case "after": after = (value.entries ?? []).map { ($0.name, $0.value.scalar?.text ?? "") }
    default: faults.append("a case has no `\(entry.name)`")
    }
  }

  private mutating func addFile(_ path: String, _ node: YAMLNode) {
    if let scalar = node.scalar { addFile(path, scalar.text) } else { files.append((path, Self.bytes(node))) }
  }

  private mutating func addFile(_ path: String, _ text: String) {
    let marked = MarkedText(text)
    marks += marked.marks
    files.append((path, Array(marked.text.utf8)))
  }

  private static func texts(_ node: YAMLNode) -> [String] {
    node.items?.compactMap { $0.scalar?.text } ?? (node.scalar.map { [$0.text] } ?? [])
  }

  /// A text, or a list of parts `{text, hex, file, times}`; a `#` in a text that is repeated is the number of the turn.
  private static func bytes(_ node: YAMLNode) -> [UInt8] {
    guard let parts = node.items else { return Array((node.scalar?.text ?? "").utf8) }
    var bytes: [UInt8] = []
    for part in parts {
      let times = part.value(forKey: "times")?.scalar.flatMap { Int($0.text) } ?? 1
      if let path = part.value(forKey: "file")?.scalar?.text { bytes += (try? Folder.bytes(path)) ?? [] }
      if let hex = part.value(forKey: "hex")?.scalar?.text {
        let digits = hex.filter { $0 != " " }
        for start in stride(from: 0, to: digits.count, by: 2) {
          bytes.append(UInt8(digits.dropFirst(start).prefix(2), radix: 16) ?? 0)
        }
      }
      guard let text = part.value(forKey: "text")?.scalar?.text else { continue }
      let pieces = text.split(separator: "#", omittingEmptySubsequences: false).map { Array($0.utf8) }
      for turn in 0..<times {
        for (index, piece) in pieces.enumerated() {
          if index > 0 { bytes += Array(String(turn).utf8) }
          bytes += piece
        }
      }
    }
    return bytes
  }

  private static func expected(_ node: YAMLNode) -> Expected {
    if let code = node.scalar?.text { return Expected(code: code, place: nil, says: []) }
    return Expected(
      code: node.value(forKey: "code")?.scalar?.text ?? "", place: node.value(forKey: "at")?.scalar?.text,
      says: node.value(forKey: "says").map { texts($0) } ?? [], remedy: node.value(forKey: "remedy")?.scalar?.text)
  }

  /// Puts everything in a folder.
  func prepare(_ folder: URL) throws {
    let manager = FileManager.default
    for each in folders {
      try manager.createDirectory(at: folder.appending(path: each), withIntermediateDirectories: true)
    }
    for file in files {
      let place = folder.appending(path: file.path)
      try manager.createDirectory(at: place.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(file.bytes).write(to: place)
    }
    for link in links {
      try manager.createSymbolicLink(
        atPath: folder.appending(path: link.path).path(), withDestinationPath: link.target)
    }
  }
}

extension Case {
  /// The cases of all files in Cases/, by the name of the file.
  static let all: [String: [Case]] = {
    let folder = Folder.package.appending(path: "Tests/CommandLineTests/Cases")
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path())) ?? []
    var all: [String: [Case]] = [:]
    for name in names where name.hasSuffix(".yaml") {
      let bytes = (try? Folder.bytes("Tests/CommandLineTests/Cases/\(name)")) ?? []
      let read = YAMLReader.read(SourceFile(name: name, bytes: bytes))
      all[name] = read.hasErrors ? [] : read.value.flatMap { ($0.root?.items ?? []).map { Case($0) } }
    }
    return all
  }()
}
