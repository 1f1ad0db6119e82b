internal import LocalFiles
internal import ProjectFiles

/// Who may ask, and under which names.
public struct Access: Sendable {
  /// Names of the server beside those of the loopback interface and the address it is reached by.
  let hostNames: [String]
  /// What everybody has to know; nil where only this machine can ask.
  let token: AccessToken?

  public init(hostNames: [String], token: AccessToken?) {
    self.hostNames = hostNames
    self.token = token
  }

  /// For programs and people on the same machine.
  public static let loopback = Access(hostNames: [], token: nil)
}

/// What somebody has to know to use a server that others can reach.
public struct AccessToken: Sendable {
  static let fewest = 32
  static let most = 1024

  let text: String

  /// Reads a token from a file. Throws a `Failure` where others can read the file, or where it holds no token of 32
  /// characters or more, and a `FileProblem` where it can't be read.
  public init(file: String) throws {
    let bytes = try LocalFile.contents(file, limit: 65_536)
    if let permissions = LocalFile.permissions(file), permissions & 0o007 != 0 {
      throw Failure(
        .usage, "others than its owner can use `\(file)`: run `chmod 600` on it, and write a new token into it")
    }
    try self.init(String(decoding: bytes, as: UTF8.self), from: file)
  }

  init(_ text: String, from file: String) throws {
    var text = text
    while text.last?.isNewline == true { text.removeLast() }
    guard (Self.fewest...Self.most).contains(text.utf8.count), text.utf8.allSatisfy({ (0x21...0x7E).contains($0) })
    else {
      throw Failure(
        .usage,
        "`\(file)` holds no access token: it needs \(Self.fewest) to \(Self.most) letters, digits and marks on one line, "
          + "such as `openssl rand -hex 32` writes")
    }
    self.text = text
  }
}
