import Sharing
import Testing

@Suite("Objects made when first asked for")
struct DeferredTests {
  private final class Made: Sendable {}

  @Test("nothing is made before somebody asks, and then once")
  func once() {
    let count = Mutex(0)
    let deferred = Deferred {
      count.withLock { $0 += 1 }
      return Made()
    }
    #expect(count.withLock { $0 } == 0)
    #expect(deferred.made === deferred.made)
    #expect(count.withLock { $0 } == 1)
  }

  @Test("all who ask at once get the same")
  func together() async {
    for _ in 0..<200 {
      let deferred = Deferred { Made() }
      let seen = await withTaskGroup(of: ObjectIdentifier.self) { group in
        for _ in 0..<8 { group.addTask { ObjectIdentifier(deferred.made) } }
        return await group.reduce(into: Set()) { $0.insert($1) }
      }
      #expect(seen.count == 1)
    }
  }

  @Test("what is there already is what is given")
  func given() {
    let made = Made()
    #expect(Deferred(made).made === made)
  }
}
