import Diagnostics
import LocatedYAML
import PolicyModel
import Testing

@Suite("Shapes of files")
struct ShapeTests {
  /// The shapes of whole files.
  static let files: [MappingShape] = [.foundation, .pack, .packTests, .project, .review]

  /// A shape and all that stand inside it.
  static func all(in shape: MappingShape) -> [MappingShape] {
    func inner(_ value: ValueShape) -> [MappingShape] {
      switch value {
      case .mapping(let shape): all(in: shape)
      case .list(let item, _): inner(item)
      case .group(let value, _): inner(value)
      default: []
      }
    }
    return [shape] + shape.keys.flatMap { inner($0.value) }
  }

  @Test("everything says what it means in a sentence", arguments: files.map(\.subject))
  func meanings(_ subject: String) throws {
    let file = try #require(Self.files.first { $0.subject == subject })
    for shape in Self.all(in: file) {
      #expect(shape.meaning.hasSuffix("."), "\(shape.subject)")
      for key in shape.keys { #expect(key.meaning.hasSuffix("."), "`\(key.name)` of \(shape.subject)") }
      #expect(Set(shape.keys.map(\.name)).count == shape.keys.count, "\(shape.subject)")
      #expect(shape.needsOneOf.allSatisfy { shape.key($0) != nil }, "\(shape.subject)")
    }
  }

  @Test("every example of a name or version is one", arguments: files.map(\.subject))
  func examples(_ subject: String) throws {
    let file = try #require(Self.files.first { $0.subject == subject })
    for key in Self.all(in: file).flatMap(\.keys) {
      if case .form(let form) = key.value, case .text(let text)? = key.example {
        #expect(form.accepts(text), "`\(key.name)`: \(text)")
      }
    }
  }

  static let forms: [(form: TextForm, good: [String], bad: [String])] = [
    (
      .version, ["0.1.0", "1.2.0", "10.20.30-beta.1+build.5"],
      ["1.2", "1", "v1.2.0", "01.2.0", "1.2.0.0", "1.2.x", "1.2.0\n", " 1.2.0"]
    ),
    (
      .rule, ["hc", "hc-abort-beats-effect", "r2-d2"],
      ["", "Hc-x", "hc_x", "hc--x", "-hc", "hc-", "2hc", "hc x", "h.c"]
    ),
    (
      .question, ["a.b", "control.abort_latency_s", "risk.acceptance.on"],
      ["control", "control.", ".control", "a..b", "A.b", "a.b-c", "a.2b", "a.b c", "a.é", "a.b\n"]
    ),
    (.parameter, ["abort_factor", "a2"], ["", "abort-factor", "Abort", "2a", "a.b"]),
  ]

  @Test("names and versions are told from what is none", arguments: forms.indices)
  func names(_ index: Int) {
    let (form, good, bad) = Self.forms[index]
    #expect(good.filter { !form.accepts($0) } == [])
    #expect(bad.filter { form.accepts($0) } == [])
  }

  private static func reader(_ text: String, _ shape: MappingShape) throws -> MappingReader {
    let file = SourceFile(name: "f.yaml", bytes: Array(text.utf8))
    return MappingReader(try #require(YAMLReader.read(file).value.first?.root), in: file, as: shape)
  }

  static let shape = MappingShape(
    "a thing", "A thing.",
    [
      KeyShape("name", .text, .required, "Its name."),
      KeyShape("parts", .list(.text, least: 1), .required, "Its parts."),
      KeyShape("age", .wholeNumber, "Its age."),
    ])

  static let missing: [(text: String, said: [String])] = [
    ("name: a\nparts: [b]\n", []),
    ("name: ~\nparts: [b]\n", ["1: a thing needs `name`"]),
    ("name: ''\nparts: [b]\n", ["1: a thing needs `name`"]),
    ("name: a\nparts: []\n", ["2: a thing needs `parts`"]),
    ("age: 1\n", ["1: a thing needs `name`", "1: a thing needs `parts`"]),
    ("name: a\nparts: [b]\nage: -1\n", ["3: expected a whole number from 0 up, found `-1`"]),
    ("name: a\nparts: [b]\nagee: 1\n", ["3: a thing has no `agee`"]),
  ]

  @Test("what is missing or unknown is said from the shape", arguments: missing.indices)
  func reported(_ index: Int) throws {
    let (text, said) = Self.missing[index]
    var reader = try Self.reader(text, Self.shape)
    _ = reader.requiredText("name")
    _ = reader.texts("parts")
    _ = reader.integer("age")
    reader.finish()
    let found = reader.diagnostics.map { diagnostic in
      let place = diagnostic.location.map { LineIndex($0.file).position(of: Int($0.range.start)).line } ?? 0
      return "\(place): \(diagnostic.message)"
    }
    #expect(found == said)
  }

  #if DEBUG
    @Test("to read what is not declared is our mistake")
    func undeclared() async {
      await #expect(processExitsWith: .failure) {
        var reader = try ShapeTests.reader("name: a\n", ShapeTests.shape)
        _ = reader.text("nmae")
      }
      await #expect(processExitsWith: .failure) {
        var reader = try ShapeTests.reader("age: 1\n", ShapeTests.shape)
        _ = reader.text("age")
      }
      await #expect(processExitsWith: .failure) {
        var reader = try ShapeTests.reader("age: 1\n", ShapeTests.shape)
        reader.finish()
      }
    }
  #endif
}
