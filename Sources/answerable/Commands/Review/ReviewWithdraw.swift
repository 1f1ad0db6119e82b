internal import ArgumentParser
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
    try desk.say(desk.withdraw(entries.map { try desk.entry($0) }))
  }
}
