/// Why a document was not edited. It is as it was then.
public enum YAMLEditProblem: Error, Sendable, Hashable {
  /// It is not one YAML document without errors.
  case unreadable
  /// There is nothing at the path.
  case notThere(YAMLPath)
  /// What is there is no mapping, and keys are asked of it.
  case noMapping(YAMLPath)
  /// What is there is no list, and items are asked of it.
  case noList(YAMLPath)
  /// An anchor, an alias or a tag stands there: a change would reach further than it looks.
  case shared(YAMLPath)
  /// It is written in a way that the editor does not know, such as with `?` before a key.
  case unusual(YAMLPath)
  /// The change would make an error of a tab on a line without text, which only some values may have behind them.
  case tabbed(YAMLPath)
  /// A comment would have to go.
  case losesComment(YAMLPath)
  /// The edited document would hold more than is read of one.
  case tooMuch
  /// The edited document does not read back as it should: a mistake of the editor.
  case mistaken(YAMLPath)

  /// Lowercase, without a full stop, with the path in backticks.
  public var message: String {
    switch self {
    case .unreadable: "it is not one YAML document without errors"
    case .notThere(let path): "there is no `\(path)`"
    case .noMapping(let path): "`\(path)` holds something else than fields"
    case .noList(let path): "`\(path)` holds something else than a list"
    case .shared(let path): "`\(path)` is written with an anchor, an alias or a tag: write it out first"
    case .unusual(let path): "`\(path)` is written in a way that can't be edited: put it on lines of its own first"
    case .tabbed(let path):
      "`\(path)` can't be edited while tabs stand on a line without text: take them out first"
    case .losesComment(let path): "a comment inside `\(path)` would be lost: move it first"
    case .tooMuch:
      "it would hold more than is read of one document: shorten the text, or put it into a file of evidence"
    case .mistaken(let path): "the change at `\(path)` would not read back as it was meant: this is a mistake of ours"
    }
  }
}
