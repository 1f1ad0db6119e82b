import SeededRandomness

extension SplitMix64 {
  /// True as often as the share says.
  mutating func happens(_ share: Double) -> Bool { Double.random(in: 0..<1, using: &self) < share }

  mutating func number(_ range: ClosedRange<Int>) -> Int { Int.random(in: range, using: &self) }

  /// One of them; the fallback only where there are none.
  mutating func pick<Element>(_ choices: [Element], or fallback: Element) -> Element {
    choices.randomElement(using: &self) ?? fallback
  }

  mutating func pick(_ choices: [String]) -> String { pick(choices, or: "") }
}
