internal import Glibc
internal import SystemPackage

/// A file beside another one, which is to take its place: how it is called, and what becomes of those whose writer was
/// killed before that.
///
/// Whoever writes one holds its lock from the beginning to the end, so that what nobody holds is nobody's.
enum TemporaryFile {
  /// Seconds after which what nobody holds is cleared away: its writer may not have come to the lock yet.
  private static let patience = 60

  /// Makes one. What another run left behind, or another thread writes, is never in the way.
  static func open(beside target: String) throws -> (path: String, descriptor: FileDescriptor) {
    let path = "\(target).\(getpid())-\(String(UInt32.random(in: 0...UInt32.max), radix: 36)).tmp"
    let descriptor = try FileDescriptor.open(
      FilePath(path), .writeOnly, options: [.create, .exclusiveCreate],
      permissions: [.ownerReadWrite, .groupRead, .otherRead])
    // A file system that knows no locks lets nobody have one, and so nothing is cleared away there.
    _ = flock(descriptor.rawValue, LOCK_EX | LOCK_NB)
    return (path, descriptor)
  }

  /// Whether a name is that of one that belongs to a file of that name.
  static func isName(_ name: String, for target: String) -> Bool {
    guard name.hasPrefix(target + "."), name.hasSuffix(".tmp") else { return false }
    let parts = name.dropFirst(target.count + 1).dropLast(4).split(separator: "-", omittingEmptySubsequences: false)
    return parts.count == 2 && UInt32(parts[0]) != nil && UInt32(parts[1], radix: 36) != nil
  }

  /// Takes away those beside a file that are ours, old, and that nobody writes any more. What can't be taken away stays:
  /// it is in nobody's way.
  static func clear(beside target: String) {
    guard let cut = target.lastIndex(of: "/") else { return }
    let (folder, own) = (String(target[...cut]), String(target[target.index(after: cut)...]))
    guard let names = try? LocalFile.names(in: folder) else { return }
    for name in names where isName(name, for: own) { removeIfLeft(folder + name) }
  }

  private static func removeIfLeft(_ path: String) {
    guard
      let descriptor = try? FileDescriptor.open(FilePath(path), .readOnly, options: [.noFollow, .nonBlocking])
    else { return }
    defer { try? descriptor.close() }
    guard let found = try? descriptor.stat(), found.type == .regular, found.userID.rawValue == geteuid(),
      Int(found.st_mtim.tv_sec) < time(nil) - patience, flock(descriptor.rawValue, LOCK_EX | LOCK_NB) == 0
    else { return }
    // SAFETY: the path is passed as a C string that lives for the call.
    unsafe _ = unlink(path)
  }
}
