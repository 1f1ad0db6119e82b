internal import ArgumentParser
internal import Diagnostics
internal import LocalFiles
internal import PolicyModel
internal import PolicyTesting
internal import ProjectFiles

/// Runs the cases that stand beside packs.
struct PackTest: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "test",
    abstract: "Run the cases beside packs, and see what they leave open.",
    usage: "answerable pack test [<options>] <path> ...",
    discussion: """
      The cases of `human-control.yaml` stand in `human-control.tests.yaml` beside it. Beyond running them, this says \
      which terms of conditions they never see true or false, and makes a small error in each comparison, boundary, \
      connective, constant and stage of every rule, one after the other: some case has to notice each.

      Exit codes: 0 all well, 1 findings, 65 a pack or a file of cases is not valid, 66 there are no cases.
      """)

  @Option(help: ArgumentHelp("Only this rule. May be given several times.", valueName: "id"), completion: .rules)
  var rule: [String] = []

  @Flag(help: "Run the cases, and make no errors for them to notice.")
  var noMutants = false

  @Option(help: ArgumentHelp("How to report: text, json.", valueName: "format"), completion: .list(["text", "json"]))
  var format = "text"

  @Argument(help: ArgumentHelp("Packs, or folders of them.", valueName: "path"), completion: .packs)
  var paths: [String]

  func run() throws {
    guard ["text", "json"].contains(format) else { throw Failure.notOffered(format, ["text", "json"], "format") }
    let source = try PackSource(paths)
    let policies = try source.policies()
    // No tests are no pass: what is asked for has to be among what is tested.
    if source.named.isEmpty {
      throw Failure(.missingInput, "there is no pack to test: name `NAME.yaml`, and the cases beside it are found")
    }
    let rules = policies.packs.filter { source.named.contains($0.id) }.flatMap(\.rules).map(\.id)
    for id in rule where !rules.contains(id) { throw Failure.notOffered(id, rules, "rule") }
    if source.tests.isEmpty {
      throw Failure(.missingInput, "there are no cases: write them in `NAME.tests.yaml` beside the pack `NAME.yaml`")
    }
    let read = source.tests.map { PackCases.read($0, policies) }
    let problems = read.flatMap(\.diagnostics)
    Console.show(problems)
    if problems.contains(where: { $0.severity == .error }) {
      throw Failure(.invalidInput, "the cases have errors: nothing was tested")
    }
    let run = PackTestRun(policies, only: rule.isEmpty ? nil : Set(rule), hasMutants: !noMutants)
    let result = run.run(source.named, read.flatMap(\.value))
    try OutputFile.standardOutput.write(
      format == "json"
        ? PackTestReport.json(result)
        : PackTestReport.text(result, decorator: Console.decorator(for: Console.standardOutput)))
    if !result.findings.isEmpty { throw ExitCode(ExitStatus.stop.rawValue) }
  }
}
