import DocumentWriting
import Testing

@Suite("Texts in documents")
struct DocumentWritingTests {
  @Test("HTML is escaped in texts and in attributes")
  func html() {
    var html = HTMLWriter()
    html.element(.p, [.id("a\"b"), .title("<&>")]) { html in
      html.text("1 < 2 & \"3\"")
      html.element(.a, [.target("x\" y")], text: "</p><script>")
    }
    #expect(
      String(decoding: html.bytes, as: UTF8.self) == """
        <p id="a&quot;b" title="&lt;&amp;&gt;">1 &lt; 2 &amp; &quot;3&quot;<a href="#x%22%20y">&lt;/p&gt;&lt;script&gt;</a></p>

        """)
  }

  @Test("what holds blocks has them on lines of their own, and what holds words keeps them as they are")
  func layout() {
    var html = HTMLWriter()
    html.element(.ul) { html in
      html.element(.li) { html in
        html.text("one ")
        html.element(.strong, text: "two")
      }
      html.element(.li) { $0.element(.pre) { $0.lines("a\n  b\tc") } }
    }
    #expect(
      String(decoding: html.bytes, as: UTF8.self)
        == "<ul>\n<li>one <strong>two</strong></li>\n<li>\n<pre>a\n  b c</pre>\n</li>\n</ul>\n")
  }

  @Test(
    "words are broken into lines of so many code points, and never inside",
    arguments: [
      ("", ["  "]), ("   ", ["  "]), ("one", ["  one"]),
      ("  two   words ", ["  two words"]),
      ("exactly twenty wide!", ["  exactly twenty wide!"]),
      ("exactly twenty wide !", ["  exactly twenty wide", "  !"]),
      ("a-word-that-is-longer-than-a-line and more", ["  a-word-that-is-longer-than-a-line", "  and more"]),
      ("đánh giá rủi ro của hệ thống", ["  đánh giá rủi ro của", "  hệ thống"]),
      (
        "e\u{301}e\u{301}e\u{301}e\u{301}e\u{301} e\u{301}e\u{301}e\u{301}e\u{301}e\u{301}",
        [
          "  e\u{301}e\u{301}e\u{301}e\u{301}e\u{301}", "  e\u{301}e\u{301}e\u{301}e\u{301}e\u{301}",
        ]
      ),
      (" \u{301}accent", ["  \u{301}accent"]),
    ])
  func wrapping(text: String, lines: [String]) {
    let wrapped = TextWrapping.wrap(text, width: 22, indent: 2)
    #expect(wrapped.map { Array($0.utf8) } == lines.map { Array($0.utf8) })
    let labelled = TextWrapping.wrap(text, width: 22, indent: 2, first: "- ")
    #expect(labelled.first?.utf8.starts(with: "- ".utf8) == true)
    #expect(labelled.dropFirst() == wrapped.dropFirst())
  }

  @Test("no element can run or load anything")
  func elements() {
    let active: Set = [
      "script", "iframe", "img", "object", "embed", "link", "style", "base", "meta", "image", "use",
      "foreignObject", "animate", "set",
    ]
    #expect(HTMLElement.allCases.allSatisfy { !active.contains($0.rawValue) })
  }

  @Test(
    "Markdown shows a text as it is",
    arguments: [
      ("a*b _c_ `d`", "a\\*b \\_c\\_ \\`d\\`"),
      ("snake_case", "snake_case"),
      ("<b> & |", "&lt;b&gt; &amp; \\|"),
      ("[l](x) \\ ~ $", "\\[l\\](x) \\\\ \\~ \\$"),
      ("http://x www.x", "http\\://x www\\.x"),
      ("two\nlines\u{202E}", "two lines\u{FFFD}"),
    ])
  func markdown(text: String, expected: String) {
    #expect(MarkdownText.escaped(text) == expected)
  }

  @Test(
    "what would begin a block at the beginning of a line does not",
    arguments: [
      ("# a", "\\# a"), ("- a", "\\- a"), ("+ a", "\\+ a"), ("12. a", "12\\. a"), ("1) a", "1\\) a"), ("12 a", "12 a"),
      ("===", "\\==="), ("    a", "a"), ("> a", "&gt; a"), (":-", "\\:-"), ("", ""),
    ])
  func lineStart(text: String, expected: String) {
    #expect(MarkdownText.escapedAtLineStart(text) == expected)
  }

  @Test(
    "code is quoted with more backquotes than it holds",
    arguments: [
      ("a", "`a`"), ("a`b", "``a`b``"), ("`a", "`` `a ``"), (" a ", "`  a  `"), ("", "` `"), ("a|b", "`a|b`"),
      ("`\u{301}a", "`` `\u{301}a ``"),
    ])
  func code(text: String, expected: String) {
    #expect(MarkdownText.code(text) == expected)
  }

  @Test("a bar in code is no border of a table's cell")
  func codeInTable() {
    #expect(MarkdownText.code("a\\|b", inTable: true) == "<code>a\\\\\\|b</code>")
    #expect(MarkdownText.code("ab", inTable: true) == "`ab`")
  }

  @Test("a fence is longer than any in the text")
  func fence() {
    #expect(MarkdownText.fence(around: "a `b`") == "```")
    #expect(MarkdownText.fence(around: "````") == "`````")
  }

  @Test(
    "sentences are told apart",
    arguments: [
      ("One. Two? Three! four.", ["One.", "Two?", "Three! four."]),
      ("In 3.5 s. (Aside.) \"Said.\" End", ["In 3.5 s.", "(Aside.)", "\"Said.\"", "End"]),
      ("  a\n\n b ", ["a b"]),
      ("", []),
    ])
  func sentences(text: String, expected: [String]) {
    #expect(MarkdownText.sentences(text) == expected)
  }

  @Test("nothing is there that is not seen")
  func visible() {
    #expect(
      VisibleText.clean("a\tb\r\nc\u{0}\u{7F}\u{AD}\u{2028}d\u{FFFF}") == "a b  c\u{FFFD}\u{FFFD}\u{FFFD} d\u{FFFD}")
    #expect(VisibleText.clean("a\nb", keepingLines: true) == "a\nb")
    #expect(VisibleText.oneLine(" ภาษา \n ไทย ") == "ภาษา ไทย")
  }

  @Test("no text becomes XML markup, and what XML can't hold is replaced")
  func xml() {
    var xml = XMLWriter()
    xml.element("a", [("b", "1 < \"2\" &\n\u{1B}\u{FFFE}")]) { xml in
      xml.element("c", text: "]]></c>\n&\u{0}\u{202E}")
      xml.element("d")
    }
    #expect(
      String(decoding: xml.bytes, as: UTF8.self) == """
        <?xml version="1.0" encoding="UTF-8"?>
        <a b="1 &lt; &quot;2&quot; &amp; \u{FFFD}\u{FFFD}">
          <c>]]&gt;&lt;/c&gt;
        &amp;\u{FFFD}\u{FFFD}</c>
          <d/>
        </a>

        """)
  }

  @Test("cells are quoted where they must be, and none is a formula")
  func csv() {
    var csv = CSVWriter()
    csv.record(["a", "b,c", "d \"e\"", "", "f\r\ng"])
    csv.record(["=1", "-2", "\t@x", "+", "\u{FF1D}1", "1-2", "a; =3", "x;\"+4"])
    #expect(
      String(decoding: csv.bytes, as: UTF8.self)
        == "a,\"b,c\",\"d \"\"e\"\"\",,f  g\r\n'=1,'-2, '@x,'+,'\u{FF1D}1,1-2,\"a; '=3\",\"x;\"\"'+4\"\r\n")
  }
}
