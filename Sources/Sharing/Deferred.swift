/// An object that is made when somebody first asks for it. Where several threads ask at once, each may make one, and all
/// get the one that was first.
public final class Deferred<Object: AnyObject & Sendable>: Sendable {
  @usableFromInline let cell = LazyReference<Object>()
  @usableFromInline let make: @Sendable () -> Object

  public init(_ make: @escaping @Sendable () -> Object) {
    self.make = make
  }

  /// One that is there already.
  public init(_ object: Object) {
    make = { object }
    _ = cell.storeIfNil(object)
  }

  @inlinable public var made: Object { cell.load() ?? cell.storeIfNil(make()) }
}

/// A value as an object, so that it can be deferred.
public final class Held<Value: Sendable>: Sendable {
  public let value: Value

  public init(_ value: Value) {
    self.value = value
  }
}
