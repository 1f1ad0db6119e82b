internal import AssessmentEngine
internal import DocumentWriting
internal import PolicyModel

extension PortfolioPart {
  /// All projects, the worst first, with a choice by decision and by stage.
  static let projects = PortfolioPart { portfolio in
    let rows = portfolio.entries.map { entry in
      Table.Row(
        [
          [entry.link], [entry.decision], [.text(String(entry.count(.fail, [.blocker])))],
          [.text(String(entry.count(.unknown, [.blocker])))],
          [.text(String(entry.count(.fail, [.major, .moderate, .advisory])))],
          [.text(String(entry.count(.unknown, [.major, .moderate, .advisory])))],
          [.text(String(entry.count(.accepted)))], [.text(String(entry.count(.pass)))],
        ], tags: entry.tags)
    }
    let bars = portfolio.entries.filter(\.assessment.isDecided).map { entry in
      Chart.Bar([entry.link], OutcomeBars.counts(entry.assessment.results))
    }
    return Section(
      "projects", "Projects, the worst first",
      portfolio.filters + [
        .table(
          Table(
            caption: "Decisions and counts",
            columns: [
              .text("Project"), .text("Decision"), .number("Blockers failed"), .number("Blockers undecided"),
              .number("Others failed"), .number("Others undecided"), .number("Accepted"), .number("Passed"),
            ], rows: rows))
      ]
        + (bars.count > PortfolioPart.mostBars || bars.isEmpty
          ? []
          : [
            .chart(
              Chart(
                "by-project", caption: "Outcomes by project", subject: "Project", series: OutcomeBars.series, bars: bars
              ))
          ]))
  }

  /// More bars than this are no picture any more.
  private static let mostBars = 40

  /// Packs by projects: the worst outcomes of each.
  static let matrix = PortfolioPart { portfolio in
    let packs = portfolio.packs
    let rows = portfolio.entries.filter(\.assessment.isDecided).map { entry in
      Table.Row(
        [[entry.link]] + packs.map { pack in portfolio.cell(entry.assessment, pack.id) }, tags: entry.tags)
    }
    guard !rows.isEmpty else { return nil }
    return Section(
      "matrix", "Packs by projects",
      [
        .table(
          Table(
            caption: "What became of each pack's rules, by project",
            columns: [.text("Project")] + packs.map { .text($0.title) }, rows: rows))
      ])
  }

  /// The rules that fail or are open most often.
  static let failures = PortfolioPart { portfolio in
    let found = CommonFailure.all(portfolio)
    guard !found.isEmpty else { return nil }
    return Section(
      "failures", "The most common failures",
      [
        .table(
          Table(
            caption: "Rules by the projects in which they fail or are undecided",
            columns: [
              .text("Rule"), .text("Title"), .text("Severity"), .number("Failed in"), .number("Undecided in"),
              .text("Failed projects"),
            ],
            rows: found.map { failure in
              Table.Row([
                [.code(failure.rule.id)], [.text(failure.rule.title)], [ReportContent.label(failure.rule.severity)],
                [.text(String(failure.failed.count))], [.text(String(failure.undecided))],
                .joined(failure.failed.map { [$0.link] }),
              ])
            }))
      ])
  }
}

/// A rule, and the projects in which it fails or is undecided.
struct CommonFailure {
  let rule: Rule
  let failed: [PortfolioContent.Entry]
  let undecided: Int

  /// The most frequent first, then the gravest. A rule that only some projects are held against counts for those.
  static func all(_ portfolio: PortfolioContent) -> [CommonFailure] {
    var order: [String: Int] = [:]
    var found: [(rule: Rule, failed: [PortfolioContent.Entry], undecided: Int)] = []
    for entry in portfolio.entries where entry.assessment.isDecided {
      for result in entry.assessment.results where result.outcome == .fail || result.outcome == .unknown {
        let index = order[result.rule.id] ?? found.count
        if index == found.count {
          order[result.rule.id] = index
          found.append((result.rule, [], 0))
        }
        if result.outcome == .fail { found[index].failed.append(entry) } else { found[index].undecided += 1 }
      }
    }
    return found.enumerated().sorted { left, right in
      (right.element.failed.count, left.element.rule.severity, right.element.undecided, left.element.rule.id)
        < (left.element.failed.count, right.element.rule.severity, left.element.undecided, right.element.rule.id)
    }.map { CommonFailure(rule: $0.element.rule, failed: $0.element.failed, undecided: $0.element.undecided) }
  }
}

extension PortfolioContent {
  /// The packs of all projects, in their order.
  var packs: [PolicyPack] {
    var seen: Set<String> = []
    return entries.flatMap(\.assessment.policies.packs).filter { seen.insert($0.id).inserted }
  }

  fileprivate var filters: [Block] {
    let tags = entries.flatMap(\.tags)
    func choices(_ group: Filter.Group, _ names: [String]) -> [(number: Int, name: String)] {
      names.enumerated().filter { tags.contains(Filter.Tag(group, $0.offset)) }.map { ($0.offset, $0.element) }
    }
    let filters = [
      Filter("Show decisions", .first, choices: choices(.first, Gate.Decision.allCases.map(\.rawValue))),
      Filter("Show stages", .second, choices: choices(.second, LifecycleStage.allCases.map(\.name) + ["unanswered"])),
    ]
    return filters.filter { $0.choices.count > 1 }.map { .filter($0) }
  }

  /// `2 fail, 1 unknown`, or that all that is due passes.
  fileprivate func cell(_ assessment: Assessment, _ pack: String) -> Line {
    let results = assessment.results.filter { $0.rule.pack == pack }
    let counts = [Outcome.fail, .unknown, .accepted].compactMap { outcome -> Inline? in
      let found = results.filter { $0.outcome == outcome }
      guard let gravest = found.map(\.rule.severity).min() else { return nil }
      guard case .label(_, let label) = ReportContent.label(outcome, gravest) else { return nil }
      return .label("\(found.count) \(outcome.words)", label)
    }
    if !counts.isEmpty { return .joined(counts.map { [$0] }, by: " ") }
    let passes = results.count { $0.outcome == .pass }
    return [.text(passes == 0 ? "nothing due" : "\(passes) pass")]
  }
}
