internal import Glibc

/// What is known of a terminal, if there is one.
public enum Terminal {
  /// Whether the descriptor is that of a terminal: 1 for standard output, 2 for standard error.
  public static func isTerminal(_ descriptor: Int32) -> Bool { isatty(descriptor) == 1 }

  /// Columns of the terminal behind a descriptor; nil where there is none.
  public static func columns(_ descriptor: Int32) -> Int? {
    var size = winsize()
    // SAFETY: the kernel writes one `winsize` to the pointer, which is valid for the call.
    guard isTerminal(descriptor), unsafe ioctl(descriptor, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else {
      return nil
    }
    return Int(size.ws_col)
  }

  /// Writes to a closed pipe are reported as errors, instead of ending the process.
  public static func reportClosedPipes() { _ = signal(SIGPIPE, SIG_IGN) }
}
