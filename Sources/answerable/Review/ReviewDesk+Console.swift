internal import AssessmentEngine
internal import Diagnostics
internal import LocalFiles
internal import PolicyModel
internal import ProjectFiles
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
    let next = change.next
    let changed = zip(present.results, next.results).filter { $0.outcome != $1.outcome }
    for (before, after) in changed.prefix(12) {
      lines.append("\(after.rule.id): \(before.outcome.rawValue) → \(after.outcome.rawValue)")
    }
    if changed.count > 12 { lines.append("\(changed.count - 12) more rules changed") }
    let (before, after) = (present.gate.decision.rawValue, next.gate.decision.rawValue)
    let stage = next.stage.map { "\($0.name) gate" } ?? "stage unanswered"
    lines.append(before == after ? "gate: still \(after) (\(stage))" : "gate: \(before) → \(after) (\(stage))")
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
