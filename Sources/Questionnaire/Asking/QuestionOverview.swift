public import AssessmentEngine
internal import Diagnostics
internal import LocatedYAML
internal import PolicyModel

/// All questions as they stand for an assessed project, in groups.
///
/// - Complexity: linear in the questions, the rules and the findings.
public struct QuestionOverview: Sendable {
  /// By the index of the question.
  public let states: [QuestionState]
  /// What the system is first, then the packs in their order. No group is empty.
  public let groups: [QuestionGroup]
  /// The open questions, the best to answer next first.
  public let next: [QuestionState]
  /// Answers that count for nothing, since no rule that reads them applies.
  public let idle: [QuestionState]

  /// The id of the group of what the system is.
  public static let projectGroup = "project"

  public init(_ assessment: Assessment) {
    let policies = assessment.policies
    var builder = StateBuilder(assessment)
    let states = policies.schema.questions.indices.map { builder.state(of: $0) }
    self.states = states
    next = assessment.next.compactMap { next in policies.schema.index(of: next.question.id).map { states[$0] } }
    idle = states.filter { $0.standing == .idle }
    let homes = QuestionHomes(policies)
    let members = Dictionary(grouping: states) { homes.home(of: $0.index) }
    groups = homes.groups.compactMap { group in
      members[group.id].map { QuestionGroup(id: group.id, title: group.title, states: $0) }
    }
  }

  /// The group that a question belongs to.
  public func group(of question: Int) -> QuestionGroup? {
    groups.first { $0.states.contains { $0.index == question } }
  }
}

private struct StateBuilder {
  private let assessment: Assessment
  private let policies: PolicySet
  private let stage: LifecycleStage
  private var ranks: [String: (rank: Int, decides: [String])] = [:]
  private var failing: [Int: [String]] = [:]
  private var diagnostics: [Int: [Diagnostic]] = [:]

  init(_ assessment: Assessment) {
    self.assessment = assessment
    policies = assessment.policies
    stage = assessment.stage ?? .concept
    for (rank, next) in assessment.next.enumerated() { ranks[next.question.id] = (rank, next.decides) }
    for result in assessment.results where result.outcome == .fail || result.outcome == .accepted {
      for cause in result.causes {
        guard let question = question(of: cause.field) else { continue }
        if failing[question]?.last != result.rule.id { failing[question, default: []].append(result.rule.id) }
      }
    }
    placeDiagnostics()
  }

  /// A finding's field may lead into a list: `accountability.assignments[5].holder`.
  private func question(of field: String) -> Int? {
    let name = field.prefix { $0 != "[" }
    return policies.schema.index(of: String(name))
  }

  private mutating func placeDiagnostics() {
    let file = assessment.project.document.file
    let found = assessment.diagnostics.filter { $0.location?.file.name == file.name }
    guard !found.isEmpty else { return }
    for (index, answer) in assessment.project.answers.enumerated() {
      guard let range = answer.node?.range else { continue }
      let own = found.filter { finding in
        finding.location.map { $0.range.start >= range.start && $0.range.end <= range.end } ?? false
      }
      if !own.isEmpty { diagnostics[index] = own }
    }
  }

  mutating func state(of index: Int) -> QuestionState {
    let question = policies.schema.questions[index]
    let answer = assessment.project.answers[index]
    return QuestionState(
      question: question, index: index, standing: standing(of: index, question),
      answer: AnswerInput(answer.node, of: question.type), decides: ranks[question.id]?.decides ?? [],
      failing: failing[index] ?? [], diagnostics: diagnostics[index] ?? [],
      location: assessment.location(of: question.id))
  }

  private func standing(of index: Int, _ question: Question) -> QuestionStanding {
    if assessment.project.invalid.contains(index) { return .invalid }
    let readers = policies.readers[index]
    let isRead = !readers.rules.isEmpty
    let applies = !isRead || !readers.rules.allSatisfy { assessment.results[$0].notApplicable == .scope }
    // A list that may have more in it is answered, and open all the same.
    if let rank = ranks[question.id]?.rank { return .open(rank: rank) }
    if assessment.project.answers[index].value != nil { return applies ? .answered : .idle }
    if !applies { return .irrelevant }
    return isRead && readers.earliest > stage ? .later(readers.earliest) : .settled
  }
}

/// Which group each question belongs to: what the system is has one of its own, everything else goes to the first pack
/// with a rule that requires it.
private struct QuestionHomes {
  let groups: [(id: String, title: String)]
  private let homes: [String]

  init(_ policies: PolicySet) {
    let projectTitle = "The project and what it is"
    groups =
      [(QuestionOverview.projectGroup, projectTitle)] + policies.packs.map { ($0.id, $0.title) }
    homes = policies.schema.questions.indices.map { index in
      let question = policies.schema.questions[index]
      if policies.foundation.isScope(question.id) { return QuestionOverview.projectGroup }
      let first = policies.readers[index].rules.first { policies.rules[$0].questions.contains(question.id) }
      let reader = first ?? policies.readers[index].rules.first
      return reader.map { policies.rules[$0].pack } ?? QuestionOverview.projectGroup
    }
  }

  func home(of question: Int) -> String { homes[question] }
}
