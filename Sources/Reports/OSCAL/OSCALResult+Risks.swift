internal import AssessmentEngine
internal import Diagnostics
internal import DocumentWriting
internal import PolicyModel

/// What is at risk: every failure, whether somebody carries it or not; what is undecided and must be decided; answers in
/// dispute; and an input with errors, so that nobody takes a result without findings for a clean one.
extension OSCALResult {
  private struct Risk {
    let uuid: NameUUID
    /// What kind of risk it is, in a word.
    let kind: String
    let title: String
    let description: String
    let statement: String
    var properties: [OSCALProperty?] = []
    var links: [OSCALLink] = []
    var acceptance: OSCALReviewEntry?
    /// Disputes that say so, and who raised them.
    var disputes: [OSCALReviewEntry] = []
    var severity: String?
    let remedy: String
    let observations: [NameUUID]
  }

  private func risk(of rule: Rule) -> NameUUID { uuid("risk", rule.id) }

  private func risk(of entry: OSCALReviewEntry) -> NameUUID { uuid("risk of review entry", entry.name) }

  /// Disputes of answers that have an effect.
  private var disputedAnswers: [OSCALReviewEntry] { entries.filter { $0.field != nil && $0.fault == nil } }

  private func hasRisk(_ result: RuleResult) -> Bool {
    switch result.outcome {
    case .fail, .accepted: true
    // An undecided blocker holds the gate as a failure would; others that decide it are as grave.
    case .unknown: result.rule.severity == .blocker || decidesGate(result.rule)
    case .pass, .notApplicable, .notYetDue: false
    }
  }

  /// The risks that a finding about a rule goes with.
  func risks(on rule: Rule) -> [NameUUID] {
    results.filter { $0.rule.id == rule.id && hasRisk($0) }.map { risk(of: $0.rule) }
      + entries(on: rule).filter { $0.field != nil && $0.fault == nil }.map { risk(of: $0) }
  }

  func writeRisks(_ json: inout JSONWriter) {
    let all =
      (withholdsPasses ? [ofInput] : []) + results.filter { hasRisk($0) }.map { of($0) }
      + disputedAnswers.map { of($0) }
    json.list("risks", all) { json, risk in write(risk, &json) }
  }

  private func write(_ risk: Risk, _ json: inout JSONWriter) {
    json.member("uuid", risk.uuid)
    json.member("title", risk.title)
    json.member("description", risk.description)
    json.member("statement", risk.statement)
    json.properties([OSCALProperty("risk", risk.kind)] + risk.properties)
    json.links(risk.links)
    json.member("status", status(of: risk))
    json.origins([.tool(tool)] + risk.disputes.flatMap(\.actors))
    writeCharacterizations(risk, &json)
    json.list("mitigating-factors", [risk.acceptance].compactMap { $0 }) { json, acceptance in
      json.member("uuid", uuid("mitigating factor", "\(risk.uuid)"))
      json.member("description", acceptance.reason.map { OSCALText.written($0) } ?? "No reason is given.")
      json.properties([OSCALProperty("review-entry", acceptance.name)] + acceptance.properties)
      json.links(recordLink)
    }
    json.member("deadline", ifThere: risk.acceptance?.ends.flatMap { OSCALText.time($0) })
    json.list("remediations", [risk.remedy]) { json, remedy in
      json.member("uuid", uuid("remediation", "\(risk.uuid)"))
      json.member("lifecycle", "recommendation")
      json.member("title", "What would mend it")
      json.member("description", remedy)
      json.origins([.tool(tool)])
    }
    writeLog(risk, &json)
    json.references("related-observations", "observation-uuid", risk.observations)
  }

  private func status(of risk: Risk) -> String { risk.acceptance == nil ? "open" : "deviation-approved" }

  private func writeCharacterizations(_ risk: Risk, _ json: inout JSONWriter) {
    let severity = risk.severity.map { (actors: [OSCALActor.tool(tool)], facet: "severity", value: $0) }
    let acceptance = risk.acceptance.map { entry in
      (actors: entry.actors, facet: "acceptance", value: "accepted")
    }
    json.list("characterizations", [severity, acceptance].compactMap { $0 }) { json, each in
      if each.facet == "acceptance" { json.properties(risk.acceptance?.properties ?? []) }
      json.key("origin")
      json.object { json in json.actors(each.actors.isEmpty ? [.tool(tool)] : each.actors) }
      json.rows("facets", [each]) { json, each in
        json.member("name", each.facet)
        json.member("system", OSCALProperty.namespace)
        json.member("value", each.value)
      }
    }
  }

  /// Who decided what about it, and when.
  private func writeLog(_ risk: Risk, _ json: inout JSONWriter) {
    let decided = ([risk.acceptance].compactMap { $0 } + risk.disputes).filter {
      $0.began.flatMap { OSCALText.time($0) } != nil
    }
    guard !decided.isEmpty else { return }
    json.key("risk-log")
    json.object { json in
      json.list("entries", decided) { json, entry in
        json.member("uuid", uuid("log entry", "\(risk.uuid) \(entry.name)"))
        json.member("title", entry.title)
        json.member("description", ifThere: entry.reason.map { OSCALText.written($0) })
        json.member("start", OSCALText.nearestTime(entry.began ?? assessment.day))
        json.member("end", ifThere: entry.ends.flatMap { OSCALText.time($0) })
        json.properties([OSCALProperty("review-entry", entry.name)] + entry.properties)
        json.links(recordLink)
        json.rows("logged-by", entry.actors) { json, actor in
          guard case .party(let uuid, let role) = actor else { return }
          json.member("party-uuid", uuid)
          json.member("role-id", role)
        }
        json.member("status-change", status(of: risk))
      }
    }
  }

  // MARK: Kinds

  private var ofInput: Risk {
    let errors = assessment.diagnostics.count { $0.severity == .error }
    return Risk(
      uuid: uuid("risk of input", ""), kind: "input-errors",
      title: assessment.isDecided
        ? "The input has errors: nothing was approved" : "Not assessed: the input can't be read",
      description: "\(errors == 1 ? "1 error" : "\(errors) errors"); the observation of the input lists them.",
      statement: "What is wrong in an input may hide what would have failed.",
      remedy: "Mend the input at the places that the observation names, and assess it again.",
      observations: assessment.diagnostics.isEmpty ? [] : [inputObservation])
  }

  private func of(_ result: RuleResult) -> Risk {
    let rule = result.rule
    let isUndecided = result.outcome == .unknown
    let entries = entries(on: rule)
    let kind = isUndecided ? "undecided" : result.outcome == .accepted ? "accepted" : "not-met"
    let opening = isUndecided ? "Undecided: " : result.outcome == .accepted ? "Accepted for a time: " : "Not met: "
    let acceptance = result.acceptance.flatMap { found in
      entries.first { $0.fault == nil && $0.location.range == found.location.range && $0.ends == found.expiresOn }
    }
    return Risk(
      uuid: risk(of: rule), kind: kind, title: "\(opening)\(OSCALText.code(rule.id)) \(OSCALText.written(rule.title))",
      description: description(of: result),
      statement: "Required: \(OSCALText.written(rule.requires))"
        + (rule.why.map { "\n\n\(OSCALText.written($0))" } ?? ""),
      properties: properties(of: result), links: rule.clauseLinks(assessment.policies), acceptance: acceptance,
      disputes: entries.filter { result.dispute?.location.range == $0.location.range && $0.rule != nil },
      severity: rule.severity.name, remedy: remedy(of: result),
      observations: observations(on: rule))
  }

  /// What the rule says, or what to answer where that is what is missing, or to settle a dispute.
  private func remedy(of result: RuleResult) -> String {
    if result.dispute != nil { return settling }
    let schema = assessment.policies.schema
    let questions = result.unanswered.filter { !isDisputed(answer: $0) }.compactMap { id in
      schema.index(of: id).map { schema.questions[$0] }
    }
    if result.outcome == .unknown, !questions.isEmpty {
      return "Answer these questions; until then nothing is decided:\n\n"
        + questions.map { "- \(OSCALText.code($0.id)) \(OSCALText.written($0.ask))" }.joined(separator: "\n")
    }
    return result.unanswered.isEmpty ? OSCALText.written(result.rule.remedy) : settling
  }

  private var settling: String { "Settle the dispute with whoever raised it, and take it out of the review record." }

  private func of(_ dispute: OSCALReviewEntry) -> Risk {
    let field = dispute.field ?? ""
    let rules = results.map(\.rule).filter { $0.questions.contains(field) || $0.scopeQuestions.contains(field) }
    return Risk(
      uuid: risk(of: dispute), kind: "disputed-answer", title: dispute.title,
      description: dispute.reason.map { OSCALText.written($0) } ?? "No reason is given.",
      statement:
        "Every rule that reads \(OSCALText.code(field)) has the worse of its outcomes with and without the answer.",
      properties: [OSCALProperty("field", field)] + dispute.properties, links: recordLink, disputes: [dispute],
      remedy: settling,
      observations: [observation(of: dispute)] + rules.map { observation(of: $0) })
  }
}
