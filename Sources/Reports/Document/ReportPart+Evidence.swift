public import AssessmentEngine
internal import DocumentWriting
internal import PolicyModel

extension ReportPart {
  /// Passes that rest on words alone.
  static let unevidenced = ReportPart { content in
    guard content.assessment.isDecided else { return nil }
    let passes = content.results(.pass)
    let bare = passes.filter { $0.evidence.current == 0 }
    let evidence = content.assessment.evidence
    var blocks: [Block] = [
      .paragraph([
        .text(
          """
          \(ReportContent.count(passes.count, "rule passes", "rules pass")); \(evidence.unevidencedPasses) of them \
          without evidence, and \(evidence.declaredOnlyPasses) rest on a tick alone: declared, not verified.
          """)
      ])
    ]
    if let busiest = evidence.busiestFile {
      blocks.append(
        .paragraph([
          .text(
            "Of \(ReportContent.count(evidence.files, "evidence file", "evidence files")) the one that carries most is "
          ),
          .code(busiest.name), .text(", for \(ReportContent.count(busiest.rules, "rule", "rules"))."),
        ]))
    }
    if !bare.isEmpty {
      blocks.append(
        .table(
          Table(
            caption: "Passes without evidence, the gravest first",
            columns: [.text("Rule"), .text("Severity"), .text("Rests on"), .text("What would show it")],
            rows: bare.map { result in
              Table.Row(
                lines: [
                  [[content.link(result.rule.id)]], [[ReportContent.label(result.rule.severity)]],
                  [[.text(result.isDeclaredOnly ? "a tick: declared, not verified" : "the answers")]],
                  result.rule.evidence.map { [.text($0)] },
                ])
            })))
    }
    return Section("unevidenced", "What passes without evidence (\(bare.count))", blocks)
  }

  /// Every item of evidence, with what it is worth.
  static let evidence = ReportPart { content in
    guard !content.evidence.isEmpty else { return nil }
    let rows = content.evidence.enumerated().map { number, standing in
      let item = standing.item
      var source: [Line] = []
      if let file = item.file { source.append([.code(file)]) }
      if let uri = item.uri { source.append([.code(uri)]) }
      if let digest = item.sha256 { source.append([.text("SHA-256 "), .code(digest)]) }
      var dates: [Line] = []
      if let made = item.madeOn { dates.append([.text("made on \(ReportContent.date(made))")]) }
      if let expires = item.expiresOn { dates.append([.text("expires on \(ReportContent.date(expires))")]) }
      return Table.Row(
        lines: [
          [[.text(standing.name)]], [[.text(standing.state)]], source, dates, [content.links(standing.rules)],
          content.place(item.location).map { [[.text($0)]] } ?? [],
        ], anchor: ReportContent.anchor(evidence: number))
    }
    return Section(
      "evidence", "Evidence (\(content.evidence.count))",
      [
        .table(
          Table(
            caption: "Items of evidence, in the order of the project's file",
            columns: [
              .text("What"), .text("Worth"), .text("Where it is"), .text("Dates"), .text("Rules"), .text("Where named"),
            ], rows: rows))
      ])
  }
}

extension EvidenceStanding {
  /// How a person would call it.
  public var name: String { item.title ?? item.file ?? item.uri ?? "an item without a title" }

  /// What it is worth, in words.
  public var state: String {
    if !item.hasSource { return "does not say where it is: it supports nothing" }
    if isExpired { return "expired" }
    return switch file {
    case .current: item.sha256 == nil ? "current; no digest is given" : "current, the file has the digest given"
    case .unchecked: item.file == nil ? "current; kept elsewhere, nobody looked" : "current; nobody looked"
    case .missing: "the file is missing"
    case .unreadable: "the file can't be read"
    case .hashDiffers: "the file is not the one that the digest stands for"
    case .outside: "leads out of the project's folder: nobody looked"
    case .noFile: "no file that could show anything"
    }
  }
}
