/// Sebastiano Vigna's SplitMix64: the same numbers from the same seed, everywhere.
struct SplitMix64: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }

  /// True as often as the share says.
  mutating func happens(_ share: Double) -> Bool { Double.random(in: 0..<1, using: &self) < share }

  mutating func number(_ range: ClosedRange<Int>) -> Int { Int.random(in: range, using: &self) }

  /// One of them; the fallback only where there are none.
  mutating func pick<Element>(_ choices: [Element], or fallback: Element) -> Element {
    choices.randomElement(using: &self) ?? fallback
  }

  mutating func pick(_ choices: [String]) -> String { pick(choices, or: "") }
}
