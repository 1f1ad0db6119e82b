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
  /// it would answer questions that were not asked yet. Throws a `FileProblem` where the input can't be read.
  static func read() throws(FileProblem) -> TypedLine {
    let hasTerminal = Terminal.isTerminal(0)
    guard let typed = try StandardInput.line() else {
      Console.write("\n")
      return .end
    }
    if !typed.isEnded, hasTerminal {
      // It stands on the screen without a line break of its own.
      Console.write("\n")
      return .refused("what was typed was not taken, since no Enter ended it; Ctrl-D on an empty line ends")
    }
    if typed.bytes.count >= (hasTerminal ? longest : StandardInput.longest) {
      if hasTerminal { _ = Terminal.discardWaiting() }
      return .refused(
        hasTerminal
          ? "the line is longer than a terminal keeps, and was not taken: write it into the file, or shorten it"
          : "the line is longer than \(StandardInput.longest) bytes, and was not taken")
    }
    let line = String(decoding: typed.bytes, as: UTF8.self)
    // A command is no part of a text, and may be typed ahead.
    guard hasTerminal, !line.hasPrefix(":") else { return .line(line) }
    if Terminal.discardWaiting() {
      return .refused(
        "several lines came at once, and none was taken: an answer is one line, so join them and try again")
    }
    return .line(line)
  }
}
