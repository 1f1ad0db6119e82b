public import CEL
public import PolicyModel

/// A project in which any rule can be judged by itself, also one that is not among the policies.
///
/// There is no review record and no evidence. The answers are prepared once, so that judging costs the rule alone.
public struct RuleSituation: Sendable {
  /// The stage that the project is judged at; nil where it is unanswered.
  public let stage: LifecycleStage?
  /// The values that conditions are evaluated with.
  public let variables: [Value]
  private let answers: [Value?]
  private let review: ReviewJudgement
  private let explaining: RuleAssessor
  private let plain: RuleAssessor

  public init(_ project: Project, on day: Int, _ policies: PolicySet) {
    let input = AssessmentInput(project: project, projectDigest: "", day: day)
    let evidence = EvidenceJudgement(input, policies.schema)
    review = ReviewJudgement(input, policies)
    explaining = RuleAssessor(input, policies, evidence)
    plain = RuleAssessor(input, policies, evidence, explains: false)
    answers = project.answers.map(\.value)
    stage = Answering(input, policies).stage(answers)
    variables = policies.variables(answers: answers, on: day)
  }

  /// What becomes of a rule, with its causes.
  public func result(of rule: Rule) -> RuleResult { judge(rule, by: explaining) }

  /// What becomes of a rule.
  ///
  /// - Complexity: that of evaluating its conditions.
  public func outcome(of rule: Rule) -> Outcome { judge(rule, by: plain).outcome }

  private func judge(_ rule: Rule, by assessor: RuleAssessor) -> RuleResult {
    var review = review
    return assessor.assess(rule, answers, variables, at: stage, &review)
  }
}
