/// Words that no variable can be called by: what the language uses itself, and what it keeps for later.
package enum ReservedWords {
  /// Kept for later; fields may be called so.
  static let keptForLater: Set<String> = [
    "as", "break", "const", "continue", "else", "for", "function", "if", "import", "let", "loop", "package",
    "namespace", "return", "var", "void", "while",
  ]

  package static let all = keptForLater.union(["false", "in", "null", "true"])
}
