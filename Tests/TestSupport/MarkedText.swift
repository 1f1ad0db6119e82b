/// A text in which `⟦` and `⟧` stand around what must be pointed at.
public struct MarkedText: Sendable {
  /// What stands between two marks, and where it begins; columns in Unicode scalars.
  public struct Mark: Sendable, Hashable {
    public let line: Int
    public let column: Int
    public let text: String
  }

  /// Without the marks.
  public private(set) var text = ""
  /// In the order of the text.
  public private(set) var marks: [Mark] = []

  public init(_ marked: String) {
    var line = 1
    var column = 1
    var open: (line: Int, column: Int, text: String)?
    for scalar in marked.unicodeScalars {
      switch scalar {
      case "⟦": open = (line, column, "")
      case "⟧":
        if let open { marks.append(Mark(line: open.line, column: open.column, text: open.text)) }
        open = nil
      default:
        text.unicodeScalars.append(scalar)
        open?.text.unicodeScalars.append(scalar)
        column += 1
        if scalar == "\n" { (line, column) = (line + 1, 1) }
      }
    }
  }
}
