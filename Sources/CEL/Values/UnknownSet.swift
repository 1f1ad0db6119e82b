/// Why a value is not known: the paths that would have to be given. Never empty.
public final class UnknownSet: Sendable {
  /// Sorted, without repetition.
  public let paths: [AttributePath]

  public init(_ path: AttributePath) {
    paths = [path]
  }

  private init(sorted paths: [AttributePath]) {
    self.paths = paths
  }

  /// All paths of both.
  public func union(_ other: UnknownSet) -> UnknownSet { Self.union([self, other]) ?? self }

  /// All paths of all sets; nil where there is none.
  static func union(_ sets: [UnknownSet]) -> UnknownSet? {
    var seen: Set<ObjectIdentifier> = []
    let distinct = sets.filter { seen.insert(ObjectIdentifier($0)).inserted }
    guard let first = distinct.first, distinct.count > 1 else { return distinct.first }
    let paths = SortedMerge.merged(distinct.map(\.paths))
    return paths.count == first.paths.count ? first : UnknownSet(sorted: paths)
  }
}

/// Collects what is not known. The sets are put together once, at the end: doing so at each step would take a time that
/// grows with the square of their number.
struct UnknownCollector {
  private var first: UnknownSet?
  private var others: [UnknownSet] = []

  mutating func add(_ set: UnknownSet?) {
    guard let set, set !== first else { return }
    if first == nil { first = set } else { others.append(set) }
  }

  /// Everything inside the value that is not known. A part of the inputs is named as a whole where it has an origin; else
  /// its unknown items and its openness are.
  mutating func addAll(in value: Value) {
    guard value.hasUnknowns else { return }
    switch value {
    case .unknown(let set): add(set)
    case .list(let list):
      if let origin = list.origin { return add(UnknownSet(origin)) }
      add(list.openness)
      for item in list.items { addAll(in: item) }
    case .map(let map):
      if let origin = map.origin { return add(UnknownSet(origin)) }
      add(map.openness)
      for entry in map.entries { addAll(in: entry.value) }
    case .record(let record): for field in record.fields { addAll(in: field) }
    case .optional(let optional): if let inner = optional.value { addAll(in: inner) }
    default: break
    }
  }

  /// Nil where all is known.
  var set: UnknownSet? {
    guard let first, !others.isEmpty else { return first }
    return UnknownSet.union([first] + others)
  }
}

/// Merges sorted lists.
enum SortedMerge {
  /// The elements of all, sorted and each once.
  ///
  /// - Complexity: the number of elements times the logarithm of the number of lists.
  static func merged<Element: Comparable>(_ lists: [[Element]]) -> [Element] {
    var lists = lists
    while lists.count > 1 {
      lists = stride(from: 0, to: lists.count, by: 2).map { index in
        index + 1 < lists.count ? merged(lists[index], lists[index + 1]) : lists[index]
      }
    }
    return lists.first ?? []
  }

  private static func merged<Element: Comparable>(_ left: [Element], _ right: [Element]) -> [Element] {
    var merged: [Element] = []
    merged.reserveCapacity(left.count + right.count)
    var (first, second) = (0, 0)
    while first < left.count, second < right.count {
      if left[first] < right[second] {
        merged.append(left[first])
        first += 1
      } else {
        // Of equal elements the right one goes, so that the left one is kept.
        if right[second] < left[first] { merged.append(right[second]) }
        second += 1
      }
    }
    return merged + left[first...] + right[second...]
  }
}
