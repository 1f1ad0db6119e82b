internal import UnicodeText

/// A pattern as instructions for a machine that follows all alternatives at once. Each goes on with the next one, and
/// targets are distances, so that a part of a program can be moved and copied.
struct RegexProgram: Sendable {
  enum Instruction: Sendable {
    /// Takes one code point of the set with this number.
    case take(Int32)
    /// Goes both ways; the first is preferred.
    case split(Int32, Int32)
    case jump(Int32)
    case check(Assertion)
    case match
  }

  var instructions: [Instruction] = []
  var sets: [ScalarSet] = []
  let wordsOfAnyScript: Bool

  func isWord(_ scalar: Unicode.Scalar?) -> Bool {
    guard let scalar else { return false }
    switch scalar.value {
    case 0x30...0x39, 0x41...0x5A, 0x5F, 0x61...0x7A: return true
    default: return wordsOfAnyScript && ScalarClass.isLetterOrNumber(scalar)
    }
  }

  /// The characters of ASCII in parts that no set and no assertion of the program divides, as bits.
  var indistinctASCII: [UInt128] {
    let word = ASCIIClass.word.reduce(UInt128(0)) { $0 | ScalarSet.asciiBits($1) }
    var parts = [UInt128.max]
    for mask in sets.map(\.ascii) + [word, ScalarSet.asciiBits(0x0A...0x0A)] {
      for index in parts.indices {
        let inside = parts[index] & mask
        guard inside != 0, inside != parts[index] else { continue }
        parts[index] &= ~mask
        parts.append(inside)
      }
    }
    return parts
  }

  func surroundings(_ scalar: Unicode.Scalar?) -> Surroundings {
    Surroundings(isEdge: scalar == nil, isNewline: scalar == "\n", isWord: isWord(scalar))
  }
}

/// What must hold between two characters.
enum Assertion: UInt8, Sendable {
  case textStart, textEnd, lineStart, lineEnd, wordBoundary, noWordBoundary

  func holds(between before: Surroundings, and after: Surroundings) -> Bool {
    switch self {
    case .textStart: before.isEdge
    case .textEnd: after.isEdge
    case .lineStart: before.isEdge || before.isNewline
    case .lineEnd: after.isEdge || after.isNewline
    case .wordBoundary: before.isWord != after.isWord
    case .noWordBoundary: before.isWord == after.isWord
    }
  }

  /// What must hold for one who reads the text from its end.
  var mirrored: Assertion {
    switch self {
    case .textStart: .textEnd
    case .textEnd: .textStart
    case .lineStart: .lineEnd
    case .lineEnd: .lineStart
    case .wordBoundary, .noWordBoundary: self
    }
  }
}

/// All that an assertion may ask of the character on one side.
struct Surroundings: Hashable {
  var isEdge = false
  var isNewline = false
  var isWord = false
}
