internal import AssessmentEngine
internal import DocumentWriting
internal import PolicyModel

/// The gate's decision and what it follows from, in words.
struct GateWords {
  private let assessment: Assessment

  init(_ assessment: Assessment) {
    self.assessment = assessment
  }

  var subtitle: String {
    assessment.isDecided
      ? "Assessment for the \(assessment.gateName): \(assessment.gate.decision.rawValue)"
      : "Not assessed: the input can't be read as a project description"
  }

  /// What the decision means, in a sentence.
  var meaning: String {
    let because = assessment.gate.because
    guard assessment.isDecided else {
      return "The input can't be read as a project description, so nothing was decided."
    }
    let rules = ReportContent.count(because.count, "rule", "rules")
    return switch assessment.gate.decision {
    case .stop: "Blocked by \(rules), which no other result can offset."
    case .hold where because.isEmpty: "The input has errors: correct them and check again."
    case .hold: "\(rules) must be settled before anybody can decide."
    case .conditional: "It may go on once these are settled, or with them as conditions."
    case .proceed: "Nothing that is due at this stage stands against going on."
    }
  }

  /// The rules behind the decision, by what it is about each.
  var reasons: [(label: String, rules: [String])] {
    var groups: [(label: String, rules: [String])] = []
    for id in assessment.gate.because {
      guard let index = assessment.policies.ruleIndex(id) else { continue }
      let label =
        switch assessment.results[index].outcome {
        case .fail: "failed"
        case .unknown: "undecided"
        case .accepted: "accepted for a time"
        case .notApplicable: "not applicable by claim"
        case .pass, .notYetDue: "blockers that pass without evidence"
        }
      if let group = groups.firstIndex(where: { $0.label == label }) {
        groups[group].rules.append(id)
      } else {
        groups.append((label, [id]))
      }
    }
    return groups
  }

  /// What stands on top of the report.
  func blocks(_ content: ReportContent) -> [Block] {
    var inside: [Block] = [.paragraph([.text(meaning)])]
    if assessment.gate.hasInvalidAnswers, !assessment.gate.because.isEmpty {
      inside.append(.paragraph([.text("The input has errors, so nothing was approved.")]))
    }
    if assessment.isDecided { inside += reasonBlocks { [content.link($0)] } }
    let label = assessment.isDecided ? ReportContent.label(assessment.gate.decision) : .grave
    return [
      .notice(Notice(label, [.text(assessment.decisionWords)], inside)),
      .paragraph([
        .text("This report says what the rules say of the answers. People decide, and answer for what they decide.")
      ]),
    ]
  }

  /// The rules behind the decision, a line each.
  func reasonBlocks(_ link: (String) -> Line) -> [Block] {
    reasons.flatMap { group -> [Block] in
      let label = group.label.prefix(1).uppercased() + group.label.dropFirst()
      let lines = group.rules.map { id in
        [.text((assessment.policies.rule(id)?.title ?? "") + " (")] + link(id) + [.text(")")]
      }
      return [.paragraph([.strong(label)]), .list(lines)]
    }
  }
}
