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

  /// Throws away what waits to be read from standard input, and says whether there was something.
  public static func discardWaiting() -> Bool {
    // What is pasted comes in pieces, one right behind the other.
    var waiting = pollfd(fd: 0, events: Int16(POLLIN), revents: 0)
    // SAFETY: the kernel writes to the one `pollfd` that the pointer leads to, which is valid for the call.
    guard unsafe poll(&waiting, 1, 20) > 0 else { return false }
    while unsafe poll(&waiting, 1, 20) > 0 { tcflush(0, TCIFLUSH) }
    return true
  }
}
