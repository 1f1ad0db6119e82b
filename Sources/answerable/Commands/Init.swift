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
      if file != "-", !LocalFile.hasFolder(file) {
        Console.write("The folder of `\(DiagnosticRenderer.printable(file))` is not there: make it before the end.\n")
      }
      var session = StartingSession(template.draft)
      template = try self.template(policies, day, session.run())
    }
    if file == "-" { return try OutputFile.standardOutput.write(bytes(template, for: "project.yaml")) }
    let created = try create(template)
    let name = CommandWords.quoted(created)
    try OutputFile.standardOutput.write(
      Array(
        """
        began `\(created)` with \(template.questions.count) questions
        go on with `answerable interview \(name)`, or write the answers in the file and run `answerable check \(name)`

        """.utf8))
  }

  private func bytes(_ template: ProjectTemplate, for name: String) throws -> [UInt8] {
    Array(try (brief ? template.brief(for: name) : template.text(for: name)).utf8)
  }

  /// Writes the file, and returns its name. Somebody who answered at a terminal may mend what is in the way, or give
  /// another name, and does not answer once more.
  private func create(_ template: ProjectTemplate) throws -> String {
    var name = file
    while true {
      let bytes = try bytes(template, for: name)
      let obstacle: any Error
      let why: String
      do {
        try ProjectPaths.requireFile(name)
        try ProjectPaths.requireNoRecord(name)
        try EditedFile.create(name, bytes)
        return name
      } catch let problem as FileProblem where Prompter.hasTerminal {
        (obstacle, why) = (problem, problem.message)
      } catch let failure as Failure where Prompter.hasTerminal {
        (obstacle, why) = (failure, failure.message)
      }
      Console.write("  ✗ \(DiagnosticRenderer.printable(why))\n")
      Console.write("Enter tries again, once that is mended; or type another name; Ctrl-C leaves what was answered. > ")
      switch try TypedLine.read() {
      case .line(let line):
        let typed = line.trimmed
        // Whoever types `yes` or `:quit` wants no file of that name.
        if ProjectPaths.isCandidate(typed) {
          name = typed
        } else if !typed.isEmpty {
          Console.write("  ✗ the name of a project's file ends in .yaml, .yml or .json\n")
        }
      case .end: throw obstacle
      case .refused(let why): Console.write("  ✗ \(why)\n")
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
