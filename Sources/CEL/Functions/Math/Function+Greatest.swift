extension Function {
  /// `math.greatest(a, b, …)`, `math.greatest(list)`: the greatest number.
  static let greatest = extreme("greatest", "The greatest of some numbers, or of a list of them.", accepting: .greater)
}
