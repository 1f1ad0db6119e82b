internal import AssessmentEngine
internal import Diagnostics
internal import DocumentWriting
internal import PolicyModel

extension PortfolioPart {
  /// What each decision follows from, project by project.
  static let details = PortfolioPart { portfolio in
    Section(
      "details", "Project by project",
      portfolio.entries.map { entry in
        .section(Section(entry: entry.anchor, [.text(entry.name)], portfolio.blocks(entry)))
      })
  }

  /// Everything that the outcomes depend on, by digest.
  static let repeating = PortfolioPart { portfolio in
    var seen: Set<String> = []
    let policies = portfolio.entries.flatMap { entry in
      let foundation = entry.assessment.policies.foundation
      return [(foundation.id, foundation.version, foundation.sha256)]
        + entry.assessment.policies.packs.map { ($0.id, $0.version, $0.sha256) }
    }.filter { seen.insert("\($0.0) \($0.2)").inserted }
    let rows = policies.map { Table.Row([[.text("\($0.0) \($0.1)")], [.code($0.2)]]) }
    let loosened = portfolio.entries.first?.assessment.policies.loosened ?? []
    return Section(
      "inputs", "What was read",
      [.table(Table(caption: "Digests of packs", columns: [.text("Pack"), .text("SHA-256")], rows: rows))]
        + (loosened.isEmpty
          ? []
          : [
            .table(
              Table(
                caption: "Loosened by overlays", columns: [.text("Pack"), .text("What")],
                rows: loosened.map { Table.Row([[.text($0.pack)], [.text($0.what)]]) }))
          ])
        + (portfolio.options.version.isEmpty
          ? [] : [.paragraph([.text("Written by answerable \(portfolio.options.version).")])]))
  }
}

extension PortfolioContent {
  fileprivate func blocks(_ entry: Entry) -> [Block] {
    let assessment = entry.assessment
    let words = GateWords(assessment)
    var blocks: [Block] = [
      .facts([
        entry.decision, .text("  "), .code(assessment.placeName), .text(", SHA-256 "), .code(assessment.projectDigest),
        .text(assessment.project.marking.map { ", marked \($0)" } ?? ""),
      ])
    ]
    blocks += words.meaning + words.reasonBlocks { [.code($0)] }
    if let comparison = options.baseline?[assessment] { blocks += entry.content.baselineBlocks(comparison) }
    let wrong = assessment.diagnostics.filter { $0.severity == .error }
    if !wrong.isEmpty {
      blocks.append(
        .table(entry.content.diagnostics("Errors of project \(entry.number), \(assessment.placeName)", wrong)))
    }
    let decided = assessment.decisionsOfPeople
    if !decided.isEmpty { blocks.append(.fields([Field("Decided by", blocks: [.list(decided.map { [.text($0)] })])])) }
    return blocks
  }
}

extension Assessment {
  /// The entries with an effect, each in a line: who decided, on what, until when.
  fileprivate var decisionsOfPeople: [String] {
    reviewEntries.filter { $0.fault == nil }.map { entry in
      let end = entry.until.map { " until \(ReportContent.date($0))" } ?? ""
      return "\(entry.subject): \(entry.whatInWords), \(entry.people.joined(separator: ", "))\(end)"
    }
  }
}
