internal import AssessmentEngine
internal import CEL
internal import DocumentWriting
internal import LocatedYAML
internal import PolicyModel

extension ReportPart {
  /// All rules, those too that pass or do not apply.
  static let rules = ReportPart { content in
    guard content.assessment.isDecided else { return nil }
    let rows = content.assessment.results.map { result in
      let isEntry = [.fail, .accepted, .unknown].contains(result.outcome)
      return Table.Row(
        lines: [
          [[isEntry ? content.link(result.rule.id) : .code(result.rule.id)]], [[.text(result.rule.title)]],
          [[ReportContent.label(result.rule.severity)]], [[ReportContent.label(result)]], [content.remark(result)],
          [content.clauses(result.rule)],
        ], anchor: isEntry ? nil : ReportContent.anchor(rule: result.rule.id))
    }
    return Section(
      "rules", "All rules (\(rows.count))",
      [
        .table(
          Table(
            caption: "Every rule and its outcome",
            columns: [
              .text("Rule"), .text("Title"), .text("Severity"), .text("Outcome"), .text("Remark"), .text("Clauses"),
            ], rows: rows))
      ])
  }

  /// The answers as written.
  static let answers = ReportPart { content in
    let schema = content.policies.schema
    let project = content.assessment.project
    let rows = zip(schema.questions, project.answers).compactMap { question, answer -> Table.Row? in
      guard let node = answer.node else { return nil }
      let location = project.document.location(node.range)
      return Table.Row(
        [
          [.code(question.id)], [.text(question.ask)], [.code(content.written(at: location))],
          content.place(location).map { [.text($0)] } ?? [],
        ], anchor: ReportContent.anchor(question: question.id))
    }
    guard !rows.isEmpty else { return nil }
    return Section(
      "answers", "Answers (\(rows.count) of \(schema.questions.count) questions)",
      [
        .table(
          Table(
            caption: "Answers as written",
            columns: [.text("Field"), .text("Question"), .text("As written"), .text("Where")], rows: rows))
      ])
  }
}

extension ReportContent {
  /// What to know of an outcome beside its name.
  fileprivate func remark(_ result: RuleResult) -> Line {
    switch result.outcome {
    case .pass:
      if result.isDeclaredOnly { return [.text("declared, not verified")] }
      return result.evidence.current == 0
        ? [.text("no evidence")] : [.text(Self.count(result.evidence.current, "item of evidence", "items of evidence"))]
    case .notYetDue: return [.text("from stage \(result.rule.dueFrom.name) on")]
    case .notApplicable:
      switch result.notApplicable {
      case .claim:
        return [.text("by claim of \(result.claim?.claimedBy ?? "?"), approved by \(result.claim?.approvedBy ?? "?")")]
      case .noLongerDue: return [.text("no longer due at this stage")]
      case .scope, nil:
        let named = result.rule.scopeQuestions.filter {
          assessment.project.answer($0, in: policies.schema)?.node != nil
        }
        return named.isEmpty ? [] : [.text("as the scope says: ")] + .joined(named.map { [link(question: $0)] })
      }
    case .fail: return result.dispute == nil ? [] : [.text("disputed by \(result.dispute?.raisedBy ?? "?")")]
    case .accepted: return [.text("by \(result.acceptance?.acceptedBy ?? "?"), \(until(result.acceptance?.expiresOn))")]
    case .unknown: return [.text(Self.count(result.unanswered.count, "answer is missing", "answers are missing"))]
    }
  }
}
