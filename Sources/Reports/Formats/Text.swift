internal import AssessmentEngine
internal import CEL
internal import Diagnostics
internal import LocatedYAML
internal import PolicyModel

extension ReportFormat {
  /// For a person at a terminal: the decision first, then what to mend, then what to answer, counts last.
  static let text = ReportFormat(
    name: "text", summary: "For reading: the decision, why, and what to do.", isStreaming: true, takesSelection: true,
    separator: "\n"
  ) {
    assessments, options, out in
    for (index, assessment) in assessments.enumerated() {
      if index > 0 { out.write("\n") }
      var report = TextReport(assessment, options)
      report.write()
      for line in report.lines { out.line(line) }
    }
  }
}

/// Lays out one assessment in lines.
private struct TextReport {
  private let assessment: Assessment
  private let options: ReportFormat.Options
  private var out: ReportLines

  var lines: [String] { out.lines }

  init(_ assessment: Assessment, _ options: ReportFormat.Options) {
    self.assessment = assessment
    self.options = options
    out = ReportLines(options)
  }

  mutating func write() {
    guard assessment.isDecided else { return writeUnreadable() }
    writeDecision()
    if let comparison = options.baseline?[assessment] {
      out.write(comparison, assessment, isQuiet: options.isQuiet, isVerbose: options.isVerbose)
    }
    if options.isQuiet { return writeErrorsBriefly() }
    writeInputErrors()
    writeRules("To mend", .fail)
    writeRules("Accepted for a time", .accepted)
    writeUnknown()
    writeNext()
    writeReview()
    if options.isVerbose { writeEverythingElse() }
    writeCounts()
  }

  private mutating func writeUnreadable() {
    out.append(out.paint("not assessed", .bad) + "  " + DiagnosticRenderer.printable(assessment.placeName))
    out.add("The input can't be read as a project description, so nothing was decided.", indent: 2)
    writeInputErrors()
  }

  // MARK: Decision

  private mutating func writeDecision() {
    let decision = assessment.gate.decision
    let style: Decorator.Style = decision == .proceed ? .good : decision == .stop ? .bad : .caution
    if let marking = options.marking(of: assessment) { out.append(DiagnosticRenderer.printable(marking)) }
    let heading = DiagnosticRenderer.printable("\(assessment.heading), \(assessment.date)")
    out.append(out.paint(assessment.decisionInWords, style) + "  " + heading)
    writeReason()
    for note in assessment.diagnostics where note.code == "assessment.stage-not-earlier" {
      out.add("Note: \(note.message).", indent: 2)
    }
  }

  private mutating func writeReason() {
    let groups = assessment.groupedReasons
    for (index, reason) in assessment.reasonInWords.enumerated() {
      let leadsOn = index == assessment.reasonInWords.count - 1 && !groups.isEmpty
      out.add(reason.prefix(1).uppercased() + String(reason.dropFirst()) + (leadsOn ? ":" : "."), indent: 2)
    }
    for (label, ids) in groups {
      let shown = options.isVerbose ? ids : Array(ids.prefix(8))
      let rest = ids.count - shown.count
      let list = shown.joined(separator: ", ") + (rest > 0 ? " and \(rest) more" : "")
      out.add("\(label): \(list)", indent: 6, first: "  - ")
    }
  }

  private mutating func writeInputErrors() {
    let shown = assessment.diagnostics.filter { $0.severity != .note }
    guard !shown.isEmpty else { return }
    let (errors, warnings) = (shown.count { $0.severity == .error }, shown.count { $0.severity == .warning })
    out.heading(
      "Input (\(ReportContent.count(errors, "error", "errors")), \(ReportContent.count(warnings, "warning", "warnings")))"
    )
    out.append("")
    let rendered = DiagnosticRenderer(decorator: options.decorator).render(shown)
    out.lines += rendered.split(separator: "\n", omittingEmptySubsequences: false).map(String.init).dropLast(2)
  }

  private mutating func writeErrorsBriefly() {
    for error in assessment.diagnostics where error.severity == .error {
      let place = error.location.map { out.place($0) + ": " } ?? ""
      out.append("  \(place)\(DiagnosticRenderer.printable(error.message)) [\(error.code)]")
    }
  }

  // MARK: Rules

  private func results(_ outcome: Outcome) -> [RuleResult] {
    assessment.results.enumerated().filter { $0.element.outcome == outcome }
      .sorted { ($0.element.rule.severity, $0.offset) < ($1.element.rule.severity, $1.offset) }.map(\.element)
  }

  private mutating func writeRules(_ title: String, _ outcome: Outcome) {
    let found = results(outcome)
    guard !found.isEmpty else { return }
    out.heading("\(title) (\(found.count))")
    for result in found { write(result) }
  }

  private mutating func write(_ result: RuleResult) {
    out.append("")
    let style: Decorator.Style = result.outcome == .fail && result.rule.severity == .blocker ? .bad : .caution
    out.append(
      "\(out.paint("\(result.outcome.rawValue) \(result.rule.severity.name)", style))  \(result.rule.id)  "
        + DiagnosticRenderer.printable(result.rule.title))
    out.writeCauses(result.causes)
    if let acceptance = result.acceptance {
      let until = ReportLines.date(acceptance.expiresOn)
      let rank = acceptance.rank.map { " (\($0))" } ?? ""
      out.add(
        "accepted by \(acceptance.acceptedBy ?? "?")\(rank) until \(until): \(acceptance.reason ?? "")", indent: 4)
    }
    out.add(result.rule.requires, indent: 13, first: "    requires ")
    out.add(assessment.policies.clauseTexts(result.rule), indent: 13, first: "    clause   ")
    out.add(result.rule.remedy, indent: 13, first: "    to mend  ")
  }

  /// How many undecided rules are shown unless all are asked for: an empty description has more than anybody reads.
  private static let shownUnknown = 12

  private mutating func writeUnknown() {
    let found = results(.unknown)
    guard !found.isEmpty else { return }
    let shown = options.isVerbose ? found : Array(found.prefix(Self.shownUnknown))
    out.heading(
      shown.count < found.count ? "Undecided (\(shown.count) of \(found.count))" : "Undecided (\(found.count))")
    out.append("")
    for result in shown {
      out.append(
        "\(out.paint("unknown \(result.rule.severity.name)", .caution))  \(result.rule.id)  \(DiagnosticRenderer.printable(result.rule.title))"
      )
      writeUnanswered(result)
      out.writeCauses(result.causes)
    }
    if shown.count < found.count {
      out.append("")
      out.add("\(found.count - shown.count) more are shown with --verbose.", indent: 2)
    }
  }

  private mutating func writeUnanswered(_ result: RuleResult) {
    for failed in result.failedConditions { out.add(failed.message, indent: 6) }
    guard let first = result.unanswered.first else { return }
    if let location = assessment.location(of: first) { out.append("    " + out.paint(out.place(location), .quiet)) }
    let shown = options.isVerbose ? result.unanswered[...] : result.unanswered.prefix(6)
    let rest = result.unanswered.count - shown.count
    out.add("needs " + shown.joined(separator: ", ") + (rest > 0 ? " and \(rest) more answers" : ""), indent: 6)
  }

  // MARK: Next, review, counts

  private mutating func writeNext() {
    guard !assessment.next.isEmpty else { return }
    let shown = options.isVerbose ? assessment.next : Array(assessment.next.prefix(5))
    out.heading(
      "Answer next" + (shown.count < assessment.next.count ? " (\(shown.count) of \(assessment.next.count))" : ""))
    for (number, next) in shown.enumerated() {
      out.append("")
      out.append("  \(number + 1). \(out.paint(next.question.id, .strong))")
      out.add(next.question.ask, indent: 5)
      let rules = next.decides.prefix(4).joined(separator: ", ")
      out.add("decides \(rules)\(next.decides.count > 4 ? " and \(next.decides.count - 4) more" : "")", indent: 5)
    }
  }

  private mutating func writeReview() {
    let claims = assessment.results.filter { $0.notApplicable == .claim }
    if !claims.isEmpty {
      out.heading("Not applicable by claim (\(claims.count))")
      out.append("")
      for result in claims {
        let until = ReportLines.date(result.claim?.reviewBy)
        let claimed = "claimed by \(result.claim?.claimedBy ?? "?"), approved by \(result.claim?.approvedBy ?? "?")"
        out.add("\(result.rule.id): \(result.claim?.justification ?? "") (\(claimed), until \(until))", indent: 2)
      }
    }
    let ineffective = assessment.review?.ineffective ?? []
    if !ineffective.isEmpty {
      out.heading("Review entries without effect (\(ineffective.count))")
      out.append("")
      for entry in ineffective {
        out.add("\(out.place(entry.location)) \(entry.entry) on \(entry.subject): \(entry.reason)", indent: 2)
      }
    }
    let loosened = assessment.policies.loosened
    if !loosened.isEmpty {
      out.heading("Loosened by overlays (\(loosened.count))")
      out.append("")
      for loosening in loosened { out.add("\(loosening.pack): \(loosening.what)", indent: 2) }
    }
  }

  private mutating func writeEverythingElse() {
    for (title, outcome) in [("Passed", Outcome.pass), ("Not yet due", .notYetDue), ("Not applicable", .notApplicable)]
    {
      let found = results(outcome)
      guard !found.isEmpty else { continue }
      out.heading("\(title) (\(found.count))")
      out.append("")
      for result in found {
        var note = ""
        if outcome == .pass {
          note = result.isDeclaredOnly ? "  declared, not verified" : result.evidence.items == 0 ? "  no evidence" : ""
        } else if let reason = result.notApplicable {
          note = "  \(reason.rawValue)"
        } else {
          note = "  from \(result.rule.dueFrom.name)"
        }
        out.append(
          "  \(result.rule.severity.name)  \(result.rule.id)  \(DiagnosticRenderer.printable(result.rule.title))\(out.paint(note, .quiet))"
        )
      }
    }
    let notes = assessment.diagnostics.filter { $0.severity == .note }
    guard !notes.isEmpty else { return }
    out.heading("Noted (\(notes.count))")
    out.append("")
    for note in notes { out.add("\(note.location.map { out.place($0) + " " } ?? "")\(note.message)", indent: 2) }
  }

  private mutating func writeCounts() {
    let summary = assessment.summary
    let counts = Outcome.allCases.map { "\(summary[$0]) \($0.rawValue.replacing("_"))" }.joined(separator: ", ")
    let evidence = assessment.evidence
    out.append("")
    out.add("\(assessment.results.count) rules of \(assessment.policies.packs.count) packs: \(counts).")
    if summary[.pass] > 0 {
      out.add(
        "Passes without evidence: \(evidence.unevidencedPasses). Declared, not verified (they rest on a tick alone): \(evidence.declaredOnlyPasses)."
      )
      writeCoverage(evidence.coverage.filter { $0.passes > 0 })
    }
    guard let busiest = evidence.busiestFile else { return }
    let files = evidence.files == 1 ? "1 evidence file" : "\(evidence.files) evidence files"
    let rules = busiest.rules == 1 ? "1 rule" : "\(busiest.rules) rules"
    out.add("\(files); the one that carries most is \(busiest.name), for \(rules).")
  }

  /// How far passes rest on evidence, and which of those that weigh most do not.
  private mutating func writeCoverage(_ coverage: [EvidenceSummary.Coverage]) {
    let counts = coverage.map { "\($0.severity.name) \($0.evidenced) of \($0.passes)" }.joined(separator: ", ")
    out.add("Passes with current evidence: \(counts).")
    for each in coverage where each.severity <= .major && !each.without.isEmpty {
      let shown = options.isVerbose ? each.without[...] : each.without.prefix(4)
      let rest = each.without.count - shown.count
      let list = shown.joined(separator: ", ") + (rest > 0 ? " and \(rest) more" : "")
      out.add("\(each.severity.name) without: \(list)", indent: 6, first: "  - ")
    }
  }
}

extension String {
  /// With underscores as spaces.
  fileprivate func replacing(_ separator: Character) -> String {
    split(separator: separator).joined(separator: " ")
  }
}
