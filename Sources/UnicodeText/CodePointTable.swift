/// Reads the generated tables: `;`-separated entries of hexadecimal code points, the first of which maps to the others.
enum CodePointTable {
  static func mappings(_ table: StaticText) -> [UInt32: [Unicode.Scalar]] {
    var out: [UInt32: [Unicode.Scalar]] = [:]
    out.reserveCapacity(table.entries)
    var key: UInt32?
    var parts: [Unicode.Scalar] = []
    var number: UInt32 = 0
    func take() {
      if key == nil { key = number } else if let scalar = Unicode.Scalar(number) { parts.append(scalar) }
      number = 0
    }
    for byte in table.text.utf8 {
      switch byte {
      case UInt8(ascii: " "): take()
      case UInt8(ascii: ";"):
        take()
        if let key { out[key] = parts }
        key = nil
        parts.removeAll(keepingCapacity: true)
      case 0x30...0x39: number = number << 4 | UInt32(byte - 0x30)
      case 0x41...0x46: number = number << 4 | UInt32(byte - 0x37)
      default: break
      }
    }
    return out
  }
}

/// A generated table as text, and how many entries it has.
struct StaticText {
  let text: String
  let entries: Int
}
