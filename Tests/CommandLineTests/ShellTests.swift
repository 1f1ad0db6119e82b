import Foundation
import TestSupport
import ProjectFiles
import Testing

@testable import answerable

/// What stands between the program and whoever types: help, completion, the manual page.
@Suite("Help, completion and manual")
struct ShellTests {
  /// Every command by the words that call it, with what the parser knows of it.
  private static func commands() throws -> [(words: [String], command: [String: Any])] {
    let dump = try Program.run(["--experimental-dump-help"], in: Folder.package)
    let object = try JSONSerialization.jsonObject(with: Data(dump.output.utf8)) as? [String: Any]
    let root = try #require(object?["command"] as? [String: Any])
    func all(_ words: [String], _ command: [String: Any]) -> [(words: [String], command: [String: Any])] {
      let below = (command["subcommands"] as? [[String: Any]] ?? []).filter { $0["commandName"] as? String != "help" }
      return [(words, command)]
        + below.flatMap { all(words + [$0["commandName"] as? String ?? ""], $0) }
    }
    let found = all([], root)
    #expect(found.count > 10)
    return found
  }

  // MARK: Help

  @Test("the help of every command fits a terminal, and says what its exit codes are")
  func help() throws {
    for (words, _) in try Self.commands() {
      let result = try Program.run(words + ["--help"], in: Folder.package)
      #expect(result.status == 0)
      let lines = result.output.split(separator: "\n")
      for line in lines { #expect(line.unicodeScalars.count <= 80, "\(words): \(line)") }
      #expect(result.output.contains("Exit codes: "), "\(words)")
    }
  }

  @Test("the four commands that the help begins with do what it says of them")
  func firstFour() throws {
    let help = try Program.run(["--help"], in: Folder.package).output
    let block = try #require(help.components(separatedBy: "Begin with these four:\n\n").dropFirst().first)
    let lines = try #require(block.components(separatedBy: "\n\n").first).split(separator: "\n")
    #expect(lines.count == 4)
    let scratch = try Scratch()
    let results = try lines.map { line in
      let command = try #require(String(line).components(separatedBy: "  ").first { !$0.isEmpty })
      return try Program.run(
        shell: command.replacing("RULE", with: "hc-abort-beats-effect"), in: scratch.folder)
    }
    #expect(results.map(\.status) == [0, 0, 2, 0])
    #expect(results[0].output.hasPrefix("began `turret.yaml`"))
    #expect(results[1].errors.contains("hold (stage unanswered)"))
    #expect(results[2].output.contains("Answer next"))
    #expect(results[3].output.hasPrefix("hc-abort-beats-effect"))
  }

  // MARK: Completion

  @Test("it is said of everything that takes a word what completes it")
  func kinds() throws {
    var missing: [String] = []
    for (words, command) in try Self.commands() {
      for argument in command["arguments"] as? [[String: Any]] ?? [] where argument["kind"] as? String != "flag" {
        let name = argument["valueName"] as? String ?? ""
        if argument["completionKind"] == nil { missing.append((words + [name]).joined(separator: " ")) }
      }
    }
    #expect(missing == [])
  }

  @Test(
    "the scripts are scripts of their shells", arguments: [("bash", "-n"), ("zsh", "-n"), ("fish", "--no-execute")])
  func scripts(shell: String, option: String) throws {
    guard let judge = Judge.find(shell, package: shell) else { return }
    let scratch = try Scratch()
    let result = try Program.run(
      shell: "answerable completions \(shell) > script && exec \(judge) \(option) script", in: scratch.folder)
    #expect(result.status == 0 && result.errors.isEmpty, "\(result.errors)")
    let script = try Data(contentsOf: scratch.folder.appending(path: "script"))
    #expect(script.count > 2_000)
  }

  struct Completed: Sendable, CustomTestStringConvertible {
    let line: [String]
    /// All that is offered, where that can be listed; else some of it.
    var all: [String]?
    var some: [String] = []
    var never: [String] = []

    var testDescription: String { line.joined(separator: " ") }
  }

  static let completed = [
    Completed(line: ["ch"], all: ["check"]),
    Completed(line: [""], some: ["check", "explain", "completions", "manual"]),
    Completed(line: ["pack", ""], some: ["lint", "test", "diff", "docs"], never: ["check"]),
    Completed(line: ["check", "--revi"], some: ["--review", "--review-from"]),
    Completed(line: ["check", ""], all: ["a.yaml", "c.json", "folder"]),
    Completed(line: ["check", "--format", ""], some: ["text", "json", "ndjson"], never: ["a.yaml"]),
    Completed(line: ["check", "--report", "js"], all: ["json=gate.json"]),
    Completed(line: ["check", "--stage", "f"], all: ["fielding"]),
    Completed(line: ["init", "--kind", "we"], all: ["weapon"]),
    Completed(line: ["interview", ""], all: ["a.yaml", "c.json", "folder"]),
    Completed(line: ["check", "--pass-on", ""], all: ["conditional", "hold"]),
    Completed(line: ["check", "--review-from", ""], all: ["folder"]),
    Completed(line: ["check", "--evidence-from", ""], all: ["folder"]),
    Completed(line: ["check", "--date", ""], all: []),
    Completed(line: ["check", "--output", ""], some: ["a.yaml", "b.txt", "folder"]),
    Completed(
      line: ["explain", "hc-a"], all: ["hc-abort-beats-effect", "hc-area-bounded", "hc-autonomy-mode-controlled"]),
    Completed(line: ["explain", "control.abort_l"], all: ["control.abort_latency_s"]),
    Completed(line: ["explain", "project.unknown-f"], all: ["project.unknown-field"]),
    Completed(line: ["explain", "P10", ""], some: ["a.yaml", "folder"], never: ["hc-abort-beats-effect", "b.txt"]),
    Completed(line: ["eval", "force.commit"], some: ["force.commit_to_effect_s"]),
    Completed(line: ["pack", "test", "--rule", "hc-abort"], all: ["hc-abort-beats-effect"]),
    Completed(line: ["pack", "lint", "--format", "sa"], all: ["sarif"]),
    Completed(line: ["schema", "pr"], all: ["project"]),
    Completed(line: ["completions", ""], all: ["bash", "fish", "zsh"]),
  ]

  /// A folder in which files can be completed.
  private static func place() throws -> Scratch {
    let scratch = try Scratch()
    for name in ["a.yaml", "b.txt", "c.json"] { try Data().write(to: scratch.folder.appending(path: name)) }
    try FileManager.default.createDirectory(
      at: scratch.folder.appending(path: "folder"), withIntermediateDirectories: false)
    return scratch
  }

  private static func check(_ found: [String], _ expected: Completed) {
    if let all = expected.all { #expect(found.sorted() == all) }
    for word in expected.some { #expect(found.contains(word), "\(found)") }
    for word in expected.never { #expect(!found.contains(word), "\(found)") }
  }

  @Test("bash completes what is typed", arguments: completed)
  func bash(expected: Completed) throws {
    let scratch = try Self.place()
    // As bash calls the function; `compopt` works only while a person types.
    let script = """
      source <(answerable completions bash)
      compopt() { :; }
      COMP_WORDS=(answerable "$@"); COMP_CWORD=$#; COMP_LINE="${COMP_WORDS[*]}"; COMP_POINT=${#COMP_LINE}; COMP_TYPE=9; COMP_KEY=9
      _answerable answerable "${COMP_WORDS[COMP_CWORD]}" "${COMP_WORDS[COMP_CWORD - 1]}"
      [ ${#COMPREPLY[@]} = 0 ] || printf '%s\\n' "${COMPREPLY[@]}"
      """
    try Data(script.utf8).write(to: scratch.folder.appending(path: "..completion"))
    let words = expected.line.map { "'\($0)'" }.joined(separator: " ")
    let result = try Program.run(shell: "bash ..completion \(words)", in: scratch.folder)
    #expect(result.status == 0 && result.errors.isEmpty, "\(result.errors)")
    // The folder is offered with what is behind it or without.
    Self.check(result.output.split(separator: "\n").map { String($0.prefix { $0 != "/" }) }, expected)
  }

  /// Names that the program itself is asked for need a fish that somebody types into: it asks for the cursor.
  @Test(
    "fish completes what is typed",
    arguments: completed.filter {
      $0.line.last != "" && $0.all != nil && !$0.line.contains("explain") && !$0.line.contains("--rule")
        && !$0.line.contains("--kind")
    })
  func fish(expected: Completed) throws {
    guard let judge = Judge.find("fish", package: "fish") else { return }
    let scratch = try Self.place()
    let line = (["answerable"] + expected.line).joined(separator: " ")
    let result = try Program.run(
      shell: "answerable completions fish > script; exec \(judge) -c 'source script; complete -C \"\(line)\"'",
      in: scratch.folder, environment: ["HOME": scratch.folder.path()])
    #expect(result.status == 0, "\(result.errors)")
    Self.check(
      result.output.split(separator: "\n").map { String($0.prefix { $0 != "\t" }) }.filter { !$0.isEmpty }, expected)
  }

  // MARK: Manual

  private static func manual(in scratch: Scratch) throws -> String {
    let result = try Program.run(["manual"], in: scratch.folder)
    #expect(result.status == 0)
    try Data(result.output.utf8).write(to: scratch.folder.appending(path: "answerable.1"))
    return result.output
  }

  @Test(
    "the manual page is in order",
    arguments: [
      ("mandoc", "-Tlint -Wwarning answerable.1"), ("man", "--warnings --local-file answerable.1 >/dev/null"),
    ])
  func lint(name: String, words: String) throws {
    guard let judge = Judge.find(name, package: name == "man" ? "man-db" : name) else { return }
    let scratch = try Scratch()
    _ = try Self.manual(in: scratch)
    let result = try Program.run(shell: "\(judge) \(words)", in: scratch.folder)
    #expect(result.status == 0)
    #expect(result.output.isEmpty && result.errors.isEmpty, "\(result.output)\(result.errors)")
  }

  @Test("the manual page tells of every command, option and exit code, in the usual order")
  func rendered() throws {
    guard let judge = Judge.find("mandoc", package: "mandoc") else { return }
    let scratch = try Scratch()
    _ = try Self.manual(in: scratch)
    let page = try Program.run(shell: "\(judge) -T utf8 answerable.1 | col -bx", in: scratch.folder).output
    let headings = page.split(separator: "\n").filter { $0.first?.isLetter == true && $0 == $0.uppercased() }
    #expect(
      headings.filter { !$0.contains("(1)") } == [
        "NAME", "SYNOPSIS", "DESCRIPTION", "ENVIRONMENT", "FILES", "EXIT STATUS", "EXAMPLES",
      ])
    for line in page.split(separator: "\n") { #expect(line.unicodeScalars.count <= 80, "\(line)") }
    for (words, command) in try Self.commands() where command["subcommands"] == nil {
      #expect(page.contains("   answerable \(words.joined(separator: " "))\n"))
      for argument in command["arguments"] as? [[String: Any]] ?? [] {
        let names = (argument["names"] as? [[String: Any]] ?? []).filter { $0["kind"] as? String == "long" }
        for name in names.compactMap({ $0["name"] as? String }) where name != "help" && name != "version" {
          #expect(page.contains("--\(name)"), "\(words) \(name)")
        }
      }
    }
    let codes = try #require(page.components(separatedBy: "EXIT STATUS").last)
    for status in ProjectFiles.ExitStatus.allCases {
      #expect(codes.contains("\n     \(status.rawValue)  "), "\(status)")
    }
  }

  @Test("what the manual page gives as examples works", arguments: ManualPage.examples.map(\.line))
  func examples(line: String) throws {
    let scratch = try Scratch()
    let manager = FileManager.default
    for name in ["projects", "reviews"] {
      try manager.createDirectory(at: scratch.folder.appending(path: name), withIntermediateDirectories: false)
    }
    for name in ["turret.yaml", "projects/turret.yaml"] {
      try manager.copyItem(
        at: Folder.package.appending(path: "Examples/counter-drone-turret.yaml"),
        to: scratch.folder.appending(path: name))
    }
    #expect(try Self.manual(in: scratch).contains(ManualText.escaped(line)))
    let result = try Program.run(shell: line, in: scratch.folder)
    #expect(result.status == (line.hasPrefix("answerable check") ? 1 : 0), "\(result.errors)")
    if !line.contains(" > "), !line.contains("--output") { #expect(!result.output.isEmpty) }
  }

  @Test("nothing in a text is taken for a macro or an escape")
  func escapes() {
    var text = ManualText()
    text.text(".Bd \\fB 'x' `y` a-b ~ ^ … é")
    text.paragraphs("one\n\n  two\n\n  three\nfour. Five")
    #expect(
      text.lines == [
        "\\&.Bd \\efB \\(aqx\\(aq \\(gay\\(ga a\\-b \\(ti \\(ha \\&...", "\\[u00E9]", "one", ".Bd -literal -offset 2n",
        "two",
        "", "three", ".Ed", ".Pp", "four.", "Five",
      ])
  }
}
