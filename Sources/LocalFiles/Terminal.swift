internal import Glibc

/// What is known of a terminal, if there is one.
public enum Terminal {
  /// Whether the descriptor is that of a terminal: 1 for standard output, 2 for standard error.
  public static func isTerminal(_ descriptor: Int32) -> Bool { isatty(descriptor) == 1 }

  /// Columns of the terminal behind a descriptor; nil where there is none.
  public static func columns(_ descriptor: Int32) -> Int? {
    guard isTerminal(descriptor), let columns = SystemCalls.columns(descriptor), columns > 0 else { return nil }
    return columns
  }

  /// What the environment says that a variable is, such as `NO_COLOR`; nil where it has none of that name.
  public static func variable(_ name: String) -> String? { SystemCalls.variable(name) }

  /// Has everything written in at least so many columns, whatever the environment says and however narrow the terminal is.
  /// Called before there are other threads.
  public static func ensureColumns(atLeast least: Int) {
    let named = variable("COLUMNS").flatMap { Int($0) }
    guard let known = named ?? columns(1), known < least else { return }
    SystemCalls.set("COLUMNS", to: String(least))
  }

  /// Throws away what waits to be read from standard input, and says whether there was something.
  public static func discardWaiting() -> Bool {
    var isAnything = false
    // What is pasted comes in pieces, one right behind the other.
    while SystemCalls.hasInput(0, within: 20) == true {
      isAnything = true
      tcflush(0, TCIFLUSH)
    }
    return isAnything
  }
}
