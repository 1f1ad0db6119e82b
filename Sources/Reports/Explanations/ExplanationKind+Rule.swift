internal import AssessmentEngine
internal import CEL
internal import Diagnostics
internal import LocatedYAML
internal import PolicyModel

extension ExplanationKind {
  /// What a rule requires, why, when, what would show it, and how to mend a failure.
  static let rule = ExplanationKind(names: { $0.policies.rules.map(\.id) }) { name, report in
    if let rule = report.policies.rule(name) { report.write(rule) }
  }
}

extension ExplanationReport {
  fileprivate mutating func write(_ rule: Rule) {
    title(rule.id, rule.title)
    out.add("\(rule.severity.name), pack \(rule.pack), \(rule.dueStages); \(loosening(rule)).", indent: 2)
    field("requires", rule.requires)
    field("why", rule.why)
    field("applies", "to \(rule.appliesTo)")
    field("clauses", policies.clauseTexts(rule))
    field("ground", rule.grounds.map(\.described).joined(separator: "; "))
    field("evidence", rule.evidence.joined(separator: "; "))
    field("to mend", rule.remedy)
    field("note", rule.note)
    writeConditions(rule)
    writeParameters(rule)
    writeQuestions(rule)
    writeCrosswalk(rule)
    writeTerms(in: [rule.title, rule.requires, rule.why, rule.remedy, rule.note])
    writeOutcome(rule)
  }

  private func loosening(_ rule: Rule) -> String {
    let ranks = policies.foundation.reviewLimits.ranks
    let waiver =
      rule.waiver.map { "a failure may be accepted from rank \(ranks[$0]) up" } ?? "nobody may accept a failure"
    return waiver + (rule.allowsClaim ? ", and it may be claimed not to apply" : "")
  }

  private mutating func writeConditions(_ rule: Rule) {
    out.heading("Conditions")
    if let appliesWhen = rule.appliesWhen { write(appliesWhen, "applies when") }
    for tier in rule.tiers {
      write(tier.condition, "from \(tier.from.name)\(tier.until.map { " until \($0.name)" } ?? "")")
      if let reason = tier.endReason { out.add("ends because \(reason)", indent: 4) }
    }
  }

  private mutating func write(_ condition: Condition, _ label: String) {
    out.append("  \(label):")
    for line in condition.source.split(separator: "\n") where !line.allSatisfy({ $0 == " " }) {
      out.append("    " + DiagnosticRenderer.printable(String(line)))
    }
  }

  private mutating func writeParameters(_ rule: Rule) {
    let read = rule.parametersRead
    let used = policies.foundation.parameters.filter { read.contains($0.name) }
    guard !used.isEmpty else { return }
    out.heading("Parameters")
    for parameter in used {
      out.add("\(parameter.name) is \(parameter.valueWithUnit): \(parameter.meaning)", indent: 6, first: "  ")
    }
  }

  private mutating func writeQuestions(_ rule: Rule) {
    out.heading("Questions")
    for id in rule.questions {
      guard let index = policies.schema.index(of: id) else { continue }
      out.add("\(id): \(policies.schema.questions[index].ask)", indent: 6, first: "  ")
    }
  }

  private mutating func writeCrosswalk(_ rule: Rule) {
    guard !rule.crosswalk.isEmpty else { return }
    out.heading("Related, not equal")
    for identifier in rule.crosswalk {
      let custom = policies.foundation.instrument.customaryEquivalents[identifier].map { numbers in
        "; custom: ICRC study, rule \(numbers.map(String.init).joined(separator: ", "))"
      }
      out.add(described(identifier) + (custom ?? ""), indent: 6, first: "  ")
    }
  }

  // MARK: In a project

  private mutating func writeOutcome(_ rule: Rule) {
    guard let assessment, let index = policies.ruleIndex(rule.id) else { return }
    let result = assessment.results[index]
    let stage = assessment.stage.map { "\($0.name) gate" } ?? "stage unanswered"
    out.heading("In \(DiagnosticRenderer.printable(assessment.project.document.file.name)) on \(assessment.date)")
    let reason = result.notApplicable.map { " (\($0.rawValue))" } ?? ""
    out.add("\(result.outcome.rawValue)\(reason), \(stage)", indent: 2)
    if !result.unanswered.isEmpty { out.add("needs " + result.unanswered.joined(separator: ", "), indent: 4) }
    for failed in result.failedConditions { out.add(failed.message, indent: 4) }
    out.writeCauses(result.causes)
    if result.evidence.items > 0 {
      out.add("evidence: \(result.evidence.items), of which current: \(result.evidence.current)", indent: 4)
    } else if result.outcome == .pass {
      out.add("no evidence supports it", indent: 4)
    }
    writeChanges(rule, assessment)
  }

  private mutating func writeChanges(_ rule: Rule, _ assessment: Assessment) {
    let changes = assessment.changes(of: rule)
    guard !changes.isEmpty else { return }
    out.heading("What would change it, everything else being as it is")
    for change in changes {
      let place = assessment.location(of: change.question).map { " (\(out.place($0)))" } ?? ""
      out.add(
        "\(change.outcome.rawValue) if \(change.question) were \(change.answer)\(place)", indent: 6, first: "  ")
    }
  }
}
