#if THREAD_SANITIZER
  internal import NIOConcurrencyHelpers

  /// A value that one thread at a time gets at.
  ///
  /// The thread sanitizer sees locks of POSIX, as this one is, and not the one of the standard library, which the system's
  /// kernel and no function keeps: whatever that one guards it would call a race.
  public struct Mutex<Value: Sendable>: Sendable {
    private let box: NIOLockedValueBox<Value>

    public init(_ value: Value) { box = NIOLockedValueBox(value) }

    public func withLock<Result>(_ body: (inout Value) throws -> Result) rethrows -> Result {
      try box.withLockedValue(body)
    }

    /// Lets go of a copy of something in the value, such as a list. Counts of references keep whoever read the copy apart
    /// from whoever then changes the list in place, but out of the sanitizer's sight.
    public func letGo(_ drop: () -> Void) { withLock { _ in drop() } }
  }
#else
  /// The one of the standard library.
  @_exported public import struct Synchronization.Mutex

  extension Mutex {
    /// Lets go of a copy of something in the value, for which nobody has to be alone.
    @inlinable public func letGo(_ drop: () -> Void) { drop() }
  }
#endif
