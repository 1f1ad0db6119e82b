/// Writes HTML in which no text can become markup: elements and the names of attributes are the program's, texts and
/// values are escaped, and nothing else can be written.
///
/// ```swift
/// var html = HTMLWriter()
/// html.element(.p, [.id("x")]) { $0.text("a < b") }  // <p id="x">a &lt; b</p>
/// ```
public struct HTMLWriter {
  public private(set) var bytes: [UInt8] = []

  public init() {}

  /// An element with what the closure writes inside.
  public mutating func element(
    _ element: HTMLElement, _ attributes: [HTMLAttribute] = [], content: (inout HTMLWriter) -> Void
  ) {
    if !element.isInline { beginLine() }
    write("<")
    write(element.rawValue)
    for attribute in attributes {
      write(" ")
      write(attribute.name)
      write("=\"")
      text(attribute.value)
      write("\"")
    }
    write(">")
    if element.isVoid { return }
    content(&self)
    if element.holdsBlocks { beginLine() }
    write("</")
    write(element.rawValue)
    write(">")
    if !element.isInline { beginLine() }
  }

  /// An element with a text inside.
  public mutating func element(_ element: HTMLElement, _ attributes: [HTMLAttribute] = [], text: String) {
    self.element(element, attributes) { $0.text(text) }
  }

  /// An element with nothing inside.
  public mutating func element(_ element: HTMLElement, _ attributes: [HTMLAttribute]) {
    self.element(element, attributes) { _ in }
  }

  /// A text on a line.
  public mutating func text(_ text: String) {
    // Nearly every text is as it is written.
    if MarkupText.isPlain(text) { write(text) } else { write(MarkupText.escaped(VisibleText.clean(text))) }
  }

  /// A text whose lines are kept, for `pre`.
  public mutating func lines(_ text: String) { write(MarkupText.escaped(VisibleText.clean(text, keepingLines: true))) }

  /// What somebody typed, or might have, for `textarea`: exactly that, but for what no page can hold.
  public mutating func typed(_ text: String) {
    // Readers drop the first line break.
    write("\n" + MarkupText.escaped(Self.holdable(text)))
  }

  /// What begins a page of a site: its language's name, its title, and where its one stylesheet and its one script are,
  /// after which the caller writes the body.
  public mutating func beginPage(language: StaticString, title: String, stylesheet: SitePath, script: SitePath) {
    write(
      """
      <!DOCTYPE html>
      <html lang="\(language)">
      <head>
      <meta charset="utf-8">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <meta name="color-scheme" content="light dark">

      """)
    element(.title, text: title)
    write("<link rel=\"stylesheet\" href=\"\(MarkupText.escaped(stylesheet.text))\">\n")
    write("<script src=\"\(MarkupText.escaped(script.text))\" defer></script>\n</head>\n")
  }

  /// What begins a page that needs nothing else: its language's name, its title and its styles, after which the caller writes the body.
  ///
  /// `margins` is what stands in the margins of every printed page (CSS Paged Media Module Level 3, section 5), by the
  /// name of the margin box.
  public mutating func beginPage(
    language: StaticString, title: String, stylesheets: [StaticString],
    margins: [(box: StaticString, text: String)] = []
  ) {
    write(
      """
      <!DOCTYPE html>
      <html lang="\(language)">
      <head>
      <meta charset="utf-8">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <meta name="color-scheme" content="light dark">
      <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">

      """)
    element(.title, text: title)
    write("<style>\n")
    for stylesheet in stylesheets { write("\(stylesheet)\n") }
    for margin in margins {
      write("@page { @\(margin.box) { content: \"\(Self.styleString(VisibleText.oneLine(margin.text)))\"; } }\n")
    }
    write("</style>\n</head>\n")
  }

  /// What ends it.
  public mutating func endPage() { write("</html>\n") }

  private mutating func write(_ text: String) { bytes.append(contentsOf: text.utf8) }

  /// Control characters have no place in HTML (section 13.1.4.1), except lines and tabs.
  private static func holdable(_ text: String) -> String {
    String(
      String.UnicodeScalarView(
        text.unicodeScalars.map { scalar in
          let isPlain = scalar == "\n" || scalar == "\t" || scalar.properties.generalCategory != .control
          return isPlain && !scalar.properties.isNoncharacterCodePoint ? scalar : "\u{FFFD}"
        }))
  }

  private mutating func beginLine() {
    if let last = bytes.last, last != 0x0A { bytes.append(0x0A) }
  }

  /// A text inside quotes in a stylesheet: all but letters, digits and spaces as escapes (CSS Syntax Module Level 3,
  /// section 4.3.7), so that it ends neither the quotes nor the stylesheet.
  private static func styleString(_ text: String) -> String {
    text.unicodeScalars.map { scalar in
      let isPlain = scalar == " " || scalar.isASCII && scalar.properties.isAlphabetic || "0"..."9" ~= scalar
      return isPlain ? String(scalar) : "\\" + String(scalar.value, radix: 16) + " "
    }.joined()
  }
}
