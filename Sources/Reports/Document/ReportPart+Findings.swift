internal import AssessmentEngine
internal import CEL
internal import Diagnostics
internal import DocumentWriting
internal import LocatedYAML
internal import PolicyModel

extension ReportPart {
  static let toMend = ReportPart { content in
    content.findings("to-mend", "To mend", .fail)
  }

  static let accepted = ReportPart { content in
    content.findings(
      "accepted", "Accepted for a time", .accepted,
      opening: "These rules fail. A person of sufficient rank carries each failure until the day named.")
  }

  /// Rules that can't be decided, with what is missing.
  static let undecided = ReportPart { content in
    let found = content.results(.unknown)
    guard content.assessment.isDecided, !found.isEmpty else { return nil }
    let table = Table(
      caption: "Undecided rules, the gravest first",
      columns: [.text("Rule"), .text("Severity"), .text("What it asks"), .text("What is missing"), .text("Clauses")],
      rows: found.map { result in
        Table.Row(
          lines: [
            [[.code(result.rule.id)]], [[ReportContent.label(result.rule.severity)]], [[.text(result.rule.title)]],
            content.missing(result), [content.clauses(result.rule)],
          ], anchor: ReportContent.anchor(rule: result.rule.id))
      })
    return Section(
      "undecided", "Undecided (\(found.count))",
      [
        .paragraph([
          .text(
            "An answer that is missing counts neither for nor against a project: the rule stays open until it is given."
          )
        ]), .table(table),
      ])
  }
}

extension ReportContent {
  fileprivate func findings(_ anchor: String, _ title: String, _ outcome: Outcome, opening: String? = nil) -> Section? {
    let found = results(outcome)
    guard assessment.isDecided, !found.isEmpty else { return nil }
    return Section(
      anchor, "\(title) (\(found.count))",
      (opening.map { [.paragraph([.text($0)])] } ?? []) + found.map { .section(entry($0)) })
  }

  private func entry(_ result: RuleResult) -> Section {
    let rule = result.rule
    let pack = policies.packs.first { $0.id == rule.pack }?.title ?? rule.pack
    var blocks: [Block] = [
      .facts(
        [Self.label(result), .text(" "), Self.label(rule.severity), .text("  "), .code(rule.id), .text(", \(pack)")]
          + (rule.grounds.isEmpty ? [] : [.text(", ground: \(rule.grounds.map(\.rawValue).joined(separator: ", "))")]))
    ]
    if !result.causes.isEmpty { blocks.append(.table(causes(result))) }
    var fields: [Field] = []
    if let acceptance = result.acceptance {
      fields.append(
        Field(
          "Accepted by",
          [
            .strong(acceptance.acceptedBy ?? "nobody named"),
            .text(
              " (\(acceptance.rank ?? "no rank")) on \(Self.date(acceptance.acceptedOn)), \(until(acceptance.expiresOn)): "
                + (acceptance.reason ?? "no reason is given")),
          ]))
      if let confirmation = acceptance.confirmation {
        fields.append(Field("Looked at again", [.text(confirmation.inWords)]))
      }
    }
    if let dispute = result.dispute {
      let on = dispute.raisedOn.map { " on \(Self.date($0))" } ?? ""
      fields.append(
        Field(
          "Disputed by",
          [
            .strong(dispute.raisedBy ?? "nobody named"),
            .text("\(on): \(dispute.reason ?? "no reason is given"). It passes again once the dispute is settled."),
          ]))
    }
    fields.append(Field("Requires", [.text(rule.requires)]))
    fields.append(Field("Clauses", blocks: [.list(rule.clauses.map { clause($0) })]))
    fields.append(Field("Evidence", blocks: [evidenceBlock(rule)]))
    fields.append(Field("To mend", [.text(rule.remedy)]))
    blocks.append(.fields(fields))
    return Section(entry: Self.anchor(rule: rule.id), [.text(rule.title)], blocks)
  }

  /// Each cause with the answer as written and its line.
  private func causes(_ result: RuleResult) -> Table {
    var rows: [Table.Row] = []
    var current: Alternative?
    for cause in result.causes {
      var opening: Line = []
      if let next = cause.alternative {
        opening = [.text(next == current ? "and " : next.choice == current?.choice ? "or " : "either ")]
      }
      current = cause.alternative
      let field: Line =
        cause.field.isEmpty ? [.text(result.dispute == nil ? "the whole" : "dispute")] : [.code(cause.field)]
      let related = cause.related.map { [Inline.code($0.field), .text(" is \($0.value.written)")] }
      rows.append(
        Table.Row(lines: [[opening + field], [answer(cause)], [[.text(cause.required)]] + related, [line(cause)]]))
    }
    return Table(
      caption: "What decides \(result.rule.id)",
      columns: [.text("Answer"), .text("As written"), .text("Required"), .text("Where")], rows: rows)
  }

  private func answer(_ cause: Finding) -> Line {
    guard let actual = cause.actual else { return [.text("not answered")] }
    guard let location = cause.location, location.file === assessment.project.document.file else {
      return [.text(actual.written)]
    }
    return [.code(written(at: location))]
  }

  private func line(_ cause: Finding) -> Line { place(cause.location).map { [.text($0)] } ?? [] }

  func clause(_ id: String) -> Line {
    let text = policies.foundation.instrument.clauses.first { $0.id == id }?.text ?? ""
    return [.link(id, to: Self.anchor(clause: id)), .text(" \(text)")]
  }

  func clauses(_ rule: Rule) -> Line { .joined(rule.clauses.map { [.link($0, to: Self.anchor(clause: $0))] }) }

  private func evidenceBlock(_ rule: Rule) -> Block {
    let items = evidence(for: rule)
    if items.isEmpty {
      let wanted = rule.evidence.isEmpty ? "" : " What would show it: \(rule.evidence.joined(separator: "; "))."
      return .paragraph([.text("None." + wanted)])
    }
    return .list(
      items.map { number, standing in
        [.link(standing.name, to: Self.anchor(evidence: number)), .text(", \(standing.state)")]
      })
  }

  /// The answers that are missing, or the evidence that is stale.
  fileprivate func missing(_ result: RuleResult) -> [Line] {
    let asked = result.unanswered.map { id -> Line in
      let ask = policies.schema.question(named: id)?.ask
      return [.code(id)] + (ask.map { [.text(" (\($0))")] } ?? [])
    }
    return asked
      + result.causes.map { cause in
        [.text("\(cause.actual?.written ?? ""): required is \(cause.required)")]
          + (place(cause.location).map { [.text(", \($0)")] } ?? [])
      }
  }
}

extension AnswerSchema {
  /// The question of that id.
  func question(named id: String) -> Question? { index(of: id).map { questions[$0] } }
}
