/// A way of a few steps down maps, from a variable: `v.a.b.c` where no type is declared.
///
/// Written out step by step for the same reason as a `RecordPath`.
final class MapPath: Sendable {
  private let isLocal: Bool
  private let root: Int
  private let first: PreparedText
  private let second: PreparedText?
  private let third: PreparedText?

  /// One key further than the operand; nil where the operand is no such way, or a long one, or a key is not ASCII.
  init?(_ operand: PlanNode, _ name: PreparedText) {
    guard name.isASCII else { return nil }
    switch operand {
    case .variable(let node): (isLocal, root, first, second, third) = (false, node.slot, name, nil, nil)
    case .local(let node): (isLocal, root, first, second, third) = (true, node.index, name, nil, nil)
    case .field(let node):
      guard let path = node.mapPath, path.third == nil else { return nil }
      (isLocal, root, first) = (path.isLocal, path.root, path.first)
      (second, third) = path.second == nil ? (name, nil) : (path.second, name)
    default: return nil
    }
  }

  /// Nil where something on the way is no map, or the key is not there.
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
  private func isPresent(below value: Value) -> Bool {
    guard case .map(let map) = value, let place = map.place(ofASCII: first) else { return false }
    guard let second else { return !map.entries[place].value.isAbsent }
    guard case .map(let map) = map.entries[place].value, let place = map.place(ofASCII: second) else { return false }
    guard let third else { return !map.entries[place].value.isAbsent }
    guard case .map(let map) = map.entries[place].value, let place = map.place(ofASCII: third) else { return false }
    return !map.entries[place].value.isAbsent
  }

  @inline(__always)
  private func value(below value: Value) -> Value? {
    guard case .map(let map) = value, let place = map.place(ofASCII: first) else { return nil }
    guard let second else { return map.entries[place].value }
    guard case .map(let map) = map.entries[place].value, let place = map.place(ofASCII: second) else { return nil }
    guard let third else { return map.entries[place].value }
    guard case .map(let map) = map.entries[place].value, let place = map.place(ofASCII: third) else { return nil }
    return map.entries[place].value
  }
}
