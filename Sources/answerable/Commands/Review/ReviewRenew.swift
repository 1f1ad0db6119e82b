internal import ArgumentParser
internal import ProjectFiles

/// Binds the record to the project as it is now, and each entry to what it was written for.
struct ReviewRenew: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "renew",
    abstract: "Bind the record to the project as it is now. Entries stay bound to what they were written for.",
    usage: "answerable review renew <project> [<options>]",
    discussion: """
      No entry is carried over: each claim and acceptance keeps the digest of the version that it was written for, and has \
      no effect until somebody looks at it again (`answerable review confirm`). Disputes hold for every version.

      \(ReviewOptions.exitCodes)
      """)

  @OptionGroup var options: ReviewOptions

  func run() throws {
    let desk = try ReviewDesk(options)
    guard let change = try desk.renew() else {
      return try desk.print(["`\(desk.record.name)` is for this version of `\(desk.project)` already"])
    }
    try desk.say(change)
  }
}
