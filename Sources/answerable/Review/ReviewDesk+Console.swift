internal import AssessmentEngine
internal import Diagnostics
internal import LocalFiles
internal import PolicyModel
internal import ProjectFiles
internal import Questionnaire
internal import Reports

extension ReviewDesk {
  init(_ options: ReviewOptions) throws {
    try self.init(
      options.project, options.readProject(),
      ProjectAssessor(
        policies: options.policies(), day: options.day(), stage: options.assessedStage(), reviews: options.reviews))
  }

  /// Says what was done and what it changed.
  func say(_ change: Change) throws {
    var lines = change.lines
    let changes = OutcomeChanges(from: present, to: change.next)
    for (before, after) in changes.rules.prefix(12) {
      lines.append("\(after.rule.id): \(before.outcome.rawValue) → \(after.outcome.rawValue)")
    }
    if changes.rules.count > 12 { lines.append("\(changes.rules.count - 12) more rules changed") }
    lines.append(changes.gate)
    lines.append("nothing is signed by this: the record is as trustworthy as whoever can write to it")
    try print(lines)
  }

  func print(_ lines: [String]) throws {
    let text = lines.map { DiagnosticRenderer.printable($0) + "\n" }.joined()
    try OutputFile.standardOutput.write(Array(text.utf8))
  }

  /// What the desk shows of a rule before anybody is asked.
  func brief(_ result: RuleResult) -> String {
    var options = ReportFormat.Options()
    options.decorator = Console.decorator(for: Console.standardError)
    options.width = Console.width
    return RuleBrief(result, options: options).text
  }
}
