/// The elements that documents are made of. No other can be written: what could run or load something is not among them.
public enum HTMLElement: String, Sendable, CaseIterable {
  case a, article, body, caption, code, dd, dfn, div, dl, dt, footer, h1, h2, h3, h4, h5, h6, head, header, html, li,
    main
  case nav, ol, p, pre, section, small, span, strong, table, tbody, td, th, thead, title, tr, ul

  /// Whether it stands within a line of text.
  var isInline: Bool {
    switch self {
    case .a, .code, .dfn, .small, .span, .strong: true
    default: false
    }
  }

  /// Whether what stands inside begins on a line of its own.
  var holdsBlocks: Bool {
    switch self {
    case .article, .body, .div, .dl, .footer, .head, .header, .html, .main, .nav, .ol, .section, .table, .tbody,
      .thead, .tr, .ul:
      true
    default: false
    }
  }
}

/// An attribute of an element. Its value may come from anywhere: it is escaped where it is written.
public struct HTMLAttribute: Sendable {
  let name: String
  let value: String

  private init(_ name: StaticString, _ value: String) {
    self.name = "\(name)"
    self.value = value
  }

  public static func id(_ value: String) -> HTMLAttribute { HTMLAttribute("id", value) }

  /// The names of classes, which only the program gives.
  public static func styled(_ value: StaticString) -> HTMLAttribute { HTMLAttribute("class", "\(value)") }

  /// Leads to an element of the same page, by its id; nowhere else can be led to.
  public static func target(_ id: String) -> HTMLAttribute {
    HTMLAttribute("href", "#" + percentEncoded(id))
  }

  public static func title(_ value: String) -> HTMLAttribute { HTMLAttribute("title", value) }
  public static func language(_ value: StaticString) -> HTMLAttribute { HTMLAttribute("lang", "\(value)") }
  public static func label(_ value: String) -> HTMLAttribute { HTMLAttribute("aria-label", value) }
  public static func labelledBy(_ id: String) -> HTMLAttribute { HTMLAttribute("aria-labelledby", id) }
  public static func role(_ value: StaticString) -> HTMLAttribute { HTMLAttribute("role", "\(value)") }
  public static func tabIndex(_ value: Int) -> HTMLAttribute { HTMLAttribute("tabindex", String(value)) }
  /// What a header cell is the header of.
  public static func scope(_ value: StaticString) -> HTMLAttribute { HTMLAttribute("scope", "\(value)") }

  private static func percentEncoded(_ id: String) -> String {
    var out = ""
    for byte in id.utf8 {
      switch byte {
      case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2D, 0x2E, 0x5F: out.unicodeScalars.append(Unicode.Scalar(byte))
      default: out += "%" + (byte < 16 ? "0" : "") + String(byte, radix: 16, uppercase: true)
      }
    }
    return out
  }
}
