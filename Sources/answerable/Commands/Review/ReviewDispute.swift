internal import ArgumentParser
internal import AssessmentEngine
internal import LocatedYAML
internal import PolicyModel
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
    let isField = desk.policies.schema.index(of: name) != nil
    if !isField, desk.policies.ruleIndex(name) == nil {
      let names = desk.policies.rules.map(\.id) + desk.policies.schema.questions.map(\.id)
      throw Failure.unknown(name, names, "rule or field")
    }
    var form = desk.forms.dispute()
    let given = ["reason": reason, "raised_by": raisedBy, "raised_on": raisedOn].compactMapValues { $0 }
    let introduction = isField ? name : desk.brief(try desk.result(name))
    try Prompter.fill(&form, given: given, introduction: introduction)
    let entry: [NewYAMLValue.Member] = [.init(isField ? "field" : "rule", .text(name))] + form.members
    try desk.say(desk.add(entry, to: .disputes, mayBeIdle: true))
  }
}
