import SeededRandomness

/// Choices that look random and follow from the input alone, so that an input that ends a run does so each time.
typealias Chance = SplitMix64

extension SplitMix64 {
  /// The seed is the input's FNV-1a.
  init(_ bytes: [UInt8]) {
    self.init(seed: bytes.reduce(0xCBF2_9CE4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01B3 })
  }
}
