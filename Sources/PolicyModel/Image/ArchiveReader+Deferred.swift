internal import Archiving
internal import Sharing

extension ArchiveReader {
  /// What the part that follows holds, read when somebody asks for it, out of an archive that is known to be whole.
  mutating func readDeferred<Object: AnyObject & Sendable>(
    _ read: @escaping @Sendable (inout ArchiveReader) -> Object
  ) -> Deferred<Object> {
    let part = readPart()
    return Deferred {
      var part = part
      let object = read(&part)
      precondition(part.isAtEnd, "an archive that is whole holds what was written")
      return object
    }
  }
}
