internal import SystemPackage

/// Why a file can't be read or written, in words for whoever named it.
public struct FileProblem: Error, Sendable {
  /// What a caller does something different about.
  public enum Kind: Sendable {
    /// There is nothing of that name.
    case missing
    /// The reader of what is written went away.
    case closedPipe
    /// There is something of the name that a new file was to get.
    case taken
    /// There is more than is read of any file.
    case tooLarge
    case other
  }

  public let kind: Kind
  /// The path as it was named.
  public let path: String
  /// Lowercase, without a full stop, with the path in backticks.
  public let message: String

  init(_ doing: String, _ path: String, _ error: any Error) {
    self.path = path
    let number = error as? Errno
    switch number {
    case .noSuchFileOrDirectory?, .notDirectory?:
      kind = doing == Self.reading ? .missing : .other
      message =
        doing == Self.reading
        ? "there is no `\(path)`" : "can't \(doing) `\(path)`: its folder is not there"
    case .brokenPipe?:
      kind = .closedPipe
      message = "can't \(doing) `\(path)`: its reader went away before everything was written"
    case .fileExists?:
      kind = .taken
      message = "`\(path)` is there already: it was left as it is"
    case .illegalByteSequence?:
      kind = .other
      message = "can't \(doing) `\(path)`: its name is not in UTF-8, give it another one"
    case let number?:
      kind = .other
      message = "can't \(doing) `\(path)`: \(number.description.lowercasedFirst)"
    default:
      kind = .other
      message = "can't \(doing) `\(path)`"
    }
  }

  init(tooLarge path: String, limit: Int) {
    kind = .tooLarge
    self.path = path
    message = "`\(path)` is larger than \(limit) bytes, or has no end: it was not read"
  }

  init(lockedByOthers path: String) {
    kind = .other
    self.path = path
    message = "`\(path)` is locked by another program, which has not let go for 10 seconds: it was left as it is"
  }

  init(changedWhileRead path: String) {
    kind = .other
    self.path = path
    message = "`\(path)` was written to while it was read: run this again once it is whole"
  }

  static let reading = "read"
  static let writing = "write"
}

extension String {
  fileprivate var lowercasedFirst: String { prefix(1).lowercased() + dropFirst() }
}
