internal import ProjectFiles

/// The manual page `answerable(1)`, made of what the parser knows of the commands and of what it can't know.
struct ManualPage {
  /// The day on which the sentences below were last changed, as the macro `Dd` wants it.
  private static let day = "November 26, 2026"

  static let environment = [
    (name: "NO_COLOR", meaning: "Where it is set and not empty, nothing is coloured, on a terminal either."),
    (
      name: "COLUMNS",
      meaning: "The width to write text in, from 20 to 160; that of the terminal where it is not set, else 100."
    ),
  ]

  static let files = [
    (
      name: "NAME.review.yaml",
      meaning: "The review record of the project description NAME.yaml, beside it or in the folder of --review-from; "
        + "it may end in .yml and .json too."
    ),
    (
      name: "NAME.tests.yaml",
      meaning: "The cases of the pack NAME.yaml, beside it."
    ),
  ]

  static let examples = [
    (why: "What is decided, why, and what to mend:", line: "answerable check turret.yaml"),
    (why: "The decision of every project in a folder, one after the other:", line: "answerable check --quiet projects"),
    (
      why: "A gate in a pipeline, with review records that submitters can't write, and a report for programs:",
      line: "answerable check --review-from reviews --report json=gate.json projects"
    ),
    (
      why: "What will be asked for at a later gate, and what would have been decided on another day:",
      line: "answerable check --stage fielding --date 2026-03-01 turret.yaml"
    ),
    (why: "All about one rule, and how it stands:", line: "answerable explain hc-abort-beats-effect turret.yaml"),
    (why: "What a message means:", line: "answerable explain project.unknown-field"),
    (why: "Help for an editor that knows YAML:", line: "answerable schema project > project.schema.json"),
    (
      why: "Everything that the packs ask, for a legal adviser:",
      line: "answerable pack docs --format html --output reference.html"
    ),
  ]

  private let program: CommandDescription
  private let version: String
  private var out = ManualText()

  init(_ program: CommandDescription, version: String) {
    self.program = program
    self.version = version
  }

  /// The page in the language mdoc.
  mutating func text() -> String {
    let title = program.abstract.hasSuffix(".") ? String(program.abstract.dropLast()) : program.abstract
    out.macro("Dd", Self.day)
    out.macro("Dt", "\(program.name.uppercased()) 1")
    out.macro("Os", "\"\(program.name) \(version)\"")
    out.macro("Sh", "NAME")
    out.macro("Nm", program.name)
    out.macro("Nd", ManualText.escaped(title))
    out.macro("Sh", "SYNOPSIS")
    for command in leaves(program, []) { writeSynopsis(command.words, command.description) }
    out.macro("Sh", "DESCRIPTION")
    out.paragraphs(program.discussion)
    for command in leaves(program, []) { write(command.words, command.description) }
    writeEnvironment()
    writeExitStatus()
    writeExamples()
    return out.lines.joined(separator: "\n") + "\n"
  }

  /// The commands that do something, with the words that call each, in the order of the help.
  private func leaves(
    _ description: CommandDescription, _ words: [String]
  ) -> [(words: [String], description: CommandDescription)] {
    description.subcommands.filter { $0.name != "help" }.flatMap {
      command -> [(words: [String], description: CommandDescription)] in
      let words = words + [command.name]
      return command.subcommands.isEmpty ? [(words, command)] : leaves(command, words)
    }
  }

  // MARK: Commands

  private mutating func writeSynopsis(_ words: [String], _ command: CommandDescription) {
    out.macro("Nm")
    out.macro("Cm", words.map { ManualText.escaped($0) }.joined(separator: " "))
    for argument in ordered(command) {
      let call = call(argument) + (argument.isRepeating ? " ..." : "")
      // What is asked for is a macro of its own, what is not stands inside another.
      out.macro(argument.isOptional ? "Op \(call)" : call)
    }
  }

  /// Options before what they are about. Help is the same everywhere.
  private func ordered(_ command: CommandDescription) -> [CommandDescription.Argument] {
    let own = command.arguments.filter { !$0.names.contains("--help") && !$0.names.contains("--version") }
    return own.filter { !$0.names.isEmpty } + own.filter(\.names.isEmpty)
  }

  /// `Fl \-date Ar date`.
  private func call(_ argument: CommandDescription.Argument, _ names: ArraySlice<String>? = nil) -> String {
    let names = names ?? argument.names.filter { $0.hasPrefix("--") }[...]
    let value = argument.value.map { "Ar \(ManualText.escaped($0))" }
    let flags = names.map { "Fl \(ManualText.escaped(String($0.dropFirst())))" }.joined(separator: " , ")
    return [flags, value ?? ""].filter { !$0.isEmpty }.joined(separator: " ")
  }

  private mutating func write(_ words: [String], _ command: CommandDescription) {
    out.macro("Ss", ManualText.escaped((["answerable"] + words).joined(separator: " ")))
    out.text(command.abstract)
    if !command.discussion.isEmpty {
      out.macro("Pp")
      out.paragraphs(command.discussion)
    }
    let arguments = ordered(command)
    guard !arguments.isEmpty else { return }
    out.macro("Bl", "-tag -width Ds")
    for argument in arguments {
      out.macro("It", call(argument, argument.names.sorted { $0.utf8.count < $1.utf8.count }[...]))
      let standard = argument.standard.map { " Without it: \($0)." } ?? ""
      out.text(argument.abstract + standard)
    }
    out.macro("El")
  }

  // MARK: What the parser can't know

  private mutating func writeEnvironment() {
    out.macro("Sh", "ENVIRONMENT")
    writeList(Self.environment.map { ("Ev \($0.name)", $0.meaning) })
    out.macro("Sh", "FILES")
    writeList(Self.files.map { ("Pa \(ManualText.escaped($0.name))", $0.meaning) })
  }

  private mutating func writeExitStatus() {
    out.macro("Sh", "EXIT STATUS")
    out.text("What check ends with; over several projects it is the gravest. Others use the same numbers above 63.")
    writeList(ExitStatus.allCases.map { ("\($0.rawValue)", $0.meaning) })
  }

  private mutating func writeExamples() {
    out.macro("Sh", "EXAMPLES")
    for (number, example) in Self.examples.enumerated() {
      if number > 0 { out.macro("Pp") }
      out.paragraphs("\(example.why)\n  \(example.line)")
    }
  }

  private mutating func writeList(_ items: [(term: String, meaning: String)]) {
    out.macro("Bl", "-tag -width Ds")
    for item in items {
      out.macro("It", item.term)
      out.text(item.meaning)
    }
    out.macro("El")
  }
}
