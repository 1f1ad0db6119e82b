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
  }
#else
  /// The one of the standard library.
  @_exported public import struct Synchronization.Mutex
#endif
