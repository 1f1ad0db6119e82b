internal import ArgumentParser
internal import AssessmentEngine
internal import ProjectFiles
internal import Questionnaire

/// Enters a doubt about a rule's pass or about an answer.
struct ReviewDispute: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "dispute", abstract: "Enter a doubt about a rule's pass or about an answer. It can only tighten.",
    usage: "answerable review dispute <project> <rule or field> [<options>]",
    discussion: ReviewOptions.exitCodes)

  @OptionGroup var options: ReviewOptions

  @Argument(
    help: ArgumentHelp("The rule or the answer's field that is doubted.", valueName: "rule or field"),
    completion: .disputable)
  var name: String

  @Option(help: ArgumentHelp("What is in doubt.", valueName: "text"), completion: .nothing)
  var reason: String?

  @Option(help: ArgumentHelp("Who raises it: a person or a post.", valueName: "name"), completion: .nothing)
  var raisedBy: String?

  @Option(help: ArgumentHelp("When.", valueName: "date"), completion: .nothing)
  var raisedOn: String?

  func run() throws {
    let desk = try ReviewDesk(options)
    var form = try desk.form(for: .disputes, about: name)
    let given = ["reason": reason, "raised_by": raisedBy, "raised_on": raisedOn].compactMapValues { $0 }
    let introduction = desk.isField(name) ? name : desk.brief(try desk.result(name))
    try Prompter.fill(&form, given: given, introduction: introduction)
    try desk.say(desk.enter(form, into: .disputes, about: name))
  }
}
