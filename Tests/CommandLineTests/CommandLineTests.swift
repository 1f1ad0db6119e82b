import Foundation
import TestSupport
import Testing

@Suite("The program")
struct CommandLineTests {
  @Test("every file of cases can be read, and has some", arguments: Case.all.keys.sorted())
  func files(name: String) throws {
    let cases = try #require(Case.all[name])
    #expect(!cases.isEmpty)
    #expect(cases.flatMap { each in each.faults.map { "\(each.name): \($0)" } } == [])
    #expect(Set(cases.map(\.name)).count == cases.count, "two cases have the same name")
  }

  @Test("it does what the case says", arguments: Case.all.sorted { $0.key < $1.key }.flatMap(\.value))
  func run(_ each: Case) throws {
    let scratch = try Scratch()
    try each.prepare(scratch.folder)
    let result =
      if let line = each.shell {
        try Program.run(shell: line, in: scratch.folder, input: each.input, environment: each.environment)
      } else {
        try Program.run(each.arguments, in: scratch.folder, input: each.input, environment: each.environment)
      }
    #expect(Int(result.status) == each.status, "\(result.output.prefix(2_000))\(result.errors.prefix(2_000))")
    let (output, errors) = (Self.unwrapped(result.output), Self.unwrapped(result.errors))
    for text in each.prints { #expect(output.contains(text), "\(result.output.prefix(4_000))") }
    for text in each.complains { #expect(errors.contains(text), "\(result.errors.prefix(4_000))") }
    for text in each.never { #expect(!result.output.contains(text) && !result.errors.contains(text)) }
    for place in each.after { try check(place.path, place.state, each, scratch.folder) }
    check(RenderedDiagnostic.all(in: result.output + "\n" + result.errors), each)
  }

  /// On one line, however wide the report was.
  private static func unwrapped(_ text: String) -> String { text.split { $0.isWhitespace }.joined(separator: " ") }

  private func check(_ found: [RenderedDiagnostic], _ each: Case) {
    if let count = each.count {
      #expect(found.count == count)
      #expect(found.allSatisfy { !$0.notes.isEmpty && $0.line > 0 })
      return
    }
    #expect(found.map(\.code) == each.expected.map(\.code), "\(found)")
    var marks = each.marks[...]
    for (diagnostic, expected) in zip(found, each.expected) {
      if let place = expected.place {
        #expect("\(diagnostic.line):\(diagnostic.column)" == place, "\(diagnostic)")
      } else if let mark = marks.popFirst() {
        #expect(diagnostic.line == mark.line && diagnostic.column == mark.column, "\(diagnostic)")
        let shown = mark.text.unicodeScalars.map { $0.properties.generalCategory == .format ? "\u{FFFD}" : $0 }
        let text = String(String.UnicodeScalarView(shown))
        #expect(text.hasPrefix(diagnostic.underlined) && diagnostic.underlined.isEmpty == text.isEmpty)
      } else {
        Issue.record("no mark says where this is: \(diagnostic)")
      }
      for text in expected.says { #expect(diagnostic.message.contains(text), "\(diagnostic)") }
      #expect(!diagnostic.notes.isEmpty, "no remedy: \(diagnostic)")
      if let remedy = expected.remedy { #expect(diagnostic.notes.contains { $0.contains(remedy) }, "\(diagnostic)") }
    }
    #expect(marks.isEmpty, "nothing points at \(marks.map(\.text))")
  }

  private func check(_ path: String, _ state: String, _ each: Case, _ folder: URL) throws {
    let place = path.hasPrefix("/") ? URL(filePath: path) : folder.appending(path: path)
    let type = try? FileManager.default.attributesOfItem(atPath: place.path())[.type] as? FileAttributeType
    switch state {
    case "absent": #expect(type == nil, "\(path) is there")
    case "device": #expect(type == .typeCharacterSpecial, "\(path) is no device any more")
    case "link": #expect(type == .typeSymbolicLink, "\(path) is no link any more")
    case "unchanged":
      let bytes = try #require(each.files.first { $0.path == path }?.bytes)
      #expect(try Data(contentsOf: place) == Data(bytes), "\(path) was changed")
    default:
      #expect(String(decoding: try Data(contentsOf: place), as: UTF8.self).contains(state), "\(path)")
    }
  }

  @Test("no process leaves files of its own behind")
  func noLeftovers() throws {
    let scratch = try Scratch()
    let example = Folder.package.appending(path: "Examples/predictive-maintenance.yaml").path()
    let words = ["check", "--date", "2026-03-01", "--output", "r.txt", "--report", "json=no/such/folder.json", example]
    #expect(try Program.run(words, in: scratch.folder).status == 74)
    #expect(try FileManager.default.contentsOfDirectory(atPath: scratch.folder.path()) == [])
  }
}
