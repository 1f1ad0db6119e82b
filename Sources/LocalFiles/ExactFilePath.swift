internal import SystemPackage

extension FilePath {
  /// A path as the system reads it.
  ///
  /// Throws `illegalByteSequence` for a name that was not in UTF-8: what stands in place of its bytes may be the name of
  /// another file. A slash at the end stays, behind which nothing but a folder is; `FilePath` would leave it out.
  init(exactly path: String) throws(Errno) {
    if Self.isRepaired(path) { throw .illegalByteSequence }
    self.init(path.utf8.last == UInt8(ascii: "/") ? path + "." : path)
  }

  /// Whether a name has the character that Swift puts in the place of bytes that are not UTF-8.
  static func isRepaired(_ path: String) -> Bool { path.unicodeScalars.contains("\u{FFFD}") }
}
