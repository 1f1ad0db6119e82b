internal import Diagnostics

/// What can be typed instead of an answer: a word behind a colon, or `?`.
enum InterviewCommand: Hashable {
  case skip, back, unknown, none, why, state, idle, quit, help
  /// The open questions, or all of one group.
  case list(String?)
  case go(String)
  /// Items and entries of a list, counted from 1.
  case drop(Int)
  case edit(Int)
  /// A file or an address that shows an answer, and what it is called.
  case evidence(String, title: String?)

  /// What a line is.
  enum Line: Hashable {
    case answer(String)
    case command(InterviewCommand)
    /// A word that people type who have no answer.
    case stopgap(String)
    /// Neither; says why, and what to write.
    case wrong(String)
  }

  /// The words, and what each does.
  static let words: [(word: String, does: String)] = [
    (":skip", "asks something else; this question comes again another time"),
    (":back", "goes back to the question before, or takes back what was typed last in a list"),
    (":unknown", "writes that it is not known"),
    (":none", "answers a list with nothing: there is none"),
    (":why", "says all there is to say about the question; ? does the same"),
    (":state", "says what the gate decides as it is now, and what stands against going on"),
    (":list", "lists the open questions; :list GROUP all of a group with their answers"),
    (":go NAME", "asks the question of that name, also to change its answer"),
    (":idle", "shows answers that count for nothing any more, and offers to take them out"),
    (":drop N", "takes item N out of a list"),
    (":edit N", "asks entry N of a list again, key by key"),
    (":evidence FILE", "names a file beside the project, or an address, that shows the answer; a title may follow"),
    (":quit", "ends; every answer is in the file already, a list once an empty line ended it"),
    (":help", "says this"),
    ("::WORDS", "answers with WORDS, even where they look like one of these"),
  ]

  /// Words for no answer that the reader of projects would take for a text, or say little of.
  private static let stopgaps: Set<String> = [
    "idk", "dunno", "no idea", "don't know", "dont know", "i don't know", "not known", "not sure", "null", "nil", "~",
    "none", "nothing", "n/a", "na", "-", "??",
  ]

  /// - Parameter line: Without blanks at its ends.
  static func read(_ line: String) -> Line {
    if line == "?" { return .command(.why) }
    if line.hasPrefix("::") { return .answer(String(line.dropFirst(2)).trimmed) }
    guard line.hasPrefix(":") else {
      let lower = line.lowercased()
      // Whoever means the command would else find it in the file as an answer.
      let isCommand = ["skip", "back", "quit", "exit", "help", "list", "state", "why"].contains(lower)
      if isCommand {
        let word = lower == "exit" ? "quit" : lower
        return .wrong("`\(line)` is a command as `:\(word)`; to answer with that word type `::\(line)`")
      }
      return stopgaps.contains(lower) ? .stopgap(line) : .answer(line)
    }
    let parts = line.dropFirst().split(separator: " ", maxSplits: 1).map { String($0).trimmed }
    let word = parts.first?.lowercased() ?? ""
    let rest = parts.count > 1 ? parts[1] : nil
    let names = [
      "skip", "back", "unknown", "none", "why", "state", "list", "go", "idle", "drop", "edit", "evidence", "quit",
      "help",
    ]
    let found = names.contains(word) ? [word] : names.filter { !word.isEmpty && $0.hasPrefix(word) }
    guard found.count == 1, let name = found.first else {
      let near = found.isEmpty ? Suggestions.near(word, in: names) : found
      let hint =
        near.isEmpty ? "`:help` lists them" : "did you mean " + near.map { "`:\($0)`" }.joined(separator: ", ") + "?"
      return .wrong("there is no command `:\(word)`: \(hint)")
    }
    return command(name, rest)
  }

  private static func command(_ name: String, _ rest: String?) -> Line {
    switch name {
    case "list": return .command(.list(rest))
    case "go":
      return rest.map { .command(.go($0)) } ?? .wrong("`:go` needs the name of a question: `:list` shows them")
    case "drop", "edit":
      guard let number = rest.flatMap({ Int($0) }) else { return .wrong("`:\(name)` needs the number of an item") }
      return .command(name == "drop" ? .drop(number) : .edit(number))
    case "evidence": return evidence(rest ?? "")
    default: break
    }
    if let rest { return .wrong("`:\(name)` stands alone: leave out `\(Diagnostic.shortened(rest))`") }
    let plain: [String: InterviewCommand] = [
      "skip": .skip, "back": .back, "unknown": .unknown, "none": .none, "why": .why, "state": .state, "idle": .idle,
      "quit": .quit, "help": .help,
    ]
    return plain[name].map { .command($0) } ?? .command(.help)
  }

  /// A name with blanks stands between quotes; what follows is the title.
  private static func evidence(_ text: String) -> Line {
    let isQuoted = text.hasPrefix("\"") || text.hasPrefix("'")
    let body = isQuoted ? text.dropFirst() : text[...]
    let end = body.firstIndex { isQuoted ? $0 == text.first : $0.isWhitespace }
    let source = String(end.map { body[..<$0] } ?? body)
    guard !source.isEmpty, end != nil || !isQuoted else {
      return .wrong("`:evidence` needs a file or an address: `:evidence evidence/trial.pdf Trial report of January`")
    }
    let title = (end.map { body[body.index(after: $0)...] } ?? "").trimmed
    return .command(.evidence(source, title: title.isEmpty ? nil : title))
  }
}
