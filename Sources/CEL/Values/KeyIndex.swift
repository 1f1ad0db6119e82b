/// Finds the place of a map's key by its hash, which those who look for the same name again and again work out once.
struct KeyIndex: Sendable {
  private struct Slot {
    var hash: Int
    /// Negative where the slot is free.
    var place: Int
  }

  /// A power of two of them, at most half of them taken; each key stands at its hash's slot or in the next free one.
  private let slots: [Slot]

  /// Of equal keys the first is found.
  init(_ entries: [(key: Value, value: Value)]) {
    var size = 8
    while size < entries.count * 2 { size *= 2 }
    var slots = Array(repeating: Slot(hash: 0, place: -1), count: size)
    for (place, entry) in entries.enumerated() {
      guard let key = MapKey(entry.key) else { continue }
      let hash = key.hashValue
      var index = hash & (size - 1)
      while slots[index].place >= 0 { index = (index + 1) & (size - 1) }
      slots[index] = Slot(hash: hash, place: place)
    }
    self.slots = slots
  }

  @inline(__always)
  func place(hash: Int, where isEqual: (Int) -> Bool) -> Int? {
    var index = hash & (slots.count - 1)
    while slots[index].place >= 0 {
      if slots[index].hash == hash, isEqual(slots[index].place) { return slots[index].place }
      index = (index + 1) & (slots.count - 1)
    }
    return nil
  }
}
