/// Reads the generated tables: `;`-separated entries of hexadecimal code points, the first of which maps to the others.
enum CodePointTable {
  static func mappings(_ table: StaticText) -> [UInt32: [Unicode.Scalar]] {
    var out: [UInt32: [Unicode.Scalar]] = [:]
    out.reserveCapacity(table.entries)
    forEachEntry(of: table) { key, parts in out[key] = parts.compactMap(Unicode.Scalar.init) }
    return out
  }

  static func forEachEntry(of table: StaticText, _ body: (_ key: UInt32, _ parts: ArraySlice<UInt32>) -> Void) {
    var numbers: [UInt32] = []
    var number: UInt32 = 0
    for byte in table.text.utf8 {
      switch byte {
      case UInt8(ascii: " "), UInt8(ascii: ";"):
        numbers.append(number)
        number = 0
        guard byte == UInt8(ascii: ";") else { continue }
        body(numbers[0], numbers[1...])
        numbers.removeAll(keepingCapacity: true)
      case 0x30...0x39: number = number << 4 | UInt32(byte - 0x30)
      case 0x41...0x46: number = number << 4 | UInt32(byte - 0x37)
      default: break
      }
    }
  }
}

/// Pairs of code points in order, of which one side finds the other: as quick to make as to read.
struct CodePointPairs: Sendable {
  private var pairs: [(from: UInt32, to: Unicode.Scalar)] = []

  init(_ table: StaticText) {
    pairs.reserveCapacity(table.entries)
    CodePointTable.forEachEntry(of: table) { key, parts in
      if let to = parts.first.flatMap(Unicode.Scalar.init) { pairs.append((key, to)) }
    }
  }

  func inverted() -> CodePointPairs {
    var inverted = self
    inverted.pairs = pairs.compactMap { from, to in Unicode.Scalar(from).map { (to.value, $0) } }
      .sorted { ($0.from, $0.to) < ($1.from, $1.to) }
    return inverted
  }

  func first(of key: UInt32) -> Unicode.Scalar? {
    let place = place(of: key)
    return place < pairs.count && pairs[place].from == key ? pairs[place].to : nil
  }

  func all(of key: UInt32) -> [Unicode.Scalar] { pairs[place(of: key)...].prefix { $0.from == key }.map(\.to) }

  /// Where the first pair with the key stands or would stand.
  private func place(of key: UInt32) -> Int {
    var (low, high) = (0, pairs.count)
    while low < high {
      let middle = (low + high) / 2
      if pairs[middle].from < key { low = middle + 1 } else { high = middle }
    }
    return low
  }
}

/// A generated table as text, and how many entries it has.
struct StaticText {
  let text: String
  let entries: Int
}
