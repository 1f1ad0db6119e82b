import Diagnostics
import LocatedYAML
import TestSupport
import Testing

/// What holds for every edit of every document.
@Suite("Edits of YAML, whatever the document")
struct YAMLEditorPropertyTests {
  private static let examples = [
    "air-picture-support.review.yaml", "air-picture-support.yaml", "counter-drone-turret.review.yaml",
    "counter-drone-turret.yaml", "maritime-awareness-hadr.yaml", "mine-disposal.yaml",
    "predictive-maintenance.review.yaml", "predictive-maintenance.yaml", "uncrewed-patrol-craft.yaml",
  ]

  /// Every value of a document with the way to it.
  private static func values(_ root: YAMLNode?, _ path: YAMLPath = YAMLPath([])) -> [(path: YAMLPath, node: YAMLNode)] {
    guard let root else { return [] }
    var found = [(path: path, node: root)]
    for (index, item) in (root.items ?? []).enumerated() { found += values(item, path.appending(.index(index))) }
    for entry in root.entries ?? [] { found += values(entry.value, path.appending(.key(entry.name))) }
    return found
  }

  /// Some of them, spread over the document: each edit reads it three times.
  private static func some(_ root: YAMLNode?) -> [(path: YAMLPath, node: YAMLNode)] {
    let all = values(root)
    return stride(from: 0, to: all.count, by: max(1, all.count / 30)).map { all[$0] }
  }

  private static func described(_ root: YAMLNode?) -> [String] {
    values(root).map { path, node in "\(path)=\(node.scalar.map { "\($0.resolved)" } ?? "")" }
  }

  /// The comments as a simple reader of lines finds them, for documents without `#` inside texts.
  private static func comments(_ bytes: [UInt8]) -> [Substring] {
    String(decoding: bytes, as: UTF8.self).split(whereSeparator: \.isNewline)
      .compactMap { line in line.firstIndex(of: "#").map { line[$0...] } }
  }

  @Test("a scalar set anywhere in an example changes that value alone, inside its own bytes", arguments: examples)
  func setScalars(name: String) throws {
    let bytes = try Folder.bytes("Examples/\(name)")
    let before = try YAMLEditor(bytes)
    for (path, node) in Self.some(before.root) where node.scalar != nil {
      var editor = before
      try editor.set(.text("1.0 # no: comment"), at: path)
      let range = node.range.offsets
      #expect(editor.bytes.starts(with: bytes[..<range.lowerBound]), "\(path)")
      // A block scalar ends behind its last line break, which stays.
      let rest = bytes[range.upperBound...].drop { $0 == 0x0A }
      #expect(editor.bytes.suffix(rest.count).elementsEqual(rest), "\(path)")
      let changed = zip(Self.described(before.root), Self.described(editor.root)).filter { $0 != $1 }
      #expect(changed.map(\.1) == ["\(path)=text(\"1.0 # no: comment\")"])
    }
  }

  @Test("what is set back is what was there, but for how it is written", arguments: examples)
  func setBack(name: String) throws {
    let bytes = try Folder.bytes("Examples/\(name)")
    let before = try YAMLEditor(bytes)
    for (path, node) in Self.some(before.root) {
      guard let scalar = node.scalar, scalar.style == .plain, !scalar.text.contains("\n") else { continue }
      var editor = before
      try editor.set(.text("x"), at: path)
      try editor.set(scalar.resolved == .text(scalar.text) ? .text(scalar.text) : .literal(scalar.text), at: path)
      #expect(Self.described(editor.root) == Self.described(before.root), "\(path)")
    }
  }

  @Test("a key added to any mapping, and an item to any list, leaves every byte in its place", arguments: examples)
  func additions(name: String) throws {
    let bytes = try Folder.bytes("Examples/\(name)")
    let before = try YAMLEditor(bytes)
    for (path, node) in Self.some(before.root) {
      var editor = before
      if node.entries != nil { try editor.set(.literal("1"), at: path.appending(.key("zz_new"))) }
      if node.items != nil { try editor.append(.mapping([.init("zz_new", .literal("1"))]), to: path) }
      guard editor.bytes != bytes else { continue }
      // The old bytes with one run of new ones among them.
      let head = zip(bytes, editor.bytes).prefix { $0 == $1 }.count
      #expect(editor.bytes.suffix(bytes.count - head).elementsEqual(bytes[head...]), "\(path)")
      #expect(Set(Self.described(before.root)).isSubset(of: Self.described(editor.root)), "\(path)")
    }
  }

  @Test("what is removed is gone with its own comments, and all else stays", arguments: examples)
  func removals(name: String) throws {
    let bytes = try Folder.bytes("Examples/\(name)")
    let before = try YAMLEditor(bytes)
    for (path, _) in Self.some(before.root) where !path.steps.isEmpty {
      var editor = before
      do throws(YAMLEditProblem) {
        let removed = try editor.remove(at: path)
        #expect(editor.bytes.count < bytes.count, "\(path)")
        let gone = Self.comments(bytes).count - Self.comments(editor.bytes).count
        #expect(gone == Self.comments(Array(removed.utf8)).count, "\(path)")
      } catch {
        // The only key of an item, or one whose neighbours can't take its place.
        #expect(error == .unusual(path), "\(path)")
      }
    }
  }

  // MARK: Texts

  static let texts = [
    "", " ", "yes", "No", "on", "y", "null", "~", "true", "1.0", "1_000", "0x1F", "0o17", "0b1", "1e3", ".inf",
    "12:30:45",
    "2026-03-01", "2026-03-01T12:00:00Z", "-", "- a", "? a", ": a", "a: b", "a:", "a #b", "#a", "a#b", "*a", "&a", "!a",
    "!!str a",
    "%a", "@a", "`a`", "[a]", "{a: b}", "a, b", "'", "''", "\"", "it's", "say \"no\"", "it's \"no\"", "a\\b", "\\",
    "---",
    "...", "--- a", "<<", "=", "|", ">", "|-", " leading", "trailing ", "two  spaces", "tab\there", "\t", "line\nline",
    "line\n", "\nline", "a\r\nb", "a\rb", "\u{0}", "\u{7}", "\u{1B}[2J", "\u{7F}", "\u{85}", "\u{A0}", "\u{AD}",
    "\u{200B}",
    "\u{2028}", "\u{202E}abc", "\u{FEFF}", "\u{FFFE}", "\u{FFFF}", "\u{E0001}", "\u{1FFFE}", "ü", "日本語", "🛰️ über",
    "ｙｅｓ",
    String(repeating: "word ", count: 60) + "end", String(repeating: "word  ", count: 60),
    String(repeating: "x", count: 400),
    String(repeating: "a # b: c ", count: 40) + "- end", "- " + String(repeating: "long line ", count: 30) + "end",
    "# " + String(repeating: "long line ", count: 30) + "end", String(repeating: "über ", count: 60) + "end",
  ]

  /// Where a text can stand.
  static let places = [
    ("a: x\nb: 1\n", YAMLPath(dotted: "a")), ("b:\n  a: x\n", YAMLPath(dotted: "b.a")),
    ("b: {a: x, c: 1}\n", YAMLPath(dotted: "b.a")),
    ("b: [x, y]\n", YAMLPath([.key("b"), .index(0)])), ("b:\n- x\n- y\n", YAMLPath([.key("b"), .index(1)])),
    ("{\"b\": [\"x\"]}", YAMLPath([.key("b"), .index(0)])),
    ("b:\r\n  - a: x\r\n", YAMLPath([.key("b"), .index(0), .key("a")])),
    ("a: |\n  x\n\nb: 1", YAMLPath(dotted: "a")), ("b: 1", YAMLPath(dotted: "a")),
  ]

  @Test("a text reads back as itself, wherever it is written", arguments: texts)
  func readsBack(text: String) throws {
    for (document, path) in Self.places {
      var editor = try YAMLEditor(Array(document.utf8))
      try editor.set(.text(text), at: path)
      let found = Self.values(editor.root).first { $0.path == path }
      #expect(found?.node.scalar?.resolved == .text(text), "\(document)")
      // What is not seen is escaped, but for the line endings of the document.
      let written = String(decoding: editor.bytes, as: UTF8.self).unicodeScalars
      #expect(
        !written.contains { $0.properties.generalCategory == .control && $0 != "\n" && $0 != "\r" }, "\(document)")
    }
  }

  @Test("a text over several lines is not split where it is written between CRLF")
  func lineEndings() throws {
    var editor = try YAMLEditor(Array("a: x\r\nb: 1\r\n".utf8))
    try editor.set(.text(String(repeating: "word ", count: 60) + "end"), at: YAMLPath(dotted: "a"))
    let text = String(decoding: editor.bytes, as: UTF8.self)
    #expect(!text.unicodeScalars.split(separator: "\n").dropLast().contains { $0.last != "\r" })
  }

  // MARK: Generated documents

  /// Documents of several layouts, made by a generator with a fixed seed.
  private struct Layouts {
    var state: UInt64

    mutating func next(_ bound: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int((state >> 33) % UInt64(bound))
    }

    mutating func document() -> String {
      let step = [2, 3, 4][next(3)]
      var text = next(4) == 0 ? "\u{FEFF}" : ""
      if next(3) == 0 { text += "# begin\n" }
      if next(4) == 0 { text += "---\n" }
      for key in 0..<(1 + next(4)) { text += entry("k\(key)", 0, step, 3) }
      if next(3) == 0 { text += "# the end\n" }
      if next(4) == 0 { text = String(text.dropLast()) }
      return next(3) == 0
        ? text.split(separator: "\n", omittingEmptySubsequences: false).joined(separator: "\r\n") : text
    }

    mutating func entry(_ key: String, _ column: Int, _ step: Int, _ depth: Int) -> String {
      let margin = String(repeating: " ", count: column)
      let head = (next(4) == 0 ? "\(margin)# of \(key)\n" : "") + "\(margin)\(key):"
      let comment = next(4) == 0 ? " # why" : ""
      let blank = next(5) == 0 ? "\n" : ""
      switch next(depth > 0 ? 8 : 5) {
      case 0: return "\(head)\(comment)\n\(blank)"
      case 1: return "\(head) 'one' \(comment)\n\(blank)"
      case 2: return "\(head) {p: 1, q: [a, b]}\(comment)\n\(blank)"
      case 3: return "\(head) >-\n\(margin)  one\n\(margin)  two\n\(blank)"
      case 4: return "\(head) one\n\(margin)  two\(comment)\n\(blank)"
      case 5:
        var text = "\(head)\(comment)\n"
        for index in 0..<(1 + next(3)) { text += entry("\(key)\(index)", column + step, step, depth - 1) }
        return text + blank
      case 6:
        let dash = String(repeating: " ", count: column + [0, step][next(2)])
        return "\(head)\(comment)\n\(dash)- a\n\(dash)- m: 1\n\(dash)  n: 2 # n\n\(blank)"
      default: return "\(head) [\n\(margin)    a, # of a\n\(margin)    b\n\(margin)  ]\n\(blank)"
      }
    }
  }

  @Test("edits of generated documents change what they should and no more", arguments: 0..<100)
  func generated(seed: Int) throws {
    var layouts = Layouts(state: UInt64(seed) &* 7919 &+ 17)
    let text = layouts.document()
    let bytes = Array(text.utf8)
    let before = try YAMLEditor(bytes)
    let comments = Self.comments(bytes)
    for (path, node) in Self.values(before.root) {
      var editor = before
      if node.entries != nil {
        try editor.set(.text("yes"), at: path.appending(.key("zz")))
      } else if node.items != nil {
        try editor.append(.text("yes"), to: path)
      } else {
        try editor.set(.text("yes"), at: path)
      }
      #expect(Self.comments(editor.bytes).sorted() == comments.sorted(), "\(path) in\n\(text)")
      let isOpen = bytes.last != 0x0A
      #expect((editor.bytes.last != 0x0A) == isOpen, "\(path) in\n\(text)")
      let edited = editor.bytes
      #expect(
        edited.indices.allSatisfy { edited[$0] != 0x0A || ($0 > 0 && edited[$0 - 1] == 0x0D) == bytes.contains(0x0D) },
        "\(path) in\n\(text)")
      guard !path.steps.isEmpty else { continue }
      var shorter = before
      do throws(YAMLEditProblem) {
        try shorter.remove(at: path)
      } catch {
        #expect(error == .unusual(path) || error == .losesComment(path), "\(path) in\n\(text)")
      }
    }
  }
}
