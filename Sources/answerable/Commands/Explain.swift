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
    discussion: "With a project, the outcome is that of `check` with the same date, stage and review record beside it.")

  @Argument(
    help: ArgumentHelp("A rule (hc-abort-beats-effect) or a question (control.abort_latency_s).", valueName: "name"))
  var name: String

  @Argument(help: ArgumentHelp("The project description, or - for standard input.", valueName: "project"))
  var project: String?

  @Option(
    name: .long,
    help: ArgumentHelp("A further pack: a file or a folder. The built-in packs are always there.", valueName: "path"))
  var pack: [String] = []

  @Option(help: ArgumentHelp("The date of the assessment; today (UTC) where it is left out.", valueName: "date"))
  var date: String?

  func run() throws {
    let day = try CheckOptions.day(date)
    let policies = try Policies.load(pack)
    let rule = policies.rule(name)
    let question = policies.schema.index(of: name).map { policies.schema.questions[$0] }
    guard rule != nil || question != nil else { throw unknownName(policies) }
    var options = ReportFormat.Options()
    options.decorator = Console.decorator(for: Console.standardOutput)
    options.width = Console.width
    var report = ExplanationReport(policies, try assess(policies, day), options: options)
    if let rule { try OutputFile.standardOutput.write(report.bytes(of: rule)) }
    if let question { try OutputFile.standardOutput.write(report.bytes(of: question)) }
  }

  private func unknownName(_ policies: PolicySet) -> Failure {
    let known = policies.rules.map(\.id) + policies.schema.questions.map(\.id)
    let near = Suggestions.near(name, in: known).first.map { "did you mean `\($0)`?" }
    let remedy = near ?? "`answerable check --verbose` lists the rules of a project"
    return Failure(.usage, "there is no rule and no question `\(name)`: \(remedy)")
  }

  private func assess(_ policies: PolicySet, _ day: Int) throws -> Assessment? {
    guard let project else { return nil }
    let source = try ProjectSource(project)
    guard let item = try source.next() else { throw Failure(.invalidInput, "`\(project)` is empty") }
    let assessor = ProjectAssessor(policies: policies, day: day, stage: nil, reviews: ReviewSource())
    let assessment = try assessor.assess(item, at: project).assessment
    Console.show(assessment.diagnostics.filter { $0.severity != .note })
    if !assessment.isDecided { throw Failure(.invalidInput, "`\(project)` can't be read") }
    return assessment
  }
}
