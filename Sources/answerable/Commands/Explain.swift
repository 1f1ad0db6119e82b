internal import ArgumentParser
internal import AssessmentEngine
internal import Diagnostics
internal import LocalFiles
internal import LocatedYAML
internal import PolicyModel
internal import ProjectFiles
internal import Reports

/// Says all there is to say about one thing that packs and reports name.
struct Explain: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain",
    abstract: "Explain a rule, a question, a code or a term, in general or for a project.",
    usage: "answerable explain <name> [<project>] [<options>]",
    discussion: """
      Everything that packs and reports name can be explained: rules, questions, parameters, clauses (P10), packs, \
      citations (API:57(2)(b)), frameworks (API), terms of the glossary, and codes of messages (project.unknown-field).

      With a project, the outcome is that of `check` on the same date, with the review record beside the project. \
      Single answers that would change it are listed, as far as they can be told one by one: lists are left out.

      Exit codes: 0; 64 nothing has that name, 65 the project is not valid, 66 it is missing, 74 it can't be read.
      """)

  @Argument(
    help: ArgumentHelp(
      "A rule (hc-abort-beats-effect), a question (control.abort_latency_s), a code, a term …", valueName: "name"),
    completion: .explainable)
  var name: String

  @OptionGroup var subject: SingleProject

  @Option(
    help: ArgumentHelp(
      "A folder in which evidence may be, beside that of its project. May be given several times.", valueName: "folder"),
    completion: .directory)
  var evidenceFrom: [String] = []

  func run() throws {
    let day = try subject.day()
    let policies = try subject.policies()
    var options = ReportFormat.Options()
    options.decorator = Console.decorator(for: Console.standardOutput)
    options.width = Console.width
    let general = ExplanationReport(policies, nil, codes: Codes.all)
    guard general.knows(name) else { throw unknownName(general.suggestions(for: name)) }
    let assessment = try assess(policies, day)
    var report = ExplanationReport(policies, assessment, codes: Codes.all, options: options)
    try OutputFile.standardOutput.write(report.bytes(of: name))
    if assessment?.hasErrors == true { throw ExitCode(ExitStatus.invalidInput.rawValue) }
  }

  private func unknownName(_ near: [String]) -> Failure {
    let list = near.prefix(4).map { "`\($0)`" }.joined(separator: ", ")
    let remedy =
      near.isEmpty
      ? "`answerable check --verbose` lists the rules of a project" : "did you mean \(list)?"
    return Failure(.usage, "there is nothing to explain under the name `\(name)`: \(remedy)")
  }

  private func assess(_ policies: PolicySet, _ day: Int) throws -> Assessment? {
    guard let (path, item) = try subject.read() else { return nil }
    let assessor = ProjectAssessor(
      policies: policies, day: day, stage: nil, reviews: ReviewSource(),
      evidenceFolders: try EvidenceFiles.folders(evidenceFrom))
    let assessment = try assessor.assess(item, at: path).assessment
    Console.show(assessment.diagnostics.filter { $0.severity != .note })
    try subject.requireReadable(item.document.value, at: path)
    return assessment
  }
}
