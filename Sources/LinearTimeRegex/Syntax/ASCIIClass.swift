extension ScalarSet {
  /// The classes of ASCII that POSIX and Perl name.
  enum ASCIIClass: String, Hashable {
    case alnum, alpha, ascii, blank, cntrl, digit, graph, lower, print, punct, space, upper, word, xdigit

    func contains(_ scalar: Unicode.Scalar) -> Bool {
      let value = scalar.value
      switch self {
      case .alnum: return Self.alpha.contains(scalar) || Self.digit.contains(scalar)
      case .alpha: return Self.lower.contains(scalar) || Self.upper.contains(scalar)
      case .ascii: return value < 0x80
      case .blank: return value == 0x20 || value == 0x09
      case .cntrl: return value < 0x20 || value == 0x7F
      case .digit: return (0x30...0x39).contains(value)
      case .graph: return (0x21...0x7E).contains(value)
      case .lower: return (0x61...0x7A).contains(value)
      case .print: return (0x20...0x7E).contains(value)
      case .punct: return Self.graph.contains(scalar) && !Self.alnum.contains(scalar)
      case .space: return value == 0x20 || (0x09...0x0D).contains(value) && value != 0x0B
      case .upper: return (0x41...0x5A).contains(value)
      case .word: return Self.alnum.contains(scalar) || value == 0x5F
      case .xdigit: return Self.digit.contains(scalar) || (0x41...0x46).contains(value) || (0x61...0x66).contains(value)
      }
    }
  }
}
