internal import AssessmentEngine
internal import Diagnostics
internal import DocumentWriting
internal import PolicyModel

/// What stands in the report over many projects, worst first.
struct PortfolioContent {
  /// One project, and what is said of it in several parts.
  struct Entry {
    let number: Int
    let content: ReportContent

    var assessment: Assessment { content.assessment }
    var name: String { assessment.projectName ?? assessment.placeName }
    var anchor: String { "project-\(number)" }
    var link: Inline { .link(name, to: anchor) }

    func count(_ outcome: Outcome, _ severities: [Severity] = Severity.allCases) -> Int {
      guard assessment.isDecided else { return 0 }
      return assessment.results.count { $0.outcome == outcome && severities.contains($0.rule.severity) }
    }

    var decision: Inline {
      .label(assessment.decisionInWords, assessment.isDecided ? ReportContent.label(assessment.gate.decision) : .grave)
    }

    /// What filters know it by.
    var tags: [Filter.Tag] {
      let decision = assessment.isDecided ? assessment.gate.decision : .hold
      return [
        Filter.Tag(.first, Gate.Decision.allCases.firstIndex(of: decision) ?? 0),
        Filter.Tag(.second, assessment.stage.flatMap { LifecycleStage.allCases.firstIndex(of: $0) } ?? Self.noStage),
      ]
    }

    static let noStage = LifecycleStage.allCases.count
  }

  /// The worst first: by decision, then by failed blockers, undecided blockers, failed majors; then as named.
  let entries: [Entry]
  /// The gravest decision of all projects, told of or not; what could not be assessed counts as a hold.
  let worst: Gate.Decision
  /// How many projects are not told of.
  let leftOut: Int
  let options: ReportFormat.Options

  init(_ assessments: [Assessment], _ options: ReportFormat.Options) {
    self.options = options
    let numbered = assessments.enumerated().map {
      Entry(number: $0.offset + 1, content: ReportContent($0.element, options))
    }
    let shown = numbered.filter { options.selection?.holds($0.assessment) ?? true }
    entries = shown.sorted { $0.badness.lexicographicallyPrecedes($1.badness) }
    leftOut = assessments.count - shown.count
    worst = assessments.decision(isIncomplete: options.isIncomplete)
  }

  var document: Document {
    let dates = Set(entries.map(\.assessment.date)).sorted()
    let all = ReportContent.count(entries.count + leftOut, "project", "projects")
    return Document(
      title: leftOut == 0 ? "Portfolio of \(all)" : "\(entries.count) of a portfolio of \(all)",
      subtitle: "Assessment of \(dates.joined(separator: ", ")): \(worst.rawValue)",
      facts: [.text(decisions)], opening: opening, parts: PortfolioPart.all.compactMap { $0.make(self) },
      marking: marking,
      footer: "\(ReportContent.count(entries.count, "project", "projects")), \(dates.joined(separator: ", "))")
  }

  /// `2 stop, 1 hold, 5 proceed`.
  private var decisions: String {
    let counts = Gate.Decision.allCases.compactMap { decision -> String? in
      let count = entries.count { $0.assessment.isDecided && $0.assessment.gate.decision == decision }
      return count == 0 ? nil : "\(count) \(decision.rawValue)"
    }
    let unread = entries.count { !$0.assessment.isDecided }
    return (counts + (unread == 0 ? [] : ["\(unread) not assessed"])).joined(separator: ", ")
  }

  /// What is collected from several projects bears the markings of all of them.
  private var marking: String? {
    if let marking = options.marking { return marking }
    var seen: Set<String> = []
    let markings = entries.compactMap(\.assessment.project.marking).filter { seen.insert($0).inserted }
    return markings.isEmpty ? nil : markings.joined(separator: " / ")
  }

  private var opening: [Block] {
    var inside: [Block] = [.paragraph([.text("The gravest decision counts for all of them.")])]
    if leftOut > 0, let selection = options.selection {
      let others = ReportContent.count(leftOut, "project is", "projects are")
      inside.append(
        .paragraph([.text("Only projects \(selection.described) are told of; \(others) left out, but counted.")]))
    }
    if options.isIncomplete {
      inside.append(
        .paragraph([
          .text("Something that was named could not be read: the portfolio is incomplete, and at best on hold.")
        ]))
    }
    return [
      .notice(Notice(ReportContent.label(worst), [.text(worst.rawValue)], inside)),
      .paragraph([
        .text("This report says what the rules say of the answers. People decide, and answer for what they decide.")
      ]),
    ]
  }
}

extension PortfolioContent.Entry {
  fileprivate var badness: [Int] {
    let decision = assessment.isDecided ? Gate.Decision.allCases.firstIndex(of: assessment.gate.decision) ?? 0 : -1
    return [
      decision, -count(.fail, [.blocker]), -count(.unknown, [.blocker]), -count(.fail, [.major]),
      -count(.unknown, [.major]), number,
    ]
  }
}

/// A part of the portfolio. A new part is a file beside this and a line in `all`.
struct PortfolioPart: Sendable {
  /// Nil where there is nothing to say.
  let make: @Sendable (PortfolioContent) -> Section?

  static let all: [PortfolioPart] = [.projects, .matrix, .failures, .details, .repeating]
}
