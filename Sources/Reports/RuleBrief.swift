public import AssessmentEngine
internal import Diagnostics
internal import PolicyModel

/// What somebody has to see of a rule before they put their name to an exception from it.
public struct RuleBrief: Sendable {
  private let result: RuleResult
  private let options: ReportFormat.Options

  public init(_ result: RuleResult, options: ReportFormat.Options) {
    self.result = result
    self.options = options
  }

  /// Its title, what it requires, its outcome and what decides that.
  public var text: String {
    var out = ReportLines(options)
    let style: Decorator.Style = result.outcome == .fail ? .bad : .caution
    out.append(
      "\(out.paint("\(result.outcome.rawValue) \(result.rule.severity.name)", style))  \(result.rule.id)  "
        + DiagnosticRenderer.printable(result.rule.title))
    out.add(result.rule.requires, indent: 13, first: "    requires ")
    out.writeCauses(result.causes)
    if !result.unanswered.isEmpty { out.add("needs " + result.unanswered.joined(separator: ", "), indent: 4) }
    return out.lines.joined(separator: "\n") + "\n"
  }
}
