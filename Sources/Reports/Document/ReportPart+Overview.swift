internal import AssessmentEngine
internal import DocumentWriting
internal import PolicyModel

extension ReportPart {
  /// Outcomes by pack and by severity, drawn.
  static let overview = ReportPart { content in
    guard content.assessment.isDecided else { return nil }
    let results = content.assessment.results
    let packs = content.policies.packs.map { pack in
      Chart.Bar([.text(pack.title)], OutcomeBars.counts(results.filter { $0.rule.pack == pack.id }))
    }
    let severities = Severity.allCases.map { severity in
      Chart.Bar([.text(severity.name)], OutcomeBars.counts(results.filter { $0.rule.severity == severity }))
    }
    return Section(
      "overview", "Overview",
      [
        .paragraph(
          [.text("\(results.count) rules of \(content.policies.packs.count) packs. No outcome offsets another.")]),
        .chart(
          Chart(
            "by-pack", caption: "Outcomes by pack", subject: "Pack", series: OutcomeBars.series, bars: packs)),
        .chart(
          Chart(
            "by-severity", caption: "Outcomes by severity", subject: "Severity", series: OutcomeBars.series,
            bars: severities)),
      ])
  }
}

/// How outcomes are drawn, the same in every chart.
enum OutcomeBars {
  static let series = zip(Outcome.byAttention, Chart.Form.allCases).map { Chart.Series($0.words, $1) }

  static func counts(_ results: [RuleResult]) -> [Int] {
    Outcome.byAttention.map { outcome in results.count { $0.outcome == outcome } }
  }
}
