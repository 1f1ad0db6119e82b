internal import DocumentWriting
internal import PolicyModel

extension ReferencePart {
  /// What is asked because of each clause: its rules, their questions and their evidence.
  static let clauses = ReferencePart { content in
    Section(
      "clauses", "Clause by clause",
      [
        .paragraph(
          Line(
            """
            P stands for a paragraph of the preamble and C for a commitment. A rule that rests on several clauses is \
            listed under each.
            """)),
        .table(content.clauseTotals),
      ] + content.instrument.clauses.map { .section(content.section(of: $0)) })
  }
}

extension ReferenceContent {
  fileprivate var clauseTotals: Table {
    Table(
      caption: "Clauses with the number of their rules and questions",
      columns: [.text("Clause"), .text("What it says"), .number("Rules")]
        + Severity.allCases.map { .number($0.name) } + [.number("Questions")],
      rows: instrument.clauses.map { clause in
        let rules = uses.byClause[clause.id] ?? []
        return Table.Row(
          [link(clause.id, .clause, clause.id), [.text(clause.text)], [.text(String(rules.count))]]
            + Self.numbers(rules).map { [.text($0)] } + [[.text(String(questions(of: rules).count))]])
      })
  }

  fileprivate func section(of clause: Clause) -> Section {
    let rules = uses.byClause[clause.id] ?? []
    let texts = linked([clause.text, clause.asks, clause.reason])
    var fields = [texts[1].map { Field("Asks", $0) }].compactMap { $0 }
    if !clause.obliges {
      fields.append(Field("Obliges", [.text("Nothing. ")] + (texts[2] ?? [])))
    }
    fields.append(Field("Counts", [.text(counts(rules))]))
    var blocks: [Block] = [.lead(texts[0] ?? []), .fields(fields)]
    if !rules.isEmpty { blocks.append(.table(matrix(clause, rules))) }
    return Section(anchors[.clause, clause.id] ?? "", clause.id, blocks)
  }

  private func counts(_ rules: [Rule]) -> String {
    if rules.isEmpty { return "No rule rests on this clause." }
    let severities = zip(Severity.allCases, Self.numbers(rules)).filter { $0.1 != "0" }.map { "\($0.1) \($0.0.name)" }
    let asked = Self.count(questions(of: rules).count, "question", "questions")
    let evidence = Self.count(Set(rules.flatMap(\.evidence)).count, "kind of evidence", "kinds of evidence")
    return "\(Self.count(rules.count, "rule", "rules")) (\(severities.joined(separator: ", "))), \(asked), \(evidence)."
  }

  /// The questions that rules read, to decide or to see whether they apply.
  func questions(of rules: [Rule]) -> Set<String> {
    Set(rules.flatMap { $0.questions + $0.scopeQuestions })
  }

  private func matrix(_ clause: Clause, _ rules: [Rule]) -> Table {
    Table(
      caption: "Rules, questions and evidence under \(clause.id)",
      columns: [.text("Rule"), .text("Severity"), .text("Due"), .text("Questions"), .text("Evidence")],
      rows: rules.map { rule in
        let scope = rule.scopeQuestions.filter { !rule.questions.contains($0) }
        return Table.Row(lines: [
          [link(rule.title, .rule, rule.id), [.code(rule.id)]],
          [[Self.label(rule.severity)]],
          [[.text(Self.due(rule))]],
          [codes(.question, rule.questions), scope.isEmpty ? [] : [.text("scope: ")] + codes(.question, scope)]
            .filter { !$0.isEmpty },
          rule.evidence.map { [.text($0)] },
        ])
      })
  }

  /// `from concept`, `design to test`.
  static func due(_ rule: Rule) -> String {
    rule.dueUntil.map { "\(rule.dueFrom.name) to \($0.name)" } ?? "from \(rule.dueFrom.name)"
  }
}
