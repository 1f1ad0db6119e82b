internal import ArgumentParser
internal import AssessmentEngine
internal import ProjectFiles
internal import Questionnaire

/// Enters that a rule does not apply, although its condition says so.
struct ReviewClaim: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "claim", abstract: "Enter a claim that a rule does not apply, although its condition says so.",
    usage: "answerable review claim <project> <rule> [<options>]",
    discussion: ReviewOptions.exitCodes)

  @OptionGroup var options: ReviewOptions

  @Argument(help: ArgumentHelp("The rule.", valueName: "rule"), completion: .rules)
  var rule: String

  @Option(help: ArgumentHelp("Why it does not apply.", valueName: "text"), completion: .nothing)
  var justification: String?

  @Option(help: ArgumentHelp("Who claims it: a person or a post.", valueName: "name"), completion: .nothing)
  var claimedBy: String?

  @Option(help: ArgumentHelp("Who approves it: another person or post.", valueName: "name"), completion: .nothing)
  var approvedBy: String?

  @Option(
    help: ArgumentHelp("The approver's rank, where the rule is a blocker or major.", valueName: "rank"),
    completion: .ranks)
  var approverRank: String?

  @Option(help: ArgumentHelp("When it is looked at again.", valueName: "date"), completion: .nothing)
  var reviewBy: String?

  func run() throws {
    let desk = try ReviewDesk(options)
    var form = try desk.form(for: .notApplicable, about: rule)
    let given = [
      "justification": justification, "claimed_by": claimedBy, "approved_by": approvedBy,
      "approver_rank": approverRank, "review_by": reviewBy,
    ].compactMapValues { $0 }
    if approverRank != nil, !form.fields.contains(where: { $0.key == "approver_rank" }) {
      throw Failure(.usage, "`--approver-rank`: no rank is asked of who approves a claim on this rule; leave it out")
    }
    let result = try desk.result(rule)
    try Prompter.fill(&form, given: given, introduction: desk.brief(result))
    try desk.say(desk.enter(form, into: .notApplicable, about: rule))
  }
}
