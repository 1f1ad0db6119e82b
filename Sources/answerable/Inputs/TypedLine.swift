internal import LocalFiles

/// A line that somebody types, where what was not meant as an answer must not be taken for one.
enum TypedLine {
  case line(String)
  case end
  /// Why it was not taken.
  case refused(String)

  /// Bytes that a terminal keeps of a line; what is typed beyond them is gone before anybody reads it.
  private static let longest = 4095

  /// The next line. Where more was waiting behind it, such as the rest of a text that was pasted, nothing of it is taken:
  /// it would answer questions that were not asked yet.
  static func read() -> TypedLine {
    let hasTerminal = Terminal.isTerminal(0)
    // What stands before Ctrl-D was not ended by Enter: nobody meant it yet.
    guard let typed = readLine(strippingNewline: false), !hasTerminal || typed.last?.isNewline == true else {
      Console.write("\n")
      return .end
    }
    let line = typed.last?.isNewline == true ? String(typed.dropLast()) : typed
    // A command is no part of a text, and may be typed ahead.
    guard hasTerminal, !line.hasPrefix(":") else { return .line(line) }
    if Terminal.discardWaiting() {
      return .refused(
        "several lines came at once, and none was taken: an answer is one line, so join them and try again")
    }
    if line.utf8.count >= longest {
      return .refused(
        "the line is longer than a terminal keeps, and was not taken: write it into the file, or shorten it")
    }
    return .line(line)
  }
}
