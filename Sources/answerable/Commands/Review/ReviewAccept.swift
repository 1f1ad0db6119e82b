internal import ArgumentParser
internal import AssessmentEngine
internal import ProjectFiles
internal import Questionnaire

/// Enters that somebody of sufficient rank accepts a failure for a time.
struct ReviewAccept: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "accept", abstract: "Enter that somebody of sufficient rank accepts a rule's failure for a time.",
    usage: "answerable review accept <project> <rule> [<options>]",
    discussion: ReviewOptions.exitCodes)

  @OptionGroup var options: ReviewOptions

  @Argument(help: ArgumentHelp("The rule that fails.", valueName: "rule"), completion: .rules)
  var rule: String

  @Option(help: ArgumentHelp("Why the failure can be borne.", valueName: "text"), completion: .nothing)
  var reason: String?

  @Option(help: ArgumentHelp("Who accepts it: a person or a post.", valueName: "name"), completion: .nothing)
  var acceptedBy: String?

  @Option(
    help: ArgumentHelp("What they are: named_person or appointed_post.", valueName: "type"),
    completion: .list(["named_person", "appointed_post"]))
  var holderType: String?

  @Option(help: ArgumentHelp("Their rank.", valueName: "rank"), completion: .ranks)
  var rank: String?

  @Option(help: ArgumentHelp("When they accepted it.", valueName: "date"), completion: .nothing)
  var acceptedOn: String?

  @Option(help: ArgumentHelp("When it ends.", valueName: "date"), completion: .nothing)
  var expiresOn: String?

  func run() throws {
    let desk = try ReviewDesk(options)
    var form = try desk.form(for: .riskAcceptances, about: rule)
    let given = [
      "reason": reason, "accepted_by": acceptedBy, "holder_type": holderType, "rank": rank, "accepted_on": acceptedOn,
      "expires_on": expiresOn,
    ].compactMapValues { $0 }
    let result = try desk.result(rule)
    try Prompter.fill(&form, given: given, introduction: desk.brief(result))
    try desk.say(desk.enter(form, into: .riskAcceptances, about: rule))
  }
}
