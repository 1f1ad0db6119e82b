/// Writes XML 1.0 in which no text can become markup: names of elements and attributes are the program's, texts and
/// values are escaped, and what XML has no characters for, or what hides or reorders what is read, is replaced.
///
/// ```swift
/// var xml = XMLWriter()
/// xml.element("skipped", [("message", "a < \"b\"")])  // <skipped message="a &lt; &quot;b&quot;"/>
/// ```
public struct XMLWriter {
  public private(set) var bytes: [UInt8] = []
  private var depth = 0

  /// Begins with the declaration.
  public init() {
    write("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n")
  }

  /// An element on lines of its own, with what the closure writes inside.
  public mutating func element(
    _ name: StaticString, _ attributes: [(name: StaticString, value: String)] = [], content: (inout XMLWriter) -> Void
  ) {
    open(name, attributes)
    write(">\n")
    depth += 1
    content(&self)
    depth -= 1
    indent()
    write("</\(name)>\n")
  }

  /// An element with a text inside, whose lines are kept; without a text an empty element.
  public mutating func element(
    _ name: StaticString, _ attributes: [(name: StaticString, value: String)] = [], text: String = ""
  ) {
    open(name, attributes)
    write(text.isEmpty ? "/>\n" : ">\(MarkupText.escaped(VisibleText.clean(text, keepingLines: true)))</\(name)>\n")
  }

  private mutating func open(_ name: StaticString, _ attributes: [(name: StaticString, value: String)]) {
    indent()
    write("<\(name)")
    for (name, value) in attributes { write(" \(name)=\"\(MarkupText.escaped(VisibleText.clean(value)))\"") }
  }

  private mutating func indent() { bytes.append(contentsOf: repeatElement(0x20, count: 2 * depth)) }

  private mutating func write(_ text: String) { bytes.append(contentsOf: text.utf8) }
}
