/// How many files and connections this process may have open at once.
public enum OpenFiles {
  /// Raises the limit as far as whoever runs this allows, and says what it is then; nil where that can't be said.
  public static func raiseLimit() -> Int? { SystemCalls.raiseOpenFileLimit() }
}
