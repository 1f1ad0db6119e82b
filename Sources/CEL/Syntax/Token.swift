internal import Diagnostics

/// A piece of an expression's text.
struct Token {
  enum Kind: Equatable {
    case identifier(String)
    case quotedIdentifier(String)
    case literal(Literal)
    /// 2^63, which is a number only behind a minus.
    case smallestMagnitude
    /// An operator or a bracket, by its text.
    case symbol(String)
    case end
  }

  var kind: Kind
  var range: SourceRange
}
