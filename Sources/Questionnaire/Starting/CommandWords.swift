internal import Diagnostics

/// Words of a command line that somebody may copy into a shell.
public enum CommandWords {
  /// A file's name as a shell takes it for one word.
  public static func quoted(_ name: String) -> String {
    let seen = DiagnosticRenderer.printable(name)
    let isPlain =
      !seen.isEmpty
      && seen.utf8.allSatisfy { byte in
        switch byte {
        case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2B, 0x2C, 0x2D, 0x2E, 0x2F, 0x40, 0x5F: true
        default: byte >= 0x80
        }
      }
    if isPlain { return seen }
    // A shell takes a quote for one whatever accent stands behind it.
    let parts = seen.unicodeScalars.split(separator: "'", omittingEmptySubsequences: false)
    return "'" + parts.map { String($0) }.joined(separator: "'\\''") + "'"
  }
}
