internal import ArgumentParser
internal import Diagnostics
internal import LocalFiles
internal import ProjectFiles
internal import Questionnaire

/// Asks the questions of a project one after the other.
struct InterviewCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "interview",
    abstract: "Answer a project's questions one by one, the most useful next.",
    usage: "answerable interview <file> [<options>]",
    discussion: """
      Each question is shown with why it is asked, who knows, and which rules hang on it; each answer is checked as it \
      is typed, and is in the file at once. An interview can be left and taken up at any time. Where there is no such \
      file, or nothing in it, one is begun.

      Instead of an answer `?` says more, and words behind a colon do something else: `:skip`, `:back`, `:unknown`, \
      `:list`, `:go NAME`, `:evidence FILE`, `:state`, `:quit`; `:help` says them all.

      What could not be saved is kept, and tried again; whatever is not in the file at the end is shown once more, such \
      as a list that no empty line ended. Where answers come from a file or a pipe, the first that is not taken ends the \
      interview: what stands behind it could answer another question.

      Exit codes: 0, whatever the gate decides; 64 wrong usage, 65 not everything that was typed is in the file, the file \
      can't be edited or a pack is not valid, 66 the file is missing and was not begun, 70 our mistake, 74 input or \
      output failed.
      """)

  @Argument(help: ArgumentHelp("The project's file.", valueName: "file"), completion: .projects)
  var file: String

  @Option(
    name: .long,
    help: ArgumentHelp("A further pack: a file or a folder. The built-in packs are always there.", valueName: "path"),
    completion: .packs)
  var pack: [String] = []

  @Option(
    help: ArgumentHelp("The date of the assessment; today (UTC) where it is left out.", valueName: "date"),
    completion: .nothing)
  var date: String?

  @Option(
    help: ArgumentHelp(
      "Assess for the gate to this stage, where it is later than the declared one.", valueName: "stage"),
    completion: .stages)
  var stage: String?

  func run() throws {
    if file == "-" { throw Failure(.usage, "answers go into a file: name it instead of `-`") }
    try ProjectPaths.requireFile(file)
    try ProjectPaths.requireNoRecord(file)
    let assessor = ProjectAssessor(
      policies: try Policies.loaded(pack), day: try CheckOptions.day(date), stage: try CheckOptions.stage(stage),
      reviews: ReviewSource())
    let present = try LocalFile.isTaken(file) ? EditedFile(reading: file) : nil
    let isNew = present?.isBlank ?? true
    if isNew { try begin(in: present) }
    var session = try InterviewSession(file, isNew ? .fromTheStart : .mostDeciding, assessor)
    try session.run()
  }

  private func begin(in present: EditedFile?) throws {
    let state = present == nil ? "There is no `\(file)`" : "`\(file)` is empty"
    let header = Array("answerable: project/1\n".utf8)
    while true {
      Console.write("\(DiagnosticRenderer.printable(state)). Begin it? [yes] > ")
      let answer: String
      switch try TypedLine.read() {
      case .line(let line): answer = line.trimmed.lowercased()
      case .end: answer = "no"
      case .refused(let why): answer = why
      }
      switch answer {
      case "", "y", "yes":
        if let present { return try present.replace(by: header) }
        return try EditedFile.create(file, header)
      case "n", "no": throw Failure(.missingInput, "nothing was begun in `\(file)`")
      case _ where !Prompter.hasTerminal:
        let said = Diagnostic.shortened(answer)
        throw Failure(.missingInput, "nothing was begun in `\(file)`: `\(said)` is neither yes nor no")
      default: Console.write("  ✗ type yes or no\n")
      }
    }
  }
}
