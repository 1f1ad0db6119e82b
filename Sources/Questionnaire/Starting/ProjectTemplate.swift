internal import AssessmentEngine
public import Diagnostics
internal import LocatedYAML
public import PolicyModel

/// A project description to begin with: what is known, and the questions that can matter at its stage, for its kind and
/// for what it is.
///
/// ```swift
/// let template = try ProjectTemplate(policies, on: day, answers: [(stage, .text("design"))])
/// try template.text(for: "turret.yaml")  // with the words of every question as comments
/// ```
public struct ProjectTemplate: Sendable {
  /// Why an answer can't stand in a project description.
  public struct Refusal: Error, Sendable {
    public let question: Question
    /// What the reader of projects says of it. The places are those of a file that does not exist yet.
    public let diagnostics: [Diagnostic]
    /// In a line, with the remedy.
    public let message: String
  }

  /// The questions that it asks: those that are answered, and those that an answer could still change something by. What
  /// the system is comes first, then what the packs ask, in their order.
  public let questions: [Int]
  /// How many questions each later stage will add, as far as can be told now; only stages that add some.
  public let added: [(stage: LifecycleStage, count: Int)]
  /// How many more answers may bring in, at most: they hang on rules of which nobody can tell yet whether they apply.
  public let possible: Int
  /// The answers alone.
  public let draft: ProjectDraft
  private let policies: PolicySet
  private let day: Int
  private let answers: [(question: Int, input: AnswerInput)]

  /// Throws a `Refusal` where the reader of projects does not take an answer.
  public init(
    _ policies: PolicySet, on day: Int, answers: [(question: Int, input: AnswerInput)] = []
  ) throws(Refusal) {
    self.policies = policies
    self.day = day
    self.answers = answers
    draft = try Self.write(answers, into: "answerable: project/1\n", policies, on: day)
    let assessment = draft.assessment
    let overview = QuestionOverview(assessment)
    let states = overview.states
    let order = Self.sectionOrder(overview, policies)
    questions = states.filter { state in
      switch state.standing {
      case .open, .invalid, .answered, .idle: true
      case .settled, .later, .irrelevant: StartingQuestions.first.contains(state.question.id)
      }
    }.sorted { first, second in
      (order[first.question.parts.first ?? ""] ?? 0, first.index)
        < (order[second.question.parts.first ?? ""] ?? 0, second.index)
    }.map(\.index)
    possible = states.count { state in
      state.standing == .settled && !StartingQuestions.first.contains(state.question.id)
        && policies.readers[state.index].rules.contains { assessment.results[$0].outcome == .unknown }
    }
    var counts: [LifecycleStage: Int] = [:]
    for state in states {
      if case .later(let stage) = state.standing { counts[stage, default: 0] += 1 }
    }
    added = LifecycleStage.allCases.compactMap { stage in counts[stage].map { (stage, $0) } }
  }

  /// What the system is first, then each section where most of its questions belong among the groups.
  private static func sectionOrder(_ overview: QuestionOverview, _ policies: PolicySet) -> [String: Int] {
    var counts: [String: [Int]] = [:]
    for (rank, group) in overview.groups.enumerated() {
      for state in group.states {
        let none = Array(repeating: 0, count: overview.groups.count)
        counts[state.question.parts.first ?? "", default: none][rank] += 1
      }
    }
    let scope = policies.foundation.scopeNames.map { name in String(name.prefix { $0 != "." }) }
    func key(_ section: String) -> (Int, Int) {
      let own = counts[section] ?? []
      let group = own.indices.max { (own[$0], $1) < (own[$1], $0) } ?? 0
      return (group, scope.firstIndex(of: section) ?? scope.count)
    }
    let sorted = policies.schema.sections.sorted { key($0) < key($1) }
    return Dictionary(uniqueKeysWithValues: sorted.enumerated().map { ($0.element, $0.offset) })
  }

  /// With every question's words as comments, and how to go on.
  ///
  /// - Parameter file: What the file will be called, for the commands that it names.
  public func text(for file: String) throws(Refusal) -> String {
    try written(TemplateText(self, policies, file: file).annotated)
  }

  /// The same questions without their words.
  public func brief(for file: String) throws(Refusal) -> String {
    try written(TemplateText(self, policies, file: file).brief)
  }

  private func written(_ skeleton: String) throws(Refusal) -> String {
    String(decoding: try Self.write(answers, into: skeleton, policies, on: day).bytes, as: UTF8.self)
  }

  private static func write(
    _ answers: [(question: Int, input: AnswerInput)], into skeleton: String, _ policies: PolicySet, on day: Int
  ) throws(Refusal) -> ProjectDraft {
    var draft: ProjectDraft
    do throws(YAMLEditProblem) {
      draft = try ProjectDraft(Array(skeleton.utf8), name: "new project", policies: policies, on: day)
    } catch {
      preconditionFailure("a template is one YAML document: \(error.message)")
    }
    for (index, input) in answers {
      let question = policies.schema.questions[index]
      switch draft.answering(index, input) {
      case .accepted(let next, let notes):
        // A word that stands in for no answer would look like one that was given.
        let placeholders = notes.filter { $0.code == "project.placeholder" }
        if !placeholders.isEmpty { throw Refusal(question, placeholders) }
        draft = next
      case .refused(let errors): throw Refusal(question, errors)
      case .blocked(let problem): throw Refusal(question: question, diagnostics: [], message: problem.message)
      }
    }
    return draft
  }
}

extension ProjectTemplate.Refusal {
  fileprivate init(_ question: Question, _ errors: [Diagnostic]) {
    let words = errors.map { ([$0.message] + $0.notes.map(\.message)).joined(separator: "; ") }
    self.init(
      question: question, diagnostics: errors, message: "`\(question.id)`: \(words.joined(separator: "; "))")
  }
}
