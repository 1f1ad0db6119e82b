internal import AssessmentEngine
internal import CEL
internal import Diagnostics
internal import LocatedYAML
internal import PolicyModel

extension ReportFormat {
  /// For a person at a terminal: the decision first, then what to mend, then what to answer, counts last.
  static let text = ReportFormat(
    name: "text", summary: "For reading: the decision, why, and what to do.", isStreaming: true, separator: "\n"
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
  private let index: LineIndex
  private(set) var lines: [String] = []

  init(_ assessment: Assessment, _ options: ReportFormat.Options) {
    self.assessment = assessment
    self.options = options
    index = LineIndex(assessment.project.document.file)
  }

  mutating func write() {
    guard assessment.isDecided else { return writeUnreadable() }
    writeDecision()
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

  private func paint(_ text: String, _ style: Decorator.Style) -> String { options.decorator.paint(text, as: style) }

  private func printable(_ text: String) -> String { DiagnosticRenderer.printable(text) }

  private mutating func add(_ text: String, indent: Int = 0, first: String? = nil) {
    for line in TextWrapping.wrap(printable(text), width: options.width, indent: indent, first: first) {
      lines.append(line)
    }
  }

  private mutating func heading(_ text: String) {
    lines.append("")
    lines.append(paint(text, .strong))
  }

  private mutating func writeUnreadable() {
    let place = assessment.project.document.file.name
    lines.append(paint("not assessed", .bad) + "  " + printable(place))
    add("The input can't be read as a project description, so nothing was decided.", indent: 2)
    writeInputErrors()
  }

  // MARK: Decision

  private mutating func writeDecision() {
    let stage = assessment.stage.map { "\($0.name) gate" } ?? "stage unanswered, assessed as at concept"
    let decision = assessment.gate.decision
    let style: Decorator.Style = decision == .proceed ? .good : decision == .stop ? .bad : .caution
    if let marking = assessment.project.marking { lines.append(printable(marking)) }
    lines.append(paint("\(decision.rawValue) (\(stage))", style) + "  " + printable(title))
    writeReason()
  }

  private var title: String {
    let document = assessment.project.document
    let name: String? =
      if case .string(let name) = assessment.project.answer("project.name", in: assessment.policies.schema)?.value,
        !name.isEmpty
      { name } else { nil }
    let place = document.number > 1 ? "\(document.file.name), document \(document.number)" : document.file.name
    return name.map { "\($0) — \(place), \(assessment.date)" } ?? "\(place), \(assessment.date)"
  }

  private mutating func writeReason() {
    let because = assessment.gate.because
    let rules = because.count == 1 ? "1 rule" : "\(because.count) rules"
    if assessment.gate.hasInvalidAnswers { add("The input has errors, so nothing was approved.", indent: 2) }
    switch assessment.gate.decision {
    case .stop: add("Blocked by \(rules) that nothing can offset:", indent: 2)
    case .hold where because.isEmpty: add("Correct them and check again.", indent: 2)
    case .hold: add("\(rules) must be settled before anybody can decide:", indent: 2)
    case .conditional: add("May go on once these are settled, or with them as conditions:", indent: 2)
    case .proceed: add("Nothing that is due at this stage stands against going on.", indent: 2)
    }
    for (label, ids) in groupedReasons {
      let shown = options.isVerbose ? ids[...] : ids.prefix(8)
      let rest = ids.count - shown.count
      let list = shown.joined(separator: ", ") + (rest > 0 ? " and \(rest) more" : "")
      add("\(label): \(list)", indent: 6, first: "  - ")
    }
  }

  /// The rules behind the decision, by what it is about each.
  private var groupedReasons: [(label: String, ids: [String])] {
    var groups: [(label: String, ids: [String])] = []
    for id in assessment.gate.because {
      guard let index = assessment.policies.ruleIndex(id) else { continue }
      let result = assessment.results[index]
      let label =
        switch result.outcome {
        case .fail: "failed"
        case .unknown: "undecided"
        case .accepted: "accepted for a time"
        case .notApplicable: "not applicable by claim"
        case .pass, .notYetDue: "blockers that pass without evidence"
        }
      if let group = groups.firstIndex(where: { $0.label == label }) {
        groups[group].ids.append(id)
      } else {
        groups.append((label, [id]))
      }
    }
    return groups
  }

  private mutating func writeInputErrors() {
    let shown = assessment.diagnostics.filter { $0.severity != .note }
    guard !shown.isEmpty else { return }
    heading(
      "Input (\(shown.filter { $0.severity == .error }.count) errors, \(shown.filter { $0.severity == .warning }.count) warnings)"
    )
    lines.append("")
    let rendered = DiagnosticRenderer(decorator: options.decorator).render(shown)
    lines += rendered.split(separator: "\n", omittingEmptySubsequences: false).map(String.init).dropLast(2)
  }

  private mutating func writeErrorsBriefly() {
    for error in assessment.diagnostics where error.severity == .error {
      let place = error.location.map { self.place($0) + ": " } ?? ""
      lines.append("  \(place)\(printable(error.message)) [\(error.code)]")
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
    heading("\(title) (\(found.count))")
    for result in found { write(result) }
  }

  private mutating func write(_ result: RuleResult) {
    lines.append("")
    let style: Decorator.Style = result.outcome == .fail && result.rule.severity == .blocker ? .bad : .caution
    lines.append(
      "\(paint("\(result.outcome.rawValue) \(result.rule.severity.name)", style))  \(result.rule.id)  "
        + printable(result.rule.title))
    writeCauses(result.causes)
    if let acceptance = result.acceptance {
      let until = date(acceptance.expiresOn)
      let rank = acceptance.rank.map { " (\($0))" } ?? ""
      add("accepted by \(acceptance.acceptedBy ?? "?")\(rank) until \(until): \(acceptance.reason ?? "")", indent: 4)
    }
    add(result.rule.requires, indent: 13, first: "    requires ")
    add(clauses(result.rule), indent: 13, first: "    clause   ")
    add(result.rule.remedy, indent: 13, first: "    to mend  ")
  }

  private func date(_ day: Int?) -> String { day.map { CivilDate(day: $0).description } ?? "?" }

  private mutating func writeCauses(_ causes: [Finding]) {
    var current: Alternative?
    for cause in causes {
      if let next = cause.alternative, next.choice != current?.choice {
        lines.append("    " + paint("one of these would do:", .quiet))
      }
      let opening =
        if let next = cause.alternative { next == current ? "    and " : "    or  " } else { "    " }
      write(
        cause, opening: cause.alternative?.choice == current?.choice || cause.alternative == nil ? opening : "        ")
      current = cause.alternative
    }
  }

  /// `opening` stands before the place, and says how it goes with the cause before it.
  private mutating func write(_ cause: Finding, opening: String) {
    let place = cause.location.map { self.place($0) }
    let indent = opening.utf8.count + (place == nil ? 0 : 2)
    if let place { lines.append(opening + paint(place, .quiet)) }
    let actual = cause.actual.map { printable($0.written) } ?? "not answered"
    let field = cause.field.isEmpty ? "" : cause.field + " is "
    let shown = actual.isEmpty ? "empty" : actual
    add("\(field)\(shown), required: \(cause.required)", indent: indent, first: place == nil ? opening : nil)
    for other in cause.related { add("\(other.field) is \(other.value.written)", indent: indent) }
  }

  private func place(_ location: Location) -> String {
    let index = location.file === assessment.project.document.file ? index : LineIndex(location.file)
    let start = index.position(of: Int(location.range.start))
    return "\(printable(location.file.name)):\(start.line):\(start.column)"
  }

  private func clauses(_ rule: Rule) -> String {
    rule.clauses.map { id in
      let text = assessment.policies.foundation.instrument.clauses.first { $0.id == id }?.text ?? ""
      return "\(id) \(text)"
    }.joined(separator: "; ")
  }

  /// How many undecided rules are shown unless all are asked for: an empty description has more than anybody reads.
  private static let shownUnknown = 12

  private mutating func writeUnknown() {
    let found = results(.unknown)
    guard !found.isEmpty else { return }
    let shown = options.isVerbose ? found : Array(found.prefix(Self.shownUnknown))
    heading(shown.count < found.count ? "Undecided (\(shown.count) of \(found.count))" : "Undecided (\(found.count))")
    lines.append("")
    for result in shown {
      lines.append(
        "\(paint("unknown \(result.rule.severity.name)", .caution))  \(result.rule.id)  \(printable(result.rule.title))"
      )
      writeUnanswered(result)
      writeCauses(result.causes)
    }
    if shown.count < found.count {
      lines.append("")
      add("\(found.count - shown.count) more are shown with --verbose.", indent: 2)
    }
  }

  private mutating func writeUnanswered(_ result: RuleResult) {
    guard let first = result.unanswered.first else { return }
    if let location = assessment.location(of: first) { lines.append("    " + paint(place(location), .quiet)) }
    let shown = options.isVerbose ? result.unanswered[...] : result.unanswered.prefix(6)
    let rest = result.unanswered.count - shown.count
    add("needs " + shown.joined(separator: ", ") + (rest > 0 ? " and \(rest) more answers" : ""), indent: 6)
  }

  // MARK: Next, review, counts

  private mutating func writeNext() {
    guard !assessment.next.isEmpty else { return }
    let shown = options.isVerbose ? assessment.next : Array(assessment.next.prefix(5))
    heading(
      "Answer next" + (shown.count < assessment.next.count ? " (\(shown.count) of \(assessment.next.count))" : ""))
    for (number, next) in shown.enumerated() {
      lines.append("")
      lines.append("  \(number + 1). \(paint(next.question.id, .strong))")
      add(next.question.ask, indent: 5)
      let rules = next.decides.prefix(4).joined(separator: ", ")
      add("decides \(rules)\(next.decides.count > 4 ? " and \(next.decides.count - 4) more" : "")", indent: 5)
    }
  }

  private mutating func writeReview() {
    let claims = assessment.results.filter { $0.notApplicable == .claim }
    if !claims.isEmpty {
      heading("Not applicable by claim (\(claims.count))")
      lines.append("")
      for result in claims {
        let until = date(result.claim?.reviewBy)
        let claimed = "claimed by \(result.claim?.claimedBy ?? "?"), approved by \(result.claim?.approvedBy ?? "?")"
        add("\(result.rule.id): \(result.claim?.justification ?? "") (\(claimed), until \(until))", indent: 2)
      }
    }
    let ineffective = assessment.review?.ineffective ?? []
    if !ineffective.isEmpty {
      heading("Review entries without effect (\(ineffective.count))")
      lines.append("")
      for entry in ineffective {
        add("\(place(entry.location)) \(entry.entry) on \(entry.subject): \(entry.reason)", indent: 2)
      }
    }
    let loosened = assessment.policies.loosened
    if !loosened.isEmpty {
      heading("Loosened by overlays (\(loosened.count))")
      lines.append("")
      for loosening in loosened { add("\(loosening.pack): \(loosening.what)", indent: 2) }
    }
  }

  private mutating func writeEverythingElse() {
    for (title, outcome) in [("Passed", Outcome.pass), ("Not yet due", .notYetDue), ("Not applicable", .notApplicable)]
    {
      let found = results(outcome)
      guard !found.isEmpty else { continue }
      heading("\(title) (\(found.count))")
      lines.append("")
      for result in found {
        var note = ""
        if outcome == .pass {
          note = result.isDeclaredOnly ? "  declared, not verified" : result.evidence.items == 0 ? "  no evidence" : ""
        } else if let reason = result.notApplicable {
          note = "  \(reason.rawValue)"
        } else {
          note = "  from \(result.rule.dueFrom.name)"
        }
        lines.append(
          "  \(result.rule.severity.name)  \(result.rule.id)  \(printable(result.rule.title))\(paint(note, .quiet))")
      }
    }
    let notes = assessment.diagnostics.filter { $0.severity == .note }
    guard !notes.isEmpty else { return }
    heading("Noted (\(notes.count))")
    lines.append("")
    for note in notes { add("\(note.location.map { self.place($0) + " " } ?? "")\(note.message)", indent: 2) }
  }

  private mutating func writeCounts() {
    let summary = assessment.summary
    let counts = Outcome.allCases.map { "\(summary[$0] ?? 0) \($0.rawValue.replacing("_"))" }.joined(separator: ", ")
    let evidence = assessment.evidence
    lines.append("")
    add("\(assessment.results.count) rules of \(assessment.policies.packs.count) packs: \(counts).")
    if summary[.pass] ?? 0 > 0 {
      add(
        "Passes without evidence: \(evidence.unevidencedPasses). Declared, not verified (they rest on a tick alone): \(evidence.declaredOnlyPasses)."
      )
    }
    guard let busiest = evidence.busiestFile else { return }
    let files = evidence.files == 1 ? "1 evidence file" : "\(evidence.files) evidence files"
    let rules = busiest.rules == 1 ? "1 rule" : "\(busiest.rules) rules"
    add("\(files); the one that carries most is \(busiest.name), for \(rules).")
  }
}

extension String {
  /// With underscores as spaces.
  fileprivate func replacing(_ separator: Character) -> String {
    split(separator: separator).joined(separator: " ")
  }
}
