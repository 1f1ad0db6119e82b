internal import ArgumentParser
internal import AssessmentEngine
internal import CEL
internal import Diagnostics
internal import LocalFiles
internal import LocatedYAML
internal import PolicyModel
internal import ProjectFiles
internal import Reports

/// Evaluates one expression as a rule would, and shows what every part of it came to.
struct Eval: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "eval",
    abstract: "Evaluate a CEL expression over a project description.",
    usage: "answerable eval <expression> [<project>] [<options>]",
    discussion: """
      Names are those of the packs: the questions (`control.abort_latency_s`), `params`, `patterns` and \
      `assessment.date`. Without a project every answer is unknown, and the residual is what would have to be decided.

      Exit codes: 0, whatever it comes to; 65 the expression or the project is not valid, 66 the project is missing, \
      74 it can't be read.
      """)

  @Argument(
    help: ArgumentHelp("The expression, such as 'control.abort_latency_s <= 2.0'.", valueName: "expression"),
    completion: .questions)
  var expression: String

  @OptionGroup var subject: SingleProject

  @Option(help: ArgumentHelp("How to report: text or json.", valueName: "format"), completion: .list(["text", "json"]))
  var format = "text"

  func run() throws {
    guard ["text", "json"].contains(format) else {
      throw Failure(.usage, "there is no format `\(format)` here: it can be text, json")
    }
    let day = try subject.day()
    let policies = try subject.policies()
    let (checked, issues) = policies.environment.compile(expression)
    show(issues)
    guard let checked else { throw Failure(.invalidInput, "the expression has errors") }
    let project = try readProject(policies, day)
    let answers = project?.value.answers.map(\.value) ?? policies.schema.questions.map { _ in nil }
    let variables = policies.variables(answers: answers, on: day)
    let report = EvaluationReport(policies.environment.plan(checked), variables) { path in
      project.flatMap { AnswerLocator($0.value, policies.schema).location(of: path) }
    }
    let bytes =
      format == "json"
      ? report.json() : Array(report.text(Console.decorator(for: Console.standardOutput)).utf8)
    try OutputFile.standardOutput.write(bytes)
    if report.isError || project?.hasErrors == true { throw ExitCode(ExitStatus.invalidInput.rawValue) }
  }

  private func show(_ issues: [ExpressionIssue]) {
    let file = SourceFile(name: "<expression>", bytes: Array(expression.utf8))
    Console.show(issues.map { PolicySet.diagnostic($0, in: file) })
  }

  private func readProject(_ policies: PolicySet, _ day: Int) throws -> Diagnosed<Project>? {
    guard let (path, item) = try subject.read() else { return nil }
    let read = policies.readProject(item.document, on: day)
    Console.show(read.diagnostics.filter { $0.severity != .note })
    try subject.requireReadable(item.document.value, at: path)
    return read
  }
}
