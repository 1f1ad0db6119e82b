internal import CGlibc
internal import Dispatch
internal import Sharing
internal import Synchronization

/// The same work on many values, on several processors.
enum Parallel {
  /// Most threads that work at once: each takes memory of its own.
  private static let threads = 4
  /// Where the system gives no thread, Dispatch would wait for one without end.
  private static let hasThreads = begin_thread {}

  /// What `transform` makes of each value, in the order of the values.
  static func map<Value: Sendable, Made: Sendable>(
    _ values: [Value], _ transform: @Sendable (Value) -> Made
  ) -> [Made] {
    // One value needs no other thread, and none has to be started for it.
    if values.count < 2 || !hasThreads { return values.map(transform) }
    let made = Mutex<[Made?]>(Array(repeating: nil, count: values.count))
    let next = Atomic(0)
    DispatchQueue.concurrentPerform(iterations: min(threads, values.count)) { _ in
      while true {
        let index = next.add(1, ordering: .relaxed).oldValue
        guard index < values.count else { return }
        let result = transform(values[index])
        made.withLock { $0[index] = result }
      }
    }
    return made.withLock { $0.compactMap { $0 } }
  }
}
