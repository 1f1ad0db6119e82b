/// A way of a few steps down records of declared types, from a variable: `v.a.b.c` as slots.
///
/// It is written out step by step, not as a loop, because then nothing on the way is retained and released, which would
/// cost more than all the rest.
struct RecordPath: Sendable {
  private static let longest = 4

  private let isLocal: Bool
  private let root: Int
  private var depth = 1
  private var slots: (Int, Int, Int, Int)

  /// One slot further than the operand; nil where the operand is no such way, or a long one.
  init?(_ operand: PlanNode, slot: Int) {
    switch operand {
    case .variable(let node): (isLocal, root, slots) = (false, node.slot, (slot, 0, 0, 0))
    case .local(let node): (isLocal, root, slots) = (true, node.index, (slot, 0, 0, 0))
    case .field(let node):
      guard let path = node.path, path.depth < Self.longest else { return nil }
      self = path
      depth += 1
      switch depth {
      case 2: slots.1 = slot
      case 3: slots.2 = slot
      default: slots.3 = slot
      }
    default: return nil
    }
  }

  /// Nil where something on the way is no record.
  @inline(__always)
  func value(in frame: borrowing Frame) -> Value? {
    isLocal ? value(below: frame.locals[root]) : value(below: frame.variables[root])
  }

  /// Whether all of the way is there; where it is not, this does not say why.
  @inline(__always)
  func isPresent(in frame: borrowing Frame) -> Bool {
    isLocal ? isPresent(below: frame.locals[root]) : isPresent(below: frame.variables[root])
  }

  @inline(__always)
  private func value(below value: Value) -> Value? {
    guard case .record(let first) = value else { return nil }
    if depth == 1 { return first.fields[slots.0] }
    guard case .record(let second) = first.fields[slots.0] else { return nil }
    if depth == 2 { return second.fields[slots.1] }
    guard case .record(let third) = second.fields[slots.1] else { return nil }
    if depth == 3 { return third.fields[slots.2] }
    guard case .record(let fourth) = third.fields[slots.2] else { return nil }
    return fourth.fields[slots.3]
  }

  @inline(__always)
  private func isPresent(below value: Value) -> Bool {
    guard case .record(let first) = value else { return false }
    if depth == 1 { return !first.fields[slots.0].isAbsent }
    guard case .record(let second) = first.fields[slots.0] else { return false }
    if depth == 2 { return !second.fields[slots.1].isAbsent }
    guard case .record(let third) = second.fields[slots.1] else { return false }
    if depth == 3 { return !third.fields[slots.2].isAbsent }
    guard case .record(let fourth) = third.fields[slots.2] else { return false }
    return !fourth.fields[slots.3].isAbsent
  }
}
