import LocatedYAML

/// A second reading of requirements.yaml and of the semantics of the design, to hold the engine against.
///
/// Slow and plain on purpose: every sentence of the file's header is a line here.
struct Oracle {
  enum Outcome: String, CaseIterable {
    case fail, unknown, accepted
    case notYetDue = "not_yet_due"
    case pass
    case notApplicable = "not_applicable"
  }

  struct Result {
    var outcome: Outcome
    /// `scope`, `claim` or `no_longer_due` where it is not applicable.
    var reason: String?
    var hasEvidence = false
  }

  struct Verdict {
    let results: [String: Result]
    let gate: String
    /// Index into the stages; nil where there is none.
    let stage: Int?
    let project: ReadProject
    let run: Run
  }

  struct Question {
    let project: YAMLNode
    let projectDigest: String
    let review: YAMLNode?
    let day: Int
    /// What `--stage` says.
    let stage: Int?
    /// Files that are missing or have another hash.
    let staleFiles: Set<String>
  }

  let requirements: Requirements
  let patterns: PatternBook

  init(_ requirements: Requirements) throws {
    self.requirements = requirements
    patterns = try PatternBook(requirements.patterns)
  }

  func verdict(_ question: Question) throws -> Verdict {
    let project = try ReadProject(question.project, requirements: requirements, on: question.day)
    let review = question.review.map(ReadReview.init)
    let run = Run(oracle: self, question: question, project: project, review: review)
    var results = try run.results(of: project.answers)
    for answers in run.withoutDisputed(project.answers) {
      results.merge(try run.results(of: answers), uniquingKeysWith: Self.worse)
    }
    let stage = run.stage(of: project.answers)
    return Verdict(
      results: results, gate: gate(results, hasInvalid: !project.invalid.isEmpty, stage: stage), stage: stage,
      project: project, run: run)
  }

  private static func worse(_ one: Result, _ two: Result) -> Result {
    let order = Outcome.allCases
    let first = order.firstIndex(of: one.outcome) ?? 0
    let second = order.firstIndex(of: two.outcome) ?? 0
    return second < first ? two : one
  }
}
