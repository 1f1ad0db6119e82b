internal import ArgumentParser
internal import AssessmentEngine
internal import LocatedYAML
internal import ProjectFiles

/// Takes entries out of the record.
struct ReviewWithdraw: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "withdraw",
    abstract: "Take entries out of the record, such as a dispute that is settled. Their text is printed.",
    usage: "answerable review withdraw <project> <entry> ... [<options>]",
    discussion: ReviewOptions.exitCodes)

  @OptionGroup var options: ReviewOptions

  @Argument(help: ArgumentHelp("The entries, such as 'disputes[0]'.", valueName: "entry"), completion: .nothing)
  var entries: [String]

  func run() throws {
    let desk = try ReviewDesk(options)
    var chosen: [ReviewEntry] = []
    for name in entries {
      let entry = try desk.entry(name)
      if !chosen.contains(where: { $0.name == entry.name }) { chosen.append(entry) }
    }
    // From the last to the first, so that places stay those that were named.
    let order = chosen.sorted { $0.index > $1.index }
    let (bytes, texts) = try desk.editing { editor throws(YAMLEditProblem) in
      var texts: [(entry: ReviewEntry, text: String)] = []
      for entry in order { texts.append((entry, try editor.remove(at: entry.path))) }
      return texts
    }
    let next = try desk.assess(bytes)
    guard next.reviewEntries.count == desk.present.reviewEntries.count - chosen.count else {
      throw Failure(.internalError, "the record would not read back as it was meant; nothing was written")
    }
    try desk.record.replace(by: bytes)
    var lines: [String] = []
    for (entry, text) in texts.reversed() {
      lines.append("withdrew \(entry.name) from `\(desk.record.path)`, which read:")
      lines += text.split(whereSeparator: \.isNewline).map { String($0) }
    }
    try desk.say(lines, next)
  }
}
