internal import Diagnostics

/// What is wrong with bytes before YAML is read from them, and how code points map to bytes.
struct ByteCheck {
  /// Byte offset of every 32nd code point; empty where all bytes are ASCII.
  private(set) var checkpoints: [UInt32] = []
  /// The first thing wrong.
  private(set) var problem: Problem?
  private let bytes: [UInt8]

  enum Problem {
    case utf16
    case invalidUTF8(offset: Int)
    /// Other than at the beginning.
    case byteOrderMark(offset: Int)
    case control(offset: Int, scalar: UInt32, length: Int)
    /// libyaml ends a line there and editors don't, so that text could hide behind what looks like a comment.
    case lineSeparator(offset: Int, scalar: UInt32, length: Int)
    /// More in a row than any script writes.
    case marks(offset: Int)
    /// Among line feeds: most programs show the line as one, so that the same could be hidden.
    case loneReturn(offset: Int)
  }

  private static let stride = 32

  /// - Complexity: one pass over the bytes.
  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    if Self.looksLikeUTF16(bytes) {
      problem = .utf16
      return
    }
    if let hasReturn = Self.hasReturn(inPlain: bytes) {
      if hasReturn { checkReturns() }
      return
    }
    checkMixed()
    if problem == nil { checkReturns() }
  }

  /// Whether there is a carriage return among bytes of ASCII that are all printable; nil where they are not.
  private static func hasReturn(inPlain bytes: [UInt8]) -> Bool? {
    var hasReturn = false
    // SAFETY: every load is of 8 bytes that lie inside the buffer, whose scope it does not leave.
    let areAll = unsafe bytes.withUnsafeBytes { buffer in
      var offset = 0
      while offset + 8 <= buffer.count {
        // Of all eight at once: whether one has its highest bit, is less than a space, or is DEL.
        let word = unsafe buffer.loadUnaligned(fromByteOffset: offset, as: UInt64.self)
        let control = (word &- spaces) & ~word
        let delete = ((word ^ deletes) &- ones) & ~(word ^ deletes)
        if (word | control | delete) & highestBits != 0 {
          for index in offset..<offset + 8 where unsafe !isPlain(buffer[index], &hasReturn) { return false }
        }
        offset += 8
      }
      for index in offset..<buffer.count where unsafe !isPlain(buffer[index], &hasReturn) { return false }
      return true
    }
    return areAll ? hasReturn : nil
  }

  private static let ones: UInt64 = 0x0101_0101_0101_0101
  private static let spaces: UInt64 = 0x2020_2020_2020_2020
  private static let deletes: UInt64 = 0x7F7F_7F7F_7F7F_7F7F
  private static let highestBits: UInt64 = 0x8080_8080_8080_8080

  private static func isPlain(_ byte: UInt8, _ hasReturn: inout Bool) -> Bool {
    hasReturn = hasReturn || byte == 0x0D
    return byte >= 0x20 && byte < 0x7F || byte == 0x0A || byte == 0x0D || byte == 0x09
  }

  /// A file whose every line ends in a carriage return alone is of an old system, and nothing is hidden in it.
  private mutating func checkReturns() {
    guard bytes.contains(0x0D), bytes.contains(0x0A) else { return }
    let lone = bytes.indices.first { index in
      bytes[index] == 0x0D && (index + 1 == bytes.count || bytes[index + 1] != 0x0A)
    }
    problem = lone.map { .loneReturn(offset: $0) }
  }

  private mutating func checkMixed() {
    checkpoints.reserveCapacity(bytes.count / Self.stride + 1)
    // libyaml counts no code point for a byte order mark at the start.
    var index = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    var (scalars, marks) = (0, 0)
    while index < bytes.count {
      if scalars % Self.stride == 0 { checkpoints.append(UInt32(index)) }
      guard let (scalar, length) = Self.decode(bytes, at: index) else {
        problem = .invalidUTF8(offset: index)
        return
      }
      guard Self.isPrintable(scalar) else {
        problem = .control(offset: index, scalar: scalar, length: length)
        return
      }
      if scalar == 0xFEFF {
        problem = .byteOrderMark(offset: index)
        return
      }
      if scalar == 0x85 || scalar == 0x2028 || scalar == 0x2029 {
        problem = .lineSeparator(offset: index, scalar: scalar, length: length)
        return
      }
      marks = Unicode.Scalar(scalar).map(CombiningMarks.isMark) == true ? marks + 1 : 0
      if marks > CombiningMarks.most {
        problem = .marks(offset: index)
        return
      }
      index += length
      scalars += 1
    }
  }

  /// The byte offset of a code point's index as libyaml counts.
  func offset(ofScalar index: Int) -> Int {
    if checkpoints.isEmpty { return min(index, bytes.count) }
    let slot = min(index / Self.stride, checkpoints.count - 1)
    var offset = Int(checkpoints[slot])
    var remaining = index - slot * Self.stride
    while remaining > 0, offset < bytes.count {
      offset += 1
      while offset < bytes.count, bytes[offset] & 0xC0 == 0x80 { offset += 1 }
      remaining -= 1
    }
    return offset
  }

  private static func looksLikeUTF16(_ bytes: [UInt8]) -> Bool {
    guard bytes.count >= 2 else { return false }
    switch (bytes[0], bytes[1]) {
    case (0xFF, 0xFE), (0xFE, 0xFF): return true
    case (0, 0): return bytes.count >= 4 && bytes[3] != 0
    case (0, _): return bytes[1] != 0 || bytes.count >= 4 && bytes[2] == 0xFE
    case (_, 0): return bytes.count >= 4 && bytes[3] == 0
    default: return false
    }
  }

  /// The printable characters of YAML 1.2.2, section 5.1.
  private static func isPrintable(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x09, 0x0A, 0x0D, 0x20...0x7E, 0x85, 0xA0...0xD7FF, 0xE000...0xFFFD, 0x10000...0x10FFFF: true
    default: false
    }
  }

  private static func decode(_ bytes: [UInt8], at index: Int) -> (scalar: UInt32, length: Int)? {
    let first = bytes[index]
    if first < 0x80 { return (UInt32(first), 1) }
    let length = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : 2
    guard first >= 0xC2, first <= 0xF4, index + length <= bytes.count else { return nil }
    var scalar = UInt32(first) & (length == 2 ? 0x1F : length == 3 ? 0x0F : 0x07)
    for position in index + 1..<index + length {
      guard bytes[position] & 0xC0 == 0x80 else { return nil }
      scalar = scalar << 6 | UInt32(bytes[position] & 0x3F)
    }
    let smallest: UInt32 = length == 2 ? 0x80 : length == 3 ? 0x800 : 0x10000
    guard scalar >= smallest, scalar <= 0x10FFFF, !(0xD800...0xDFFF).contains(scalar) else { return nil }
    return (scalar, length)
  }
}
