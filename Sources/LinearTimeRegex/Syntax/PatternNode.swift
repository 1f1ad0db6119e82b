/// A parsed pattern.
indirect enum PatternNode {
  case empty
  case scalars(ScalarSet)
  case assertion(Assertion)
  case sequence([PatternNode])
  case alternatives([PatternNode])
  case repetition(PatternNode, minimum: Int, maximum: Int?, isGreedy: Bool)
}

/// What must hold between two characters.
enum Assertion: UInt8 {
  case textStart, textEnd, lineStart, lineEnd, wordBoundary, noWordBoundary
}
