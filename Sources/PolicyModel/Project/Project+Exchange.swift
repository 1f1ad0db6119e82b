extension Project {
  /// The same project with some answers of another version of it, both read against the same questions.
  public func taking(_ questions: Set<Int>, from other: Project) -> Project {
    var answers = answers
    for question in questions { answers[question] = other.answers[question] }
    return Project(
      document: document, answers: answers, evidence: evidence, marking: marking,
      invalid: invalid.subtracting(questions).union(other.invalid.intersection(questions)))
  }

  /// The same project with the evidence of another version of it.
  public func takingEvidence(from other: Project) -> Project {
    Project(document: document, answers: answers, evidence: other.evidence, marking: marking, invalid: invalid)
  }
}
