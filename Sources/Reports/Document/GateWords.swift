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

  /// What the decision means, a sentence each.
  var meaning: [Block] {
    assessment.reasonInWords.map { .paragraph([.text($0.prefix(1).uppercased() + $0.dropFirst() + ".")]) }
  }

  /// What stands on top of the report.
  func blocks(_ content: ReportContent) -> [Block] {
    var inside = meaning
    inside += reasonBlocks { [content.link($0)] }
    let label = assessment.isDecided ? ReportContent.label(assessment.gate.decision) : .grave
    return [
      .notice(Notice(label, [.text(assessment.decisionInWords)], inside)),
      .paragraph([
        .text("This report says what the rules say of the answers. People decide, and answer for what they decide.")
      ]),
    ]
  }

  /// The rules behind the decision, a line each.
  func reasonBlocks(_ link: (String) -> Line) -> [Block] {
    assessment.groupedReasons.flatMap { group -> [Block] in
      let label = group.label.prefix(1).uppercased() + group.label.dropFirst()
      let lines = group.ids.map { id in
        [.text((assessment.policies.rule(id)?.title ?? "") + " (")] + link(id) + [.text(")")]
      }
      return [.paragraph([.strong(label)]), .list(lines)]
    }
  }
}
