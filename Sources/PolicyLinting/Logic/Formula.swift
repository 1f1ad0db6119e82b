internal import CEL

/// A condition as what must, may and must not hold of single facts.
indirect enum Formula: Sendable {
  case fact(Fact)
  case and([Formula])
  case or([Formula])
  case not(Formula)

  static let always = Formula.and([])

  /// All facts that occur.
  var facts: [Fact] {
    switch self {
    case .fact(let fact): [fact]
    case .and(let parts), .or(let parts): parts.flatMap(\.facts)
    case .not(let part): part.facts
    }
  }
}

/// Something that is true or false of the answers.
enum Fact: Hashable, Sendable {
  /// The answer to a question with finitely many answers is one of these.
  case isOneOf(field: String, values: Set<String>)
  /// The number is below the limit, or at it where `orAtLimit`.
  case isBelow(field: String, limit: Double, orAtLimit: Bool)
  /// The list holds the value.
  case holds(field: String, value: String)
  /// Anything else: free to be true or false, whatever else holds. The text tells one from another.
  case other(String)

  /// What decides it: facts about the same thing depend on each other.
  var subject: Subject {
    switch self {
    case .isOneOf(let field, _): .choice(field)
    case .isBelow(let field, _, _): .number(field)
    case .holds(let field, let value): .member(field, value)
    case .other(let text): .other(text)
    }
  }
}

/// What takes a value.
enum Subject: Hashable {
  case choice(String)
  case number(String)
  case member(String, String)
  case other(String)
}

/// A value that a subject may take.
enum FactValue: Hashable {
  case text(String)
  case number(Double)
  case flag(Bool)
}

extension Fact {
  /// Whether it is true where its subject has that value.
  func holds(for value: FactValue) -> Bool {
    switch (self, value) {
    case (.isOneOf(_, let values), .text(let text)): values.contains(text)
    case (.isBelow(_, let limit, let orAtLimit), .number(let number)): number < limit || orAtLimit && number == limit
    case (_, .flag(let flag)): flag
    default: false
    }
  }
}
