extension Function {
  /// `math.least(a, b, …)`, `math.least(list)`: the least number.
  static let least = extreme("least", "The least of some numbers, or of a list of them.", accepting: .less)
}
