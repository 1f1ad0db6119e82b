public import Diagnostics

/// A paragraph that an interview shows. Whoever shows it breaks it into lines, and makes harmless what is in it.
public struct InterviewLine: Sendable, Hashable {
  /// Stands before the first line; the others begin below its end.
  public let label: String
  public let text: String
  /// Of the text; plain where it is nil.
  public let style: Decorator.Style?

  init(_ text: String = "", label: String = "", style: Decorator.Style? = nil) {
    self.label = label
    self.text = text
    self.style = style
  }

  /// A name before what is said of it, in a column that suits the names of this kind.
  static func field(_ name: String, _ text: String, style: Decorator.Style? = nil) -> InterviewLine {
    InterviewLine(text, label: "  " + name.padded(to: 10), style: style)
  }
}

extension String {
  func padded(to count: Int) -> String { self + String(repeating: " ", count: max(1, count - unicodeScalars.count)) }
}
