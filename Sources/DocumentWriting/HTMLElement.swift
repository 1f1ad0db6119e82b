/// The elements that documents and pages are made of. No other can be written: what could run or load something is not
/// among them.
public enum HTMLElement: String, Sendable, CaseIterable {
  case a, article, aside, body, button, caption, code, dd, defs, details, dfn, div, dl, dt, fieldset, figcaption,
    figure, footer, form, h1, h2, h3, h4, h5, h6, head, header, html, input, label, legend, li, line, main
  case nav, ol, option, p, pattern, pre, rect, section, select, small, span, strong, summary, svg, table, tbody, td,
    text, textarea, th, thead, title, tr, ul

  /// Whether it stands within a line of text.
  var isInline: Bool {
    switch self {
    case .a, .button, .code, .dfn, .input, .label, .select, .small, .span, .strong, .textarea: true
    default: false
    }
  }

  /// Whether what stands inside begins on a line of its own.
  var holdsBlocks: Bool {
    switch self {
    case .article, .aside, .body, .defs, .details, .div, .dl, .fieldset, .figure, .footer, .form, .head, .header,
      .html, .main, .nav, .ol, .pattern, .section, .svg, .table, .tbody, .thead, .tr, .ul:
      true
    default: false
    }
  }
}

extension HTMLElement {
  /// Whether nothing can stand inside, and no end is written.
  var isVoid: Bool { self == .input }
}

/// An attribute of an element. Its value may come from anywhere: it is escaped where it is written.
public struct HTMLAttribute: Sendable {
  let name: String
  let value: String

  init(_ name: StaticString, _ value: String) {
    self.name = name.description
    self.value = value
  }

  /// A name that begins with one of the program's.
  init(prefix: StaticString, _ name: StaticString, _ value: String) {
    self.name = prefix.description + name.description
    self.value = value
  }

  /// Classes made of the names that filters have.
  init(tags: [String]) { self.init("class", tags.joined(separator: " ")) }

  public static func id(_ value: String) -> HTMLAttribute { HTMLAttribute("id", value) }

  /// The names of classes, which only the program gives.
  public static func styled(_ value: StaticString) -> HTMLAttribute { HTMLAttribute("class", value.description) }

  /// Leads to an element of the same page, by its id; nowhere else can be led to.
  public static func target(_ id: String) -> HTMLAttribute {
    HTMLAttribute("href", "#" + SitePath.percentEncoded(id))
  }

  public static func title(_ value: String) -> HTMLAttribute { HTMLAttribute("title", value) }
  public static func language(_ value: StaticString) -> HTMLAttribute { HTMLAttribute("lang", value.description) }
  public static func label(_ value: String) -> HTMLAttribute { HTMLAttribute("aria-label", value) }
  public static func labelledBy(_ id: String) -> HTMLAttribute { HTMLAttribute("aria-labelledby", id) }
  public static func role(_ value: StaticString) -> HTMLAttribute { HTMLAttribute("role", value.description) }
  /// What says nothing that is not said beside it.
  public static let hidden = HTMLAttribute("aria-hidden", "true")
  public static func tabIndex(_ value: Int) -> HTMLAttribute { HTMLAttribute("tabindex", String(value)) }
  /// What a header cell is the header of.
  public static func scope(_ value: StaticString) -> HTMLAttribute { HTMLAttribute("scope", value.description) }

  /// A choice among those of the same name.
  public static func radio(name: StaticString) -> [HTMLAttribute] {
    [HTMLAttribute("type", "radio"), HTMLAttribute("name", name.description)]
  }
  public static let checked = HTMLAttribute("checked", "checked")
  /// The id of what a label names.
  public static func labelOf(_ id: String) -> HTMLAttribute { HTMLAttribute("for", id) }

  // MARK: Drawings

  public static func viewBox(_ width: Int, _ height: Int) -> HTMLAttribute {
    HTMLAttribute("viewBox", "0 0 \(width) \(height)")
  }
  /// The place and size of a part of a drawing, in its units.
  public static func box(_ x: Int, _ y: Int, _ width: Int, _ height: Int) -> [HTMLAttribute] {
    position(x, y) + [HTMLAttribute("width", String(width)), HTMLAttribute("height", String(height))]
  }
  public static func position(_ x: Int, _ y: Int) -> [HTMLAttribute] {
    [HTMLAttribute("x", String(x)), HTMLAttribute("y", String(y))]
  }
  public static func ends(_ x1: Int, _ y1: Int, _ x2: Int, _ y2: Int) -> [HTMLAttribute] {
    [("x1", x1), ("y1", y1), ("x2", x2), ("y2", y2)].map { HTMLAttribute($0.0, String($0.1)) }
  }
  /// Fills with a pattern of the same page, by its id.
  public static func fill(pattern id: String) -> HTMLAttribute {
    HTMLAttribute("fill", "url(#\(SitePath.percentEncoded(id)))")
  }
  /// A pattern is measured in the units of the drawing, and slants by 45 degrees.
  public static let slantedPattern = [
    HTMLAttribute("patternUnits", "userSpaceOnUse"), HTMLAttribute("patternTransform", "rotate(45)"),
  ]
}
