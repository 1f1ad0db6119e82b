import Diagnostics
import LocatedYAML
import SeededRandomness
import Testing

private func read(_ text: String) -> Diagnosed<[YAMLDocument]> {
  YAMLReader.read(SourceFile(name: "test.yaml", bytes: Array(text.utf8)))
}

private func read(bytes: [UInt8]) -> Diagnosed<[YAMLDocument]> {
  YAMLReader.read(SourceFile(name: "test.yaml", bytes: bytes))
}

/// A node as text, for comparing.
private func shown(_ node: YAMLNode?) -> String {
  guard let node else { return "-" }
  switch node.content {
  case .scalar(let scalar): return "\(scalar.resolved)"
  case .sequence(let items): return "[" + items.map { shown($0) }.joined(separator: ", ") + "]"
  case .mapping(let entries):
    return "{" + entries.map { "\($0.name): \(shown($0.value))" }.joined(separator: ", ") + "}"
  }
}

@Suite("YAML with places")
struct LocatedYAMLTests {
  @Test(
    "scalars by the core schema",
    arguments: [
      ("~", "null"), ("null", "null"), ("nulL", #"text("nulL")"#), ("true", "bool(true)"), ("False", "bool(false)"),
      ("yes", #"text("yes")"#), ("off", #"text("off")"#), ("12", "int(12)"), ("-7", "int(-7)"), ("0x1F", "int(31)"),
      ("0o17", "int(15)"), ("017", "int(17)"), ("1.50", "double(1.5)"), (".5", "double(0.5)"), ("-.5", "double(-0.5)"),
      ("1.", "double(1.0)"), ("1e3", "double(1000.0)"), ("5.e3", "double(5000.0)"), (".inf", "double(inf)"),
      ("9223372036854775808", "double(9.223372036854776e+18)"), ("2.0.1", #"text("2.0.1")"#), ("-", "[null]"),
      ("'12'", #"text("12")"#), ("!!str 12", #"text("12")"#), ("2026-03-01", #"text("2026-03-01")"#),
      ("1_000", #"text("1_000")"#),
      ("+", #"text("+")"#), ("0x", #"text("0x")"#), ("1e", #"text("1e")"#),
    ])
  func scalars(text: String, expected: String) {
    #expect(shown(read(text).value.first?.root) == expected)
  }

  @Test("ranges are byte offsets, also behind text that is not ASCII")
  func ranges() throws {
    let text = "naïve: 'é'\nliste:\n  - über\n  - {a: [1, 2]}\nend: |\n  x\n"
    let root = try #require(read(text).value.first?.root)
    let bytes = Array(text.utf8)
    func slice(_ node: YAMLNode?) -> String {
      node.map { String(decoding: bytes[$0.range.offsets], as: UTF8.self) } ?? "-"
    }
    #expect(root.entries?.map { slice($0.key) } == ["naïve", "liste", "end"])
    #expect(slice(root.value(forKey: "naïve")) == "'é'")
    let list = try #require(root.value(forKey: "liste"))
    #expect(slice(list) == "- über\n  - {a: [1, 2]}")
    #expect(slice(list.items?[1]) == "{a: [1, 2]}")
    #expect(slice(list.items?[1].value(forKey: "a")) == "[1, 2]")
    #expect(slice(root.value(forKey: "end")).hasPrefix("|\n  x"))
  }

  @Test(
    "several documents",
    arguments: [
      ("", 0), ("# only a comment\n", 0), ("\n\n", 0), ("a: 1", 1), ("---\na: 1\n---\nb: 2\n", 2),
      ("a: 1\n...\nb: 2\n", 2),
      ("---\n---\n", 2), ("%YAML 1.2\n---\na: 1\n", 1), ("a: 1\n...\n%YAML 1.2\n---\nb: 2\n", 2), ("--- a\n--- b\n", 2),
      ("a: |\n  x\n  ---\nb: 1\n", 1), ("\u{FEFF}---\na: 1\n", 1), ("---\r\na: 1\r\n---\r\nb: 2", 2),
      ("a: 1\n---\n", 2),
      ("---\n# nothing\n", 1),
    ])
  func documents(text: String, count: Int) {
    let result = read(text)
    #expect(result.value.count == count)
    #expect(result.diagnostics.isEmpty)
  }

  @Test("a document that is wrong does not take the next with it, and lines are those of the stream")
  func wrongDocumentAmongOthers() throws {
    let result = read("a: 1\n---\nb: [\n---\nc: 3\nc: 4\n")
    #expect(result.value.map { shown($0.root) } == ["{a: int(1)}", "-", "{c: int(3), c: int(4)}"])
    #expect(result.diagnostics.map(\.code) == ["yaml.syntax", "yaml.duplicate-key"])
    let place = try #require(result.diagnostics.last?.location)
    #expect(place.file.position(of: Int(place.range.start)) == Position(line: 6, column: 1))
  }

  @Test(
    "what is refused, and where",
    arguments: [
      ("a: 1\na: 2", "yaml.duplicate-key", 2, 1), ("a: *b", "yaml.unknown-alias", 1, 4),
      ("a: &a [*a]", "yaml.recursive-alias", 1, 8), ("a: !thing 1", "yaml.unsupported-tag", 1, 4),
      ("a: !!int x", "yaml.tag-mismatch", 1, 4), ("[a]: 1", "yaml.key-not-text", 1, 1), ("a: 'x", "yaml.syntax", 1, 6),
      ("a:\n\t- b", "yaml.syntax", 2, 1), ("a: \u{7}", "yaml.control-character", 1, 4),
      ("a: x\0", "yaml.control-character", 1, 5), ("a: b: c", "yaml.syntax", 1, 5), ("a: {b: 1", "yaml.syntax", 1, 9),
      ("b: 1 # note\u{2028}a: 1", "yaml.line-separator", 1, 12),
      ("é # note\u{85}---\u{85}a: 1", "yaml.line-separator", 1, 9),
      ("a: x\u{2029}b: y", "yaml.line-separator", 1, 5),
    ])
  func refused(text: String, code: String, line: Int, column: Int) throws {
    let diagnostic = try #require(read(text).diagnostics.first)
    #expect(diagnostic.code == code)
    let place = try #require(diagnostic.location)
    #expect(place.file.position(of: Int(place.range.start)) == Position(line: line, column: column))
    #expect(!diagnostic.notes.isEmpty)
  }

  @Test(
    "bytes that are no UTF-8",
    arguments: [
      ([0x61, 0x3A, 0x20, 0xC3, 0x28], "yaml.invalid-utf8"), ([0xFF, 0xFE, 0x61, 0x00], "yaml.utf-16"),
      ([0x61, 0x00, 0x3A, 0x00], "yaml.utf-16"), ([0x00, 0x61, 0x00, 0x3A], "yaml.utf-16"),
      ([0x61, 0x3A, 0x20, 0xED, 0xA0, 0x80], "yaml.invalid-utf8"), ([0x61, 0x3A, 0x20, 0xC3], "yaml.invalid-utf8"),
    ] as [([UInt8], String)])
  func undecodable(bytes: [UInt8], code: String) {
    #expect(read(bytes: bytes).diagnostics.map(\.code) == [code])
  }

  @Test("limits on depth, aliases, expansion and size")
  func limits() {
    #expect(read(String(repeating: "[", count: 200_000)).diagnostics.map(\.code) == ["yaml.too-deep"])
    #expect(read(String(repeating: "- ", count: 200_000)).diagnostics.map(\.code) == ["yaml.too-deep"])
    let many = "a: &a 1\nb: [" + Array(repeating: "*a", count: 101).joined(separator: ", ") + "]"
    #expect(read(many).diagnostics.map(\.code) == ["yaml.too-many-aliases"])
    var bomb = "a0: &a0 [x, x, x, x, x, x, x, x, x]\n"
    for level in 1...9 {
      let repeated = Array(repeating: "*a\(level - 1)", count: 9).joined(separator: ", ")
      bomb += "a\(level): &a\(level) [\(repeated)]\n"
    }
    #expect(read(bomb).diagnostics.map(\.code) == ["yaml.too-many-nodes"])
    var small = YAMLLimits()
    small.bytes = 10
    let result = YAMLReader.read(
      SourceFile(name: "f", bytes: Array("a: 1\n---\nb: 22222222222222\n---\nc: 3\n".utf8)), limits: small)
    #expect(result.value.map { shown($0.root) } == ["{a: int(1)}", "-", "{c: int(3)}"])
    #expect(result.diagnostics.map(\.code) == ["yaml.too-large"])
  }

  @Test("what goes on for ever ends after a while", arguments: ["y", "y\n", "--- "])
  func endless(line: String) throws {
    let chunk = Array(String(repeating: line, count: 65_536 / line.utf8.count).utf8)
    var chunks = 0
    var reader = YAMLReader(name: "s") {
      chunks += 1
      return chunks > 10_000 ? nil : [0x61] + chunk
    }
    let first = try #require(try reader.next())
    #expect(first.diagnostics.map(\.code) == ["yaml.too-large"])
    #expect(first.diagnostics.first?.notes.map(\.message).last == "nothing of what comes after it was read")
    #expect(try reader.next() == nil)
    #expect(chunks < 400)
  }

  @Test("a line beyond the limit is no document's beginning in its middle")
  func longLine() throws {
    var small = YAMLLimits()
    small.bytes = 10
    var chunks = ["a: xxxxxxxxx", "--- b\n", "---\nc: 3\n"]
    var reader = YAMLReader(name: "s", limits: small) { chunks.isEmpty ? nil : Array(chunks.removeFirst().utf8) }
    #expect(try reader.next()?.diagnostics.map(\.code) == ["yaml.too-large"])
    let second = try #require(try reader.next())
    #expect(shown(second.value.root) == "{c: int(3)}")
    #expect(second.value.file.firstLine == 2)
    #expect(try reader.next() == nil)
  }

  @Test("a stream in small chunks is read as the whole", arguments: [1, 2, 3, 7, 64])
  func chunks(size: Int) throws {
    let text = "\u{FEFF}a: é\r\n---\r\nb: |\r\n  ü\r\n\r\n...\r\n# c\n--- [1,\n 2]\n---\nx: 'y"
    let bytes = Array(text.utf8)
    var offset = 0
    var reader = YAMLReader(name: "s") {
      guard offset < bytes.count else { return nil }
      defer { offset += size }
      return Array(bytes[offset..<min(bytes.count, offset + size)])
    }
    var documents: [String] = []
    var codes: [String] = []
    var lines: [Int] = []
    while let next = try reader.next() {
      documents.append(shown(next.value.root))
      codes += next.diagnostics.map(\.code)
      lines.append(next.value.file.firstLine)
    }
    let whole = read(text)
    #expect(documents == whole.value.map { shown($0.root) })
    #expect(lines == whole.value.map(\.file.firstLine))
    #expect(codes == ["yaml.syntax"])
    #expect(lines == [1, 2, 7, 10])
  }

  @Test("random bytes and mutated documents are read or refused, never fatal")
  func mutations() {
    var generator = SplitMix64(seed: 42)
    let seed = Array("a: &x [1, 'é', \"\\u00e9\"]\nb: {c: *x}\n---\nd: |\n  t\n  u\ne: >-\n  v\n".utf8)
    for _ in 0..<3_000 {
      var bytes = seed
      for _ in 0..<Int.random(in: 1...6, using: &generator) {
        let place = Int.random(in: 0..<bytes.count, using: &generator)
        switch Int.random(in: 0..<3, using: &generator) {
        case 0: bytes[place] = UInt8.random(in: 0...255, using: &generator)
        case 1: bytes.remove(at: place)
        default:
          bytes.insert(Array("[]{}:-'\"|>&*!%#\n\t ,".utf8).randomElement(using: &generator) ?? 0x20, at: place)
        }
      }
      let result = read(bytes: bytes)
      for document in result.value where document.root == nil {
        let isEmpty = document.file.bytes.allSatisfy { $0 < 0x80 } && result.diagnostics.isEmpty
        #expect(isEmpty || result.hasErrors)
      }
    }
  }
}

@Suite("Text inside YAML")
struct EmbeddedTextTests {
  @Test(
    "every byte of the text leads back to what wrote it",
    arguments: [
      "x: a.b >= 3 && c", "x: a\n  b\n\n  c", "x: 'it''s\n  so'", #"x: "a\tb\u00e9 \"q\" \"#,
      "x: |\n  one\n   two\n\n  three\n",
      "x: >-\n  one\n  two\n\n  three\n    more\n  four\n", "x: |2-\n    two\n  one", "x: \"a\\\n  b\"",
      "x: |+\n  a\n\n\ny: 1",
      "x: >\n\n  a\n  é\n", "- |\n an\n  b\r\n", "x: \"a  \n  b\n\n  c\"",
      "x: &a one two", "x: !!str one", "x: !!str &b 'it''s'", "x: &b\n  one & two", "x: &a !!str |\n  one\n  two\n",
      "x: ! >-\n  one\n  two\n",
    ])
  func tracing(source: String) throws {
    let closed = source.hasSuffix(#" \"#) ? source + "\n  end\"" : source
    let file = SourceFile(name: "f", bytes: Array(closed.utf8))
    let result = YAMLReader.read(file)
    try #require(result.diagnostics.isEmpty)
    let document = try #require(result.value.first)
    let node = try #require(document.root?.entries?.first?.value ?? document.root?.items?.first)
    let embedded = try #require(EmbeddedText(node, in: document.file))
    for (index, byte) in embedded.text.utf8.enumerated() {
      let place = embedded.sourceRange(of: SourceRange(start: index, end: index + 1))
      let source = Array(document.file.bytes[place.offsets])
      try #require(source != Array(document.file.bytes[node.range.offsets]) || embedded.text.utf8.count == 1)
      let isWritten = source == [byte] || source.first == UInt8(ascii: "\\") || source == Array("''".utf8)
      let isFolded =
        byte == 0x20 && (source == [0x0A] || source == [0x0D, 0x0A]) || byte == 0x0A && source == [0x0D, 0x0A]
      #expect(isWritten || isFolded, "byte \(index) of `\(embedded.text)`")
    }
  }
}
