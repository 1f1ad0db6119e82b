import Diagnostics
import LocatedYAML
import TestSupport
import Testing

/// One change of a document, and what must come of it.
struct EditCase: Sendable, CustomTestStringConvertible {
  enum Edit: Sendable {
    case set(NewYAMLValue), append(NewYAMLValue), remove
  }

  let what: String
  let before: String
  let edit: Edit
  let path: YAMLPath
  /// Nil where it must be refused.
  let after: String?
  let problem: YAMLEditProblem?

  var testDescription: String { what }

  private init(
    _ what: String, _ before: String, _ edit: Edit, _ path: YAMLPath, _ after: String?, _ problem: YAMLEditProblem?
  ) {
    (self.what, self.before, self.edit, self.path, self.after, self.problem) = (
      what, before, edit, path, after, problem
    )
  }

  static func set(_ path: String, _ value: NewYAMLValue, _ what: String, _ before: String, _ after: String) -> EditCase
  {
    EditCase(what, before, .set(value), YAMLPath(dotted: path), after, nil)
  }

  static func append(_ path: String, _ value: NewYAMLValue, _ what: String, _ before: String, _ after: String)
    -> EditCase
  {
    EditCase(what, before, .append(value), YAMLPath(dotted: path), after, nil)
  }

  static func append(
    _ path: [YAMLPath.Step], _ value: NewYAMLValue, _ what: String, _ before: String, _ after: String
  ) -> EditCase {
    EditCase(what, before, .append(value), YAMLPath(path), after, nil)
  }

  static func remove(_ path: [YAMLPath.Step], _ what: String, _ before: String, _ after: String) -> EditCase {
    EditCase(what, before, .remove, YAMLPath(path), after, nil)
  }

  static func refuse(
    _ edit: Edit, _ path: [YAMLPath.Step], _ what: String, _ before: String, _ problem: (YAMLPath) -> YAMLEditProblem
  ) -> EditCase {
    EditCase(what, before, edit, YAMLPath(path), nil, problem(YAMLPath(path)))
  }

  func run(_ before: [UInt8]) throws -> [UInt8] {
    var editor = try YAMLEditor(before)
    switch edit {
    case .set(let value): try editor.set(value, at: path)
    case .append(let value): try editor.append(value, to: path)
    case .remove: try editor.remove(at: path)
    }
    return editor.bytes
  }
}

extension EditCase {
  private static let entry = NewYAMLValue.mapping([
    .init("rule", .text("b")), .init("day", .literal("2026-03-01")),
    .init("subject", .compact([.init("sha256", .text("ab12"))])),
  ])

  static let all: [EditCase] = [
    .set("a", .literal("2"), "a number behind a key, with a comment", "a: 1 # why\nb: 2\n", "a: 2 # why\nb: 2\n"),
    .set("a", .text("2"), "a text that looks like a number", "a: 1\n", "a: '2'\n"),
    .set("a.b", .literal("1.2"), "a key below a key", "a:\n    b: 1 # m\n    c: x\n", "a:\n    b: 1.2 # m\n    c: x\n"),
    .set("a", .literal("2"), "a key without a value", "a:\nb: 1\n", "a: 2\nb: 1\n"),
    .set("a", .literal("2"), "a key without a value, with a comment", "a: # why\nb: 1\n", "a: 2 # why\nb: 1\n"),
    .set("a", .literal("2"), "a value on a line of its own", "a:\n  one\nb: 1\n", "a:\n  2\nb: 1\n"),
    .set("a", .literal("2"), "a text over two lines", "a: one\n  two # c\nb: 1\n", "a: 2 # c\nb: 1\n"),
    .set("a", .literal("2"), "a block scalar", "a: | # c\n  one\n  two\n\nb: 1\n", "a: 2 # c\n\nb: 1\n"),
    .set("a", .literal("2"), "a block scalar at an open end", "b: 1\na: >-\n  one\n  two", "b: 1\na: 2"),
    .set("a", .literal("2"), "no last line break", "b: 1\na: x", "b: 1\na: 2"),
    .set("c", .literal("2"), "a new key behind no last line break", "b: 1\na: x", "b: 1\na: x\nc: 2"),
    .set("c", .literal("2"), "CRLF", "b: 1\r\na: x\r\n", "b: 1\r\na: x\r\nc: 2\r\n"),
    .set("c", .literal("2"), "a byte order mark", "\u{FEFF}b: 1\n", "\u{FEFF}b: 1\nc: 2\n"),
    .set("b", .literal("2"), "a byte order mark before the key", "\u{FEFF}b: 1\n", "\u{FEFF}b: 2\n"),
    .set("c", .literal("2"), "a new key behind comments at the end", "b: 1\n# end\n", "b: 1\n# end\nc: 2\n"),
    .set("c", .literal("2"), "a new key before the document's end", "b: 1\n...\n", "b: 1\nc: 2\n...\n"),
    .set(
      "a.c", .literal("2"), "a new key below a key", "a:\n  b: 1\n  # c later\nd: 1\n",
      "a:\n  b: 1\n  # c later\n  c: 2\nd: 1\n"),
    .set(
      "a.c", .literal("2"), "a new key behind a block scalar", "a:\n  b: |\n    x\n\nd: 1\n",
      "a:\n  b: |\n    x\n  c: 2\n\nd: 1\n"),
    .set("k.l.m", .literal("2"), "missing parents", "a:\n   b: 1\n", "a:\n   b: 1\nk:\n   l:\n      m: 2\n"),
    .set("a.b", .literal("2"), "below a key without a value", "a: # none yet\nc: 1\n", "a: # none yet\n  b: 2\nc: 1\n"),
    .set("a.b", .literal("2"), "below empty braces", "a: {}\nc: 1\n", "a:\n  b: 2\nc: 1\n"),
    .set("a.b", .literal("2"), "a key with dots", "a.b: 1\n", "a.b: 2\n"),
    .set("a.c", .literal("2"), "between braces", "a: {b: 1} # c\n", "a: {b: 1, c: 2} # c\n"),
    .set("a.b", .text("x, y"), "a text between braces", "a: {b: 1, c: 2}\n", "a: {b: 'x, y', c: 2}\n"),
    .set("a.b", .literal("2"), "a key without a value between braces", "a: {b: , c: 2}\n", "a: {b: 2, c: 2}\n"),
    .set("b", .text("yes"), "JSON", "{\"a\": 1}\n", "{\"a\": 1, \"b\": \"yes\"}\n"),
    .set(
      "b", .literal("2026-03-01"), "JSON over lines", "{\n  \"a\": 1\n}\n",
      "{\n  \"a\": 1,\n  \"b\": \"2026-03-01\"\n}\n"),
    .set("a", .list([.text("x"), .text("1")]), "a list", "a: 1 # c\nb: 2\n", "a: # c\n  - x\n  - '1'\nb: 2\n"),
    .set("a", .list([.text("x")]), "a list for a text before tabs", "a: 1\t# c\nb: 2\n", "a: # c\n  - x\nb: 2\n"),
    .set("a", .list([.text("x")]), "a list for a block scalar before tabs", "a:\n    |\t\t", "a:\n    \n  - x"),
    .set("a", .list([.text("x")]), "a list for a list", "a:\n- y\n- z\nb: 2\n", "a:\n- x\nb: 2\n"),
    .set("a", .list([]), "an empty list", "a:\n  - y\nb: 2\n", "a: []\nb: 2\n"),
    .set("a", .text("x"), "a text for a list at an open end", "a:\n  - y", "a: x"),
    .set("a", .literal("1"), "an empty document", "", "a: 1\n"),
    .set("a.b", .literal("1"), "a document of comments", "# begin\n", "# begin\na:\n  b: 1\n"),
    .set("a", .literal("1"), "a document that only begins", "---\n", "---\na: 1\n"),
    .set("a", .literal("1\nb: 2"), "what is no literal is a text", "a: 2\n", "a: \"1\\nb: 2\"\n"),
    .append(
      "a", entry, "an item", "a:\n  - rule: x\n    on: 1 # c\n\nb: 1\n",
      "a:\n  - rule: x\n    on: 1 # c\n  - rule: b\n    day: 2026-03-01\n    subject: {sha256: ab12}\n\nb: 1\n"),
    .append(
      "a", entry, "dashes below the key", "a:\n- rule: x\n# about b\nb: 1\n",
      "a:\n- rule: x\n- rule: b\n  day: 2026-03-01\n  subject: {sha256: ab12}\n# about b\nb: 1\n"),
    .append(
      "a", entry, "wide dashes", "a:\n  -   rule: x\n",
      "a:\n  -   rule: x\n  -   rule: b\n      day: 2026-03-01\n      subject: {sha256: ab12}\n"),
    .append(
      "a", .text("c"), "blank lines between items", "a:\n  - x\n\n  # of y\n  - y\n  # after\nb: 1",
      "a:\n  - x\n\n  # of y\n  - y\n  # after\n\n  - c\nb: 1"),
    .append("a", .text("c"), "a missing key", "b: 1", "b: 1\na:\n  - c"),
    .append("a", .text("c"), "a missing key, blank lines between", "x: 1\n\nb:\n- y\n", "x: 1\n\nb:\n- y\n\na:\n- c\n"),
    .append("a", .text("c"), "an empty list", "a: [] # none\nb: 1\n", "a: # none\n  - c\nb: 1\n"),
    .append("a", .text("c"), "null", "a: ~\nb: 1\n", "a:\n  - c\nb: 1\n"),
    .append("a", .text("c"), "nothing, and a comment", "a:\n  # none yet\nb: 1\n", "a:\n  # none yet\n  - c\nb: 1\n"),
    .append(
      "a", entry, "between brackets", "a: [{rule: x}] # c\n",
      "a: [{rule: x}, {rule: b, day: 2026-03-01, subject: {sha256: ab12}}] # c\n"),
    .append(
      "a", .text("c"), "brackets over lines", "a: [\n  x, # of x\n  y # of y\n]\n",
      "a: [\n  x, # of x\n  y, # of y\n  c\n]\n"),
    .append("a", .text("c"), "a comma behind the last", "a: [x, y, ]\n", "a: [x, y, c ]\n"),
    .append("a", .text("c"), "JSON", "{\"a\": [\"x\"]}", "{\"a\": [\"x\", \"c\"]}"),
    .append(
      "a", .text("c"), "an alias for the last item", "a:\n  - &x 1\n  - *x\nb: 1\n",
      "a:\n  - &x 1\n  - *x\n  - c\nb: 1\n"),
    .append(
      [.key("a"), .index(0)], .text("c"), "an empty item of a list right below its key", "a:\n-\n", "a:\n-\n  - c\n"),
    .remove(
      [.key("a"), .index(0)], "the first item and its comment", "a:\n  # of x\n  - x\n  # of y\n  - y\n",
      "a:\n  # of y\n  - y\n"),
    .remove(
      [.key("a"), .index(1)], "the last item", "a:\n  - x\n\n  - y: 1\n    # inside\n\nb: 1\n", "a:\n  - x\n\nb: 1\n"),
    .remove([.key("a"), .index(0)], "the only item", "a: # c\n  # of x\n  - x\nb: 1\n", "a: [] # c\nb: 1\n"),
    .remove([.key("a"), .index(0)], "the only item at an open end", "a:\n  - x", "a: []"),
    .remove([.key("a"), .index(1)], "between brackets", "a: [x, y, z]\n", "a: [x, z]\n"),
    .remove([.key("a"), .index(2)], "the last between brackets", "a: [x, y, z]\n", "a: [x, y]\n"),
    .remove([.key("a"), .index(0)], "the only one between brackets", "a: [x, ]\n", "a: [ ]\n"),
    .remove(
      [.key("a"), .index(0)], "the first item; a comment behind a blank line is nobody's",
      "a:\n  # of all\n\n  # of x\n  - x\n  # of y\n  - y\n", "a:\n  # of all\n\n  # of y\n  - y\n"),
    .remove(
      [.key("a"), .index(0)], "the first of brackets over lines",
      "a: [ # all\n  # of x\n  x, # more of x\n  # of y\n  y\n]\n", "a: [ # all\n  # of y\n  y\n]\n"),
    .remove(
      [.key("a"), .index(1)], "the last of brackets over lines",
      "a: [\n  # of x\n  x,\n  # of y\n  {b: y} # more\n]\n", "a: [\n  # of x\n  x,\n]\n"),
    .remove(
      [.key("a"), .index(0)], "one of two on a line", "a: [\n  # of both\n  x, y\n]\n", "a: [\n  # of both\n  y\n]\n"),
    .remove(
      [.key("b")], "what stands behind a text that ends like a comment", "a: \"x\n # y\"\nb: 1\n", "a: \"x\n # y\"\n"),
    .remove(
      [.key("a"), .index(1)], "the same in a list", "a:\n  - 'x\n    # y'\n  # of z\n  - z\n",
      "a:\n  - 'x\n    # y'\n"),
    .remove(
      [.key("a"), .index(1)], "the same between brackets", "a: [\n  'x\n  # y',\n  # of z\n  z,\n  b]\n",
      "a: [\n  'x\n  # y',\n  b]\n"),
    .remove([.key("a"), .index(1)], "the last behind a tag alone", "a: [!!str , x]\n", "a: [!!str ]\n"),
    .remove([.key("a"), .key("c")], "the last entry behind one", "a: {b: !!str , c: 1}\n", "a: {b: !!str }\n"),
    .append("a", .text("x"), "behind a tag alone", "a: [!!str ]\n", "a: [!!str , x ]\n"),
    .append("a", .text("x"), "behind one on a line of its own", "a: [\n  !!str\n]\n", "a: [\n  !!str ,\n  x\n]\n"),
    .remove([.key("a"), .index(0)], "commas before what follows", "a: [\n  x\n  , y\n]\n", "a: [\n  y\n]\n"),
    .remove([.key("a"), .index(1)], "the last behind its comma", "a: [\n  x\n  , y\n]\n", "a: [\n  x\n]\n"),
    .remove([.key("a"), .index(1)], "the last before its comma", "a: [\n  x,\n  y\n  ,]\n", "a: [\n  x\n  ,]\n"),
    .refuse(
      .remove, [.key("a"), .index(0)], "a comment between an item and its comma", "a: [\n  x # why\n  , y\n]\n"
    ) { .losesComment($0) },
    .remove([.key("a"), .index(1)], "JSON over lines", "{\"a\": [\n  1,\n  2\n]}\n", "{\"a\": [\n  1\n]}\n"),
    .remove([.key("a"), .key("c")], "an entry", "a:\n  b: 1\n  # of c\n  c: 2 # why\nd: 1\n", "a:\n  b: 1\nd: 1\n"),
    .remove([.key("a"), .key("b")], "the only entry", "a:\n  b: 1\nd: 1\n", "a: {}\nd: 1\n"),
    .remove(
      [.key("a"), .index(0), .key("b")], "the first entry of an item", "a:\n  - b: 1\n    c: 2\n", "a:\n  - c: 2\n"),
    .remove([.key("d")], "the last entry at an open end", "a: 1\nd: 1", "a: 1"),
    .set("c", .literal("2"), "an entry behind a key without a colon", "a: 1\n? b\n", "a: 1\n? b\nc: 2\n"),
    .remove([.key("b")], "an entry below kept blank lines", "a: |+\n  x\nb: 1\n\n\nc: 2\n", "a: |+\n  x\nc: 2\n"),
    .remove([.key("b")], "the last below kept blank lines", "a: |+\n  x\n\nb: >\n\n\n ", "a: |+\n  x\n\n"),
    .remove(
      [.key("b")], "an entry before blanks that a text above would take", "a: >-\n  x\nb: >-\n     \n", "a: >-\n  x\n"),
    .refuse(.remove, [.key("b")], "an anchor of a name given twice", "a: &x 1\nb: &x 2\nc: *x\n") { .shared($0) },
    .remove([.key("d")], "an entry below a key without a colon", "a: 1\n? b\n# of d\nd: >-\n  x\n", "a: 1\n? b\n"),
    .remove([.key("d")], "an entry below an empty key", "a: 1\n?\n# of d\nd: >-\n  x\n", "a: 1\n?\n"),
    .remove(
      [.key("a"), .index(1)], "what stands behind a block scalar, at an open end", "a:\n  - |\n    b\n  - c",
      "a:\n  - |\n    b\n"),
    .refuse(.set(.text("c")), [.key("d")], "a key behind a block scalar at an open end", "a: |\n  b") { .unusual($0) },
    .refuse(.append(.text("c")), [.key("a")], "an item behind one", "a:\n  - |\n    b") { .unusual($0) },
    .set("d", .text("c"), "a key behind a block scalar without a line break", "a: |-\n  b", "a: |-\n  b\nd: c"),
    .refuse(.set(.literal("1")), [.key("a"), .key("b")], "a key below a text", "a: x\n") { .noMapping($0) },
    .refuse(.append(.literal("1")), [.key("a")], "an item behind a text", "a: x\n") { .noList($0) },
    .refuse(.remove, [.key("b")], "what is not there", "a: x\n") { .notThere($0) },
    .refuse(.remove, [.key("a"), .index(1)], "an item that is not there", "a: [x]\n") { .notThere($0) },
    .refuse(.set(.literal("1")), [.key("a")], "a comment inside", "a:\n  - x # c\n") { .losesComment($0) },
    .refuse(.append(.literal("1")), [.key("b")], "an alias", "a: &x [1]\nb: *x\n") { .shared($0) },
    .set("a", .text("c"), "a block scalar behind an anchor", "a: &x | # why\n  b\n", "a: c # why\n"),
    .set("a", .list([.text("c")]), "a block scalar behind a tag, at an open end", "a: !!str >-", "a:\n  - c"),
    .append(
      "a", .text("c"), "blank lines that a block scalar behind an anchor keeps", "a:\n  - &x |+\n    b\n\nd: 1\n",
      "a:\n  - &x |+\n    b\n\n  - c\nd: 1\n"),
    .refuse(.set(.text("c")), [.key("a")], "an anchor above a block scalar", "a: &x\n  |\n   b\n") { .shared($0) },
    .set("a", .text("c"), "a block scalar on a line of its own", "a:\n  >\n   b\n", "a:\n  c\n"),
    .refuse(.set(.text("c")), [.key("a")], "a block scalar below the beginning of its key", "a:\n>") { .unusual($0) },
    .set("a", .text("c"), "a comment right behind a quote", "a: 'x'#why\n", "a: c #why\n"),
    .set("a", .text("c"), "one that says nothing", "a: \"x\"#\n", "a: c #\n"),
    .set("a", .text("c"), "a comment right behind the sign of a block scalar", "a: >-#why\n  b\n", "a: c #why\n"),
    .set("a", .list([.text("c")]), "one behind a tag", "a: !  >-#why not\n  b\n", "a: #why not\n  - c\n"),
    .set("b", .text("c"), "one behind a comma", "a: [x,#y\n  z]\nb: d\n", "a: [x,#y\n  z]\nb: c\n"),
    .refuse(.set(.text("c")), [.key("a")], "one behind a comma inside", "a: [x,#y\n  z]\n") { .losesComment($0) },
    .set("a", .list([.text("c")]), "a list before one", "a: 'x'#", "a: #\n  - c"),
    .append(
      "a", .text("b\\\u{301}' c]"), "a mark and an accent on it", "a: [x]\n", "a: [x, 'b\\\u{301}'' c]']\n"),
    .set("a", .text("'\u{301}: b"), "a quote and an accent on it", "a: x\n", "a: \"'\u{301}: b\"\n"),
    .refuse(.set(.list([.text("c")])), [.key("a")], "tabs below a text", "a: x\n \t\n") { .tabbed($0) },
    .set("a", .text("c"), "tabs below a text that another one takes the place of", "a: x\n \t\n", "a: c\n \t\n"),
    .refuse(.remove, [.index(1)], "the last behind a dash that is a text", "[-, x ]\n") { .unusual($0) },
    .remove([.index(1)], "the last behind a dash, before the bracket", "[-, x]\n", "[-]\n"),
    .refuse(.remove, [.index(0)], "dots that would end the document", "[\nb, ... ]\n") { .unusual($0) },
    .refuse(.remove, [.index(0)], "dashes that would begin another", "[\n...=, ---\nb]\n") { .unusual($0) },
    .refuse(.set(.text("c\n")), [.key("a")], "tabs before a comment", "a: x\n \t# b\n") { .tabbed($0) },
    .refuse(.remove, [.key("b")], "a comment that a text above would take", "a: |\n  x\nb: 1\n\n  # c\n") {
      .losesComment($0)
    },
    .refuse(.remove, [.key("b")], "an entry before a question mark", "{a, b: 1, ?}\n") { .unusual($0) },
    .remove([.key("k")], "the last below a key that keeps its lines", "a:\n? |+1\nk:", "a:\n? |+1\n"),
    .refuse(.remove, [.key("a")], "an anchor that is named elsewhere", "a: &x 1\nb: *x\n") { .shared($0) },
    .refuse(.set(.text("c")), [.key("a")], "an empty document that is ended", "---\n...\n") { .unusual($0) },
    .refuse(.set(.literal("1")), [.key("a")], "a question mark", "? a\n: x\n") { .unusual($0) },
  ]
}

@Suite("Edits of YAML")
struct YAMLEditorTests {
  @Test("an edit changes what it should and nothing else", arguments: EditCase.all)
  func edits(_ each: EditCase) throws {
    guard let after = each.after else {
      #expect(throws: try #require(each.problem)) { try each.run(Array(each.before.utf8)) }
      return
    }
    #expect(String(decoding: try each.run(Array(each.before.utf8)), as: UTF8.self) == after)
  }

  @Test("a value that makes the document larger than any that is read is refused as that")
  func tooMuch() throws {
    var editor = try YAMLEditor(Array("a: 1\n".utf8))
    let long = String(repeating: "x", count: YAMLLimits.default.bytes)
    #expect(throws: YAMLEditProblem.tooMuch) { try editor.set(.text(long), at: YAMLPath([.key("b")])) }
    let many = NewYAMLValue.list((0...YAMLLimits.default.nodes).map { .literal("\($0)") })
    #expect(throws: YAMLEditProblem.tooMuch) { try editor.set(many, at: YAMLPath([.key("b")])) }
    #expect(editor.bytes == Array("a: 1\n".utf8))
  }

  @Test(
    "what is no document yet is edited only where it is comments",
    arguments: [
      Array("# caf".utf8) + [0xE9, 0x0A], Array("%YAML 1.2\n".utf8), Array("# a\n%p".utf8), Array("\t".utf8),
      Array("# a\n \t# b\n".utf8),
    ])
  func noDocument(bytes: [UInt8]) throws {
    #expect(throws: YAMLEditProblem.unreadable) { try YAMLEditor(bytes) }
    #expect(try YAMLEditor(Array("\n # a\t\n".utf8)).root == nil)
  }
}
