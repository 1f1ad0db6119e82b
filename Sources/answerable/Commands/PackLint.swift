internal import ArgumentParser
internal import Diagnostics
internal import LocalFiles
internal import PolicyLinting
internal import PolicyModel
internal import PolicyTesting
internal import ProjectFiles
internal import Reports

/// Says what is wrong with packs, and what is valid but hardly meant.
struct PackLint: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "lint",
    abstract: "Check packs: all that loading checks, and what is hardly meant.",
    discussion: """
      A folder with a foundation is checked as a whole; other packs together with the built-in ones, whose findings are \
      not shown. Without a path the built-in packs are checked.

      Exit codes: 0 nothing to mend (notes apart), 1 findings, 65 the packs can't be loaded.
      """)

  @Option(
    help: ArgumentHelp(
      "How to report: \(DiagnosticFormat.all.map(\.name).joined(separator: ", ")).", valueName: "format"),
    completion: .list(DiagnosticFormat.all.map(\.name)))
  var format = "text"

  @Argument(help: ArgumentHelp("Packs, or folders of them.", valueName: "path"), completion: .packs)
  var paths: [String] = []

  func run() throws {
    guard let format = DiagnosticFormat.named(format) else {
      throw Failure.notOffered(format, DiagnosticFormat.all.map(\.name), "format")
    }
    let source = try PackSource(paths)
    var findings = source.loaded.diagnostics
    if let policies = source.loaded.value {
      findings += LintCheck.findings(LintSubject(policies, testedRules: testedRules(source, policies))).filter {
        source.isNamed($0)
      }
    }
    var context = DiagnosticFormat.Context(version: Answerable.version, codes: Codes.all)
    context.decorator = Console.decorator(for: Console.standardOutput)
    try OutputFile.standardOutput.write(format.write(findings, context))
    if source.loaded.value == nil { throw ExitCode(ExitStatus.invalidInput.rawValue) }
    if findings.contains(where: { $0.severity != .note }) { throw ExitCode(ExitStatus.stop.rawValue) }
  }

  /// The rules that the cases beside the packs are for; nil where there are no cases to look into.
  private func testedRules(_ source: PackSource, _ policies: PolicySet) -> Set<String>? {
    guard !source.tests.isEmpty else { return nil }
    let cases = source.tests.flatMap { PackCases.read($0, policies).value }.flatMap(\.rules)
    return Set(cases.filter { !$0.cases.isEmpty }.map(\.rule.id))
  }
}
