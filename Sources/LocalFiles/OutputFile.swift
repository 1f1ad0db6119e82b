internal import Glibc
internal import SystemPackage

/// A file that is there whole or not at all: bytes go to a temporary file beside it, which takes its place when finished.
///
/// A device or a pipe (`/dev/stdout`), and standard output, are written to as they are.
public final class OutputFile {
  /// As it was named.
  private let name: String
  private let path: String
  private let temporary: String?
  private let descriptor: FileDescriptor
  private var isOpen = true

  private init(named name: String, path: String? = nil, temporary: String? = nil, descriptor: FileDescriptor) {
    self.name = name
    self.path = path ?? name
    self.temporary = temporary
    self.descriptor = descriptor
  }

  /// Standard output.
  public static var standardOutput: OutputFile {
    OutputFile(named: "standard output", descriptor: .standardOutput)
  }

  /// Standard error.
  public static var standardError: OutputFile {
    OutputFile(named: "standard error", descriptor: .standardError)
  }

  /// Opens a file for writing; what is there stays as it is until `finish`.
  public static func replacing(_ path: String) throws(FileProblem) -> OutputFile {
    // Opened anew, a file behind these would be written over from its beginning.
    if ["/dev/stdout", "/dev/fd/1", "/proc/self/fd/1"].contains(path) { return standardOutput }
    if ["/dev/stderr", "/dev/fd/2", "/proc/self/fd/2"].contains(path) { return standardError }
    do {
      switch LocalFile.kind(path) {
      case .folder: throw Errno.isDirectory
      case .other:
        return OutputFile(named: path, descriptor: try FileDescriptor.open(FilePath(exactly: path), .writeOnly))
      case .file, .missing: break
      }
      // A link stays a link: the file that it leads to is replaced.
      let target = LocalFile.resolved(path) ?? path
      // Whoever closed a file to changes did not mean those that put another in its place.
      if LocalFile.kind(target) == .file { try SystemCalls.requireWritable(target) }
      let (temporary, descriptor) = try TemporaryFile.create(for: target)
      let file = OutputFile(named: path, path: target, temporary: temporary, descriptor: descriptor)
      if let old = try? FilePath(exactly: target).stat() {
        // Only some may give a file away. Others keep its group, where they belong to it.
        if fchown(descriptor.rawValue, old.userID.rawValue, old.groupID.rawValue) != 0 {
          _ = fchown(descriptor.rawValue, uid_t.max, old.groupID.rawValue)
        }
        // Who could not read the old file must not be able to read the new one.
        if fchmod(descriptor.rawValue, old.permissions.rawValue) != 0 {
          file.discard()
          throw Errno(rawValue: errno)
        }
      }
      return file
    } catch {
      throw FileProblem(FileProblem.writing, path, error)
    }
  }

  public func write(_ bytes: [UInt8]) throws(FileProblem) {
    do {
      try SystemCalls.write(bytes, to: descriptor)
    } catch {
      throw FileProblem(FileProblem.writing, name, error)
    }
  }

  /// Puts the file in its place, once its bytes are on the disk.
  public func finish() throws(FileProblem) {
    try flush()
    try put(Self.replace)
  }

  /// The same, unless something is so once they are on the disk; false where it was, and what was there stays.
  public func finish(unless isStopped: () throws(FileProblem) -> Bool) throws(FileProblem) -> Bool {
    guard temporary != nil, isOpen else { return false }
    try flush()
    if try isStopped() { return false }
    try put(Self.replace)
    return true
  }

  /// The same where nothing may be there yet: throws where something is, and leaves it.
  public func finishAsNew() throws(FileProblem) {
    try flush()
    try put { temporary, path throws(Errno) in try SystemCalls.give(path, to: temporary) }
    if let temporary { SystemCalls.remove(temporary) }
  }

  private static func replace(_ temporary: String, _ path: String) throws(Errno) {
    try SystemCalls.replace(path, with: temporary)
  }

  /// Waits until the bytes are on the disk.
  private func flush() throws(FileProblem) {
    guard temporary != nil, isOpen, fsync(descriptor.rawValue) != 0 else { return }
    let problem = FileProblem(FileProblem.writing, name, Errno(rawValue: errno))
    discard()
    throw problem
  }

  private func put(_ put: (_ temporary: String, _ path: String) throws(Errno) -> Void) throws(FileProblem) {
    guard let temporary, isOpen else { return }
    do {
      try put(temporary, path)
    } catch {
      discard()
      throw FileProblem(FileProblem.writing, name, error)
    }
    // Its lock ends here, not before: its bytes are on the disk already.
    isOpen = false
    try? descriptor.close()
    flushFolder()
  }

  /// Has its name on the disk too: until then a crash of the machine may bring the old file back. A file system that can't
  /// do that for a folder does it in its own time.
  private func flushFolder() {
    let folder = FilePath(path).removingLastComponent()
    let place = folder.isEmpty ? "." : folder
    guard let opened = try? FileDescriptor.open(place, .readOnly, options: [.directory]) else { return }
    fsync(opened.rawValue)
    try? opened.close()
  }

  /// Removes what was written so far, and leaves what was there before.
  public func discard() {
    guard let temporary else { return }
    if isOpen {
      isOpen = false
      try? descriptor.close()
    }
    SystemCalls.remove(temporary)
  }
}
