extension HTMLAttribute {
  /// Leads to a page of the same site.
  public static func link(_ path: SitePath) -> HTMLAttribute { HTMLAttribute("href", path.text) }

  /// The page, or the step, that is shown.
  public static let current = HTMLAttribute("aria-current", "page")

  // MARK: Forms

  /// Where a form is sent to, in the body of the request.
  public static func sent(to path: SitePath) -> [HTMLAttribute] {
    [HTMLAttribute("method", "post"), HTMLAttribute("action", path.text)]
  }

  /// Of a form with a file.
  public static let withFiles = HTMLAttribute("enctype", "multipart/form-data")

  /// What a field is for; `file` and `hidden` among them.
  public enum InputKind: String, Sendable {
    case checkbox, date, file, hidden, password, radio, text
  }

  public static func kind(_ kind: InputKind) -> HTMLAttribute { HTMLAttribute("type", kind.rawValue) }

  /// The button that sends its form.
  public static let sends = HTMLAttribute("type", "submit")

  /// What a field is called in what is sent.
  public static func name(_ name: String) -> HTMLAttribute { HTMLAttribute("name", name) }
  public static func value(_ value: String) -> HTMLAttribute { HTMLAttribute("value", value) }
  public static let selected = HTMLAttribute("selected", "selected")
  public static let required = HTMLAttribute("required", "required")
  public static func rows(_ count: Int) -> HTMLAttribute { HTMLAttribute("rows", String(count)) }
  /// Keyboards of phones show digits.
  public static let decimal = HTMLAttribute("inputmode", "decimal")
  /// Browsers offer nothing that was typed elsewhere.
  public static let noSuggestions = HTMLAttribute("autocomplete", "off")
  public static let invalid = HTMLAttribute("aria-invalid", "true")
  /// The ids of what says more of a field.
  public static func describedBy(_ ids: [String]) -> HTMLAttribute {
    HTMLAttribute("aria-describedby", ids.joined(separator: " "))
  }

  // MARK: States

  /// Of `details` that are unfolded at first.
  public static let open = HTMLAttribute("open", "open")
  /// Not shown at all.
  public static let absent = HTMLAttribute("hidden", "hidden")
  /// Read out when it changes, once nothing else is being read.
  public static let live = HTMLAttribute("aria-live", "polite")
  /// Something for the page's script.
  public static func data(_ name: StaticString, _ value: String) -> HTMLAttribute {
    HTMLAttribute(prefix: "data-", name, value)
  }
}
