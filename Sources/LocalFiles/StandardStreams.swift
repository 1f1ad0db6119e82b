internal import Glibc
internal import SystemPackage

/// Standard input, output and error, as whoever starts the process hands them over.
public enum StandardStreams {
  /// Has every problem with writing reported as an error. Called before anything is opened.
  ///
  /// Otherwise a closed pipe and a limit to the size of files end the process, and what it was writing stays behind. And
  /// where one of the streams is closed from the start, the next file that is opened gets its number: what is said on
  /// standard error would stand in a report.
  public static func reportProblems() {
    _ = signal(SIGPIPE, SIG_IGN)
    _ = signal(SIGXFSZ, SIG_IGN)
    for number: Int32 in 0...2 where fcntl(number, F_GETFD) == -1 {
      // The lowest free number is the closed one's. Opened the other way round, it fails whoever uses it, as it would have.
      _ = try? FileDescriptor.open(FilePath("/dev/null"), number == 0 ? .writeOnly : .readOnly)
    }
  }
}
