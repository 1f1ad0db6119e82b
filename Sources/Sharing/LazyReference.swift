#if THREAD_SANITIZER
  /// A reference that is set once.
  ///
  /// The thread sanitizer does not see what the one of the standard library does, which is compiled there: it would call
  /// every read of what another thread made a race.
  public struct LazyReference<Object: AnyObject & Sendable>: Sendable {
    private let stored = Mutex<Object?>(nil)

    public init() {}

    public func load() -> Object? { stored.withLock { $0 } }

    public func storeIfNil(_ desired: Object) -> Object {
      stored.withLock { object in
        if let object { return object }
        object = desired
        return desired
      }
    }
  }
#else
  public import Synchronization

  /// The one of the standard library.
  public typealias LazyReference<Object: AnyObject & Sendable> = AtomicLazyReference<Object>
#endif
