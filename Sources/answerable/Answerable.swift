internal import ArgumentParser
internal import Diagnostics
internal import Glibc
internal import LocalFiles
internal import ProjectFiles

@main
struct Answerable: ParsableCommand {
  /// Of what writes a report, without all that the commands are described with.
  static let version = "0.1.0"

  static let configuration = CommandConfiguration(
    commandName: "answerable",
    abstract: "The responsible-AI checklist for defence.",
    discussion: """
      Holds a project description against the commitments that the ASEAN defence ministers made in Penang on \
      26 February 2025: people keep judgement and control over the use of force, accountability never moves to a \
      machine, use stays consistent with international humanitarian law.

      Begin with these four:

        answerable init turret.yaml          begin a description of the project
        answerable interview turret.yaml     answer its questions one by one
        answerable check turret.yaml         the decision, why, and what to mend
        answerable explain RULE turret.yaml  all about one rule and how it stands

      An interview can be left at any time: every answer is in the file at once. `answerable help check` says what \
      else a check can do.

      Exit codes: 0 proceed, 1 stop, 2 hold, 3 conditional; 64 wrong usage, 65 invalid input, 66 missing input, \
      70 our mistake, 74 input or output failed.
      """,
    version: version,
    groupedSubcommands: [
      CommandGroup(
        name: "Projects",
        subcommands: [
          InitCommand.self, InterviewCommand.self, Next.self, Check.self, Explain.self, Diff.self, Serve.self,
        ]),
      CommandGroup(name: "Reviews", subcommands: [Review.self]),
      CommandGroup(name: "Policies", subcommands: [Pack.self, Eval.self]),
      CommandGroup(name: "Editors And Shells", subcommands: [Schema.self, Completions.self, Manual.self]),
    ])

  static func main() async {
    HeapGrowth.beginWithRoom()
    StandardStreams.reportProblems()
    // In fewer, the parser ends the process in the middle of its help.
    Terminal.ensureColumns(atLeast: 40)
    do {
      if CommandLine.arguments.isEmpty {
        fail(.inputOutput, "the words of this command can't be read from `/proc/self/cmdline`: nothing was done")
      }
      try refuseEmptyValues()
      if let words = plainCheck() { Glibc.exit(try words.run().rawValue) }
      var command = try namedCommand()
      if var command = command as? any AsyncParsableCommand {
        try await command.run()
      } else {
        try command.run()
      }
    } catch let status as ExitCode {
      // The parser would first work out the help that it then does not show.
      Glibc.exit(status.rawValue)
    } catch let failure as Failure {
      Console.show(failure.diagnostics)
      fail(failure.status, failure.message)
    } catch let problem as FileProblem {
      fail(problem.kind == .missing ? .missingInput : .inputOutput, problem.suggesting)
    } catch {
      let status = exitCode(for: error)
      if status == .success { show(help: fullMessage(for: error)) }
      // What was typed stands in the parser's words, and could steer the terminal.
      let lines = fullMessage(for: error).split(separator: "\n", omittingEmptySubsequences: false)
      Console.write(lines.map { DiagnosticRenderer.printable(String($0)) }.joined(separator: "\n") + "\n")
      Glibc.exit(status.rawValue)
    }
  }

  /// What was asked of the program itself, such as its help or its version.
  private static func show(help: String) -> Never {
    do throws(FileProblem) {
      try OutputFile.standardOutput.write(Array((help + "\n").utf8))
    } catch {
      fail(.inputOutput, error.message)
    }
    Glibc.exit(ExitStatus.proceed.rawValue)
  }

  /// Nothing was asked for. Where a script has lost the words of its check, that must not look like a pass.
  func run() throws {
    Console.write(Self.helpMessage() + "\n")
    throw ExitCode(ExitStatus.usage.rawValue)
  }

  /// The parser would take the next word for the value of `--marking=`, such as the project that is to be checked.
  private static func refuseEmptyValues() throws {
    for word in CommandLine.arguments.dropFirst().prefix(while: { $0 != "--" })
    where word.hasPrefix("--") && word.utf8.firstIndex(of: UInt8(ascii: "=")) == word.utf8.indices.last {
      throw Failure(.usage, "`\(word)` has no value: write one behind it, or leave it out")
    }
  }

  /// Of all commands this is the one that somebody waits for a thousand times a day: where its words are plain, none of the
  /// parser is needed.
  private static func plainCheck() -> CheckWords? {
    let words = CommandLine.arguments.dropFirst()
    guard words.first == Check.name else { return nil }
    Policies.prepare()
    guard let plain = CheckWords(plain: words.dropFirst()) else { return nil }
    Policies.helpPreparing()
    return plain
  }

  private static func namedCommand() throws -> any ParsableCommand {
    let words = CommandLine.arguments.dropFirst()
    try RepeatedOptions.refuse(Array(words))
    // Read by itself it takes a quarter less. What it does not take is read again below, as the whole that it is part of
    // has to say what is wrong.
    if words.first == Check.name, let check = try? Check.parse(Array(words.dropFirst())) {
      return check
    }
    try refuseUnknownCommand()
    return try parseAsRoot()
  }

  /// The parser calls a misspelt command an unexpected argument, which helps nobody.
  private static func refuseUnknownCommand() throws {
    var words = CommandLine.arguments.dropFirst()
    var commands = configuration.subcommands
    var path = ["answerable"]
    while !commands.isEmpty, let word = words.popFirst(), !word.hasPrefix("-"), word != "help" {
      let names = commands.compactMap { $0.configuration.commandName }
      guard let command = commands.first(where: { $0.configuration.commandName == word }) else {
        let near = Suggestions.near(word, in: names + ["help"]).first.map { "did you mean `\($0)`?" }
        let remedy =
          path.count == 1
          ? "to assess a file write `answerable check \(word)`" : "it can be \(names.joined(separator: ", "))"
        throw Failure(
          .usage, "there is no command `\((path.dropFirst() + [word]).joined(separator: " "))`: \(near ?? remedy)")
      }
      path.append(word)
      commands = command.configuration.subcommands
    }
  }

  private static func fail(_ status: ExitStatus, _ message: String) -> Never {
    Console.complain(message)
    Glibc.exit(status.rawValue)
  }
}
