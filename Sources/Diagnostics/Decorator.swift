/// How emphasis is written: not at all, or with the colours of a terminal.
public enum Decorator: Sendable {
  case plain, terminal

  /// What a piece of text is, not how it looks.
  public enum Style: Sendable {
    case good, caution, bad, quiet, strong
  }

  /// The text, with escape sequences around it where the decorator is a terminal's.
  public func paint(_ text: String, as style: Style) -> String {
    switch self {
    case .plain: text
    case .terminal: "\u{1B}[\(code(of: style))m\(text)\u{1B}[0m"
    }
  }

  private func code(of style: Style) -> String {
    switch style {
    case .good: "32"
    case .caution: "33"
    case .bad: "31;1"
    case .quiet: "2"
    case .strong: "1"
    }
  }
}
