internal import Glibc
internal import SystemPackage

/// What this module needs of the system and no safe interface gives: SystemPackage has no function for it, and
/// Foundation's say less of why something failed. Nothing else here handles memory.
enum SystemCalls {
  static func makeFolder(_ path: String) throws(Errno) {
    // SAFETY: the path is passed as a C string that lives for the call.
    try check(unsafe mkdir(path, 0o755))
  }

  /// Takes a name away, as far as that is possible.
  static func remove(_ path: String) {
    // SAFETY: the path is passed as a C string that lives for the call.
    unsafe _ = unlink(path)
  }

  /// The path without symbolic links, `.` and `..`; nil where there is nothing at it.
  static func resolved(_ path: String) -> String? {
    // Nothing has such a name, and the system would read only what stands before it.
    if path.utf8.contains(0) || FilePath.isRepaired(path) { return nil }
    // SAFETY: the path is passed as a C string that lives for the call; what is found is one until it is freed.
    guard let found = unsafe realpath(path, nil) else { return nil }
    defer { unsafe free(found) }
    // What is not UTF-8 comes out repaired: nothing opens it, and it is compared as what it is.
    return unsafe String(cString: found)
  }

  /// Puts a file in the place of another one, or where there is none.
  static func replace(_ path: String, with other: String) throws(Errno) {
    // SAFETY: both paths are passed as C strings that live for the call.
    try check(unsafe rename(other, path))
  }

  /// Gives a file a second name. Throws where there is something of that name.
  static func give(_ path: String, to file: String) throws(Errno) {
    // SAFETY: both paths are passed as C strings that live for the call.
    try check(unsafe link(file, path))
  }

  /// Throws where this process may not write to a file.
  static func requireWritable(_ path: String) throws(Errno) {
    // SAFETY: the path is passed as a C string that lives for the call.
    try check(unsafe access(path, W_OK))
  }

  /// The next bytes, at most `count`; none at the end. Waits for them, even where whoever opened it did not mean to wait.
  static func read(_ descriptor: FileDescriptor, atMost count: Int) throws -> [UInt8] {
    try waiting(for: POLLIN, descriptor) {
      // SAFETY: the kernel writes at most `buffer.count` bytes into memory that is valid for the call, and `read` returns
      // how many it has initialised.
      try unsafe [UInt8](unsafeUninitializedCapacity: count) { buffer, initialised in
        initialised = try unsafe descriptor.read(into: UnsafeMutableRawBufferPointer(buffer))
      }
    }
  }

  /// Writes all of the bytes, as fast as they are taken.
  static func write(_ bytes: [UInt8], to descriptor: FileDescriptor) throws {
    // SAFETY: the kernel reads at most `rest.count` bytes of memory that is valid for the call.
    try unsafe bytes.withUnsafeBytes { buffer in
      var rest = unsafe buffer[...]
      while unsafe !rest.isEmpty {
        let written = try waiting(for: POLLOUT, descriptor) {
          try unsafe descriptor.write(UnsafeRawBufferPointer(rebasing: rest))
        }
        unsafe rest = rest.dropFirst(written)
      }
    }
  }

  /// Does something to a descriptor, once more whenever that would have had to wait: a program that shares it, such as the
  /// other end of a pipe in the same shell, may have made it one that does not.
  private static func waiting<Result>(
    for event: Int32, _ descriptor: FileDescriptor, _ act: () throws -> Result
  ) throws -> Result {
    while true {
      do {
        return try act()
      } catch Errno.resourceTemporarilyUnavailable {
        var ready = pollfd(fd: descriptor.rawValue, events: Int16(event), revents: 0)
        // SAFETY: the kernel writes to the one `pollfd` that the pointer leads to, which is valid for the call.
        let count = unsafe poll(&ready, 1, -1)
        if count < 0, errno != EINTR { throw Errno(rawValue: errno) }
      }
    }
  }

  /// Whether something can be read within the time; nil where that can't be said.
  static func hasInput(_ descriptor: Int32, within milliseconds: Int32) -> Bool? {
    var waiting = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
    // SAFETY: the kernel writes to the one `pollfd` that the pointer leads to, which is valid for the call.
    let count = unsafe poll(&waiting, 1, milliseconds)
    return count < 0 ? nil : count > 0
  }

  /// Raises how many files may be open at once to the most that is allowed, and returns it; nil where that can't be said.
  static func raiseOpenFileLimit() -> Int? {
    var limit = rlimit()
    let kind = __rlimit_resource_t(RLIMIT_NOFILE.rawValue)
    // SAFETY: the kernel writes one `rlimit` to the pointer, which is valid for the call.
    guard unsafe getrlimit(kind, &limit) == 0 else { return nil }
    var raised = limit
    raised.rlim_cur = limit.rlim_max
    // SAFETY: the kernel reads one `rlimit` from the pointer, which is valid for the call.
    if unsafe setrlimit(kind, &raised) == 0 { limit = raised }
    return Int(clamping: limit.rlim_cur)
  }

  /// Columns of a terminal; nil where the descriptor is that of none.
  static func columns(_ descriptor: Int32) -> Int? {
    var size = winsize()
    // SAFETY: the kernel writes one `winsize` to the pointer, which is valid for the call.
    let status = unsafe ioctl(descriptor, UInt(TIOCGWINSZ), &size)
    return status == 0 ? Int(size.ws_col) : nil
  }

  /// What the environment says that a variable is; nil where it has none of that name.
  static func variable(_ name: String) -> String? {
    // SAFETY: the name is passed as a C string that lives for the call; what is found is copied before anything changes it.
    unsafe getenv(name).map { unsafe String(cString: $0) }
  }

  /// Changes the environment of this process, while nothing else reads it.
  static func set(_ variable: String, to value: String) {
    // SAFETY: both are passed as C strings that live for the call, which copies them.
    unsafe _ = setenv(variable, value, 1)
  }

  private static func check(_ status: Int32) throws(Errno) {
    if status != 0 { throw Errno(rawValue: errno) }
  }
}
