public import Diagnostics

/// One term that decides a result: what was found, and what there would have to be for the opposite.
public struct Cause: Sendable {
  /// Where the deciding value stands in the inputs; nil where it comes from none.
  public let path: AttributePath?
  public let actual: Value
  /// What the value would have to be: `<= 1.25`, `one of a, b`, `on or after 2026-01-05`.
  public let required: String
  /// Other inputs that the term reads.
  public let related: [(path: AttributePath, value: Value)]
  /// The term in the expression's text.
  public let range: SourceRange
  /// Where it need not be mended if another one is: the choice, and the side of the choice that it belongs to.
  public var alternative: Alternative?
}

/// One side of a choice: it would do to mend the causes of any one side.
public struct Alternative: Sendable, Hashable {
  /// Counts the choices of an explanation, from 0.
  public var choice: Int
  /// Counts the sides of the choice, from 0.
  public var side: Int

  public init(choice: Int, side: Int) {
    self.choice = choice
    self.side = side
  }
}
