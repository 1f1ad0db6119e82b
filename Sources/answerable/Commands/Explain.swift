internal import ArgumentParser
internal import AssessmentEngine
internal import Diagnostics
internal import LocalFiles
internal import LocatedYAML
internal import PolicyModel
internal import Reports

/// Says all there is to say about one rule or question.
struct Explain: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain",
    abstract: "Explain a rule or a question, in general or for a project.",
    discussion:
      "With a project, the outcome is that of `check` on the same date, with the review record beside the project.")

  @Argument(
    help: ArgumentHelp("A rule (hc-abort-beats-effect) or a question (control.abort_latency_s).", valueName: "name"))
  var name: String

  @OptionGroup var subject: SingleProject

  func run() throws {
    let day = try subject.day()
    let policies = try subject.policies()
    let rule = policies.rule(name)
    let question = policies.schema.index(of: name).map { policies.schema.questions[$0] }
    guard rule != nil || question != nil else { throw unknownName(policies) }
    var options = ReportFormat.Options()
    options.decorator = Console.decorator(for: Console.standardOutput)
    options.width = Console.width
    let assessment = try assess(policies, day)
    var report = ExplanationReport(policies, assessment, options: options)
    if let rule { try OutputFile.standardOutput.write(report.bytes(of: rule)) }
    if let question { try OutputFile.standardOutput.write(report.bytes(of: question)) }
    if assessment?.hasErrors == true { throw ExitCode(ExitStatus.invalidInput.rawValue) }
  }

  private func unknownName(_ policies: PolicySet) -> Failure {
    let known = policies.rules.map(\.id) + policies.schema.questions.map(\.id)
    let near = Suggestions.near(name, in: known).first.map { "did you mean `\($0)`?" }
    let remedy = near ?? "`answerable check --verbose` lists the rules of a project"
    return Failure(.usage, "there is no rule and no question `\(name)`: \(remedy)")
  }

  private func assess(_ policies: PolicySet, _ day: Int) throws -> Assessment? {
    guard let (path, item) = try subject.read() else { return nil }
    let assessor = ProjectAssessor(policies: policies, day: day, stage: nil, reviews: ReviewSource())
    let assessment = try assessor.assess(item, at: path).assessment
    Console.show(assessment.diagnostics.filter { $0.severity != .note })
    try subject.requireReadable(item.document.value, at: path)
    return assessment
  }
}
