internal import ArgumentParser
internal import Diagnostics
internal import LocalFiles
internal import PolicyModel
internal import ProjectFiles
internal import Questionnaire

/// Begins a project description.
struct InitCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "init",
    abstract: "Begin a project description with the questions that can matter.",
    usage: "answerable init [<file>] [<options>]",
    discussion: """
      Each question stands in the file with why it is asked, who knows, and what may be written, as comments; every \
      answer that is not given is `unknown`. At a terminal the name, the stage, the kind and what decides most rules \
      are asked for first. A file that is there is never overwritten.

        answerable init --kind weapon --answer scope.isr=false turret.yaml

      Exit codes: 0 done; 64 wrong usage, or ended before all was asked, 65 the file is there already or a pack is not \
      valid, 66 missing input, 70 our mistake, 74 input or output failed.
      """)

  @Option(help: ArgumentHelp("The project's name.", valueName: "text"), completion: .nothing)
  var name: String?

  @Option(
    help: ArgumentHelp("Its main purpose: weapon, decision_support, isr …", valueName: "kind"), completion: .kinds)
  var kind: String?

  @Option(help: ArgumentHelp("The stage that it has reached.", valueName: "stage"), completion: .stages)
  var stage: String?

  @Option(
    help: ArgumentHelp(
      "An answer: `scope.isr=true`; items of a list between commas. May be given several times.",
      valueName: "field=value"), completion: .questions)
  var answer: [String] = []

  @Flag(help: "Leave the comments out.")
  var brief = false

  @Option(
    name: .long,
    help: ArgumentHelp("A further pack: a file or a folder. The built-in packs are always there.", valueName: "path"),
    completion: .packs)
  var pack: [String] = []

  @Option(
    help: ArgumentHelp("No date of what was done may lie behind this one; today (UTC).", valueName: "date"),
    completion: .nothing)
  var date: String?

  @Argument(
    help: ArgumentHelp("The new file, or - for standard output; project.yaml.", valueName: "file"),
    completion: .projects)
  var file = "project.yaml"

  func run() throws {
    let day = try CheckOptions.day(date)
    try ProjectPaths.requireFile(file)
    try ProjectPaths.requireNoRecord(file)
    if file != "-", LocalFile.isTaken(file) {
      throw Failure(
        .invalidInput,
        "`\(file)` is there already: it was left as it is; `answerable interview \(CommandWords.quoted(file))` goes on "
          + "with it")
    }
    let policies = try Policies.loaded(pack)
    var template = try template(policies, day, given(policies))
    if Prompter.hasTerminal {
      var session = StartingSession(template.draft)
      template = try self.template(policies, day, session.run())
    }
    let shown = file == "-" ? "project.yaml" : file
    let text = try brief ? template.brief(for: shown) : template.text(for: shown)
    if file == "-" { return try OutputFile.standardOutput.write(Array(text.utf8)) }
    try create(Array(text.utf8))
    let name = CommandWords.quoted(file)
    try OutputFile.standardOutput.write(
      Array(
        """
        began `\(file)` with \(template.questions.count) questions
        go on with `answerable interview \(name)`, or write the answers in the file and run `answerable check \(name)`

        """.utf8))
  }

  /// Somebody who answered at a terminal may mend what is in the way, and does not answer once more.
  private func create(_ bytes: [UInt8]) throws {
    while true {
      do {
        return try EditedFile.create(file, bytes)
      } catch let problem as FileProblem where Prompter.hasTerminal {
        Console.write("  ✗ \(DiagnosticRenderer.printable(problem.message))\n")
        Console.write("Enter tries again, once that is mended; Ctrl-C leaves what was answered. > ")
        if case .end = TypedLine.read() { throw problem }
      }
    }
  }

  private func given(_ policies: PolicySet) throws -> [(question: Int, input: AnswerInput)] {
    try GivenAnswers.read(
      [
        ("--name", "project.name", name), ("--stage", "project.lifecycle_stage", stage),
        ("--kind", "project.kind", kind),
      ], answer, policies)
  }

  private func template(
    _ policies: PolicySet, _ day: Int, _ answers: [(question: Int, input: AnswerInput)]
  ) throws -> ProjectTemplate {
    do {
      return try ProjectTemplate(policies, on: day, answers: answers)
    } catch {
      throw Failure(.usage, "\(error.message): nothing was written")
    }
  }
}
