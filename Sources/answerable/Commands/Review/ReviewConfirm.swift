internal import ArgumentParser
internal import AssessmentEngine
internal import ProjectFiles
internal import Questionnaire

/// Binds entries to the project as it is now, because somebody looked at them again.
struct ReviewConfirm: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "confirm",
    abstract: "Enter that somebody looked again at entries that were written for another version of the project.",
    usage: "answerable review confirm <project> <entry> ... [<options>]",
    discussion: """
      Whoever confirms must be able to sign: who accepted or approved the entry at first, or somebody else of sufficient \
      rank (--rank). Either all entries that are named are confirmed, or none.

      \(ReviewOptions.exitCodes)
      """)

  @OptionGroup var options: ReviewOptions

  @Argument(help: ArgumentHelp("The entries, such as 'risk_acceptances[0]'.", valueName: "entry"), completion: .nothing)
  var entries: [String]

  @Option(help: ArgumentHelp("Who looked again: a person or a post.", valueName: "name"), completion: .nothing)
  var by: String?

  @Option(
    help: ArgumentHelp("Their rank, where they are not who signed at first.", valueName: "rank"), completion: .ranks)
  var rank: String?

  func run() throws {
    let desk = try ReviewDesk(options)
    let chosen = try entries.map { try desk.entry($0) }
    try desk.requireConfirmable(chosen)
    var form = desk.forms.confirmation()
    try Prompter.fill(&form, given: ["by": by].compactMapValues { $0 }, introduction: Self.brief(chosen))
    let name = form.answers["by"] ?? ""
    var ranks = desk.rankForm(of: name, confirming: chosen)
    try Prompter.fill(&ranks, given: ["rank": rank].compactMapValues { $0 }, introduction: name)
    try desk.say(desk.confirm(chosen, by: name, rank: ranks.answers["rank"]))
  }

  private static func brief(_ entries: [ReviewEntry]) -> String {
    entries.map { "\($0.name)  \($0.subject)\n    \($0.signatory ?? "nobody"): \($0.reason ?? "")" }
      .joined(separator: "\n")
  }
}
