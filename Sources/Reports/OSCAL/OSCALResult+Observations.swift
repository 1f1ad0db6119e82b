internal import AssessmentEngine
internal import CEL
internal import Diagnostics
internal import DocumentWriting
internal import LocatedYAML
internal import PolicyModel

/// What was observed: of the input, of every rule, and of every entry of the review record.
extension OSCALResult {
  func observation(of rule: Rule) -> NameUUID { uuid("observation", rule.id) }

  func observation(of entry: OSCALReviewEntry) -> NameUUID { uuid("observation of review entry", entry.name) }

  var inputObservation: NameUUID { uuid("observation of input", "") }

  /// The observations that a rule's finding and risk rest on.
  func observations(on rule: Rule) -> [NameUUID] {
    [observation(of: rule)] + entries(on: rule).map { observation(of: $0) }
  }

  /// Something that an observation was made of.
  private struct Evidence {
    let resource: NameUUID
    let description: String
    var properties: [OSCALProperty?] = []
  }

  private struct Observation {
    let uuid: NameUUID
    let title: String
    let description: String
    var properties: [OSCALProperty?]
    var links: [OSCALLink] = []
    let type: String
    let actors: [OSCALActor]
    let evidence: [Evidence]
    var expires: String?
  }

  func writeObservations(_ json: inout JSONWriter) {
    let all = (assessment.diagnostics.isEmpty ? [] : [ofInput]) + results.map { of($0) } + entries.map { of($0) }
    json.list("observations", all) { json, each in
      json.member("uuid", each.uuid)
      json.member("title", each.title)
      json.member("description", each.description)
      json.properties(each.properties)
      json.links(each.links)
      json.member("methods", ["EXAMINE"])
      json.member("types", [each.type])
      json.origins(each.actors)
      writeSubject(&json)
      json.rows("relevant-evidence", each.evidence) { json, evidence in
        json.member("href", evidence.resource.fragment)
        json.member("description", evidence.description)
        json.properties(evidence.properties)
      }
      json.member("collected", OSCALText.nearestTime(assessment.day))
      json.member("expires", ifThere: each.expires)
    }
  }

  // MARK: Input

  private var ofInput: Observation {
    let counts = Diagnostic.Severity.allCases.map { severity in
      "\(assessment.diagnostics.count { $0.severity == severity }) of severity `\(severity.rawValue)`"
    }
    return Observation(
      uuid: inputObservation, title: "What there is to say of the input",
      description: "Remarks: \(counts.joined(separator: ", "))."
        + (withholdsPasses ? " An error means that nothing was approved." : ""),
      properties: [OSCALProperty("observation", "input")], type: "discovery", actors: [.tool(tool)],
      evidence: assessment.diagnostics.map { diagnostic in
        Evidence(
          resource: resource(of: diagnostic.location),
          description: ([diagnostic.message] + diagnostic.notes.map(\.message)).map { OSCALText.written($0) }
            .joined(separator: "; "),
          properties: [
            OSCALProperty("severity", diagnostic.severity.rawValue), OSCALProperty("code", diagnostic.code),
          ] + place(diagnostic.location))
      })
  }

  /// The resource for the file that a place is in.
  private func resource(of location: Location?) -> NameUUID {
    guard let review = assessment.review, let location, location.file !== assessment.project.document.file else {
      return projectFile
    }
    return OSCALResources.record(review)
  }

  /// Lines and columns count from 1, columns in Unicode scalars. The file is the project's where none is named.
  private func place(_ location: Location?) -> [OSCALProperty?] {
    guard let location else { return [] }
    let start = places.region(location).start
    let isOwn = location.file === assessment.project.document.file
    return [
      OSCALProperty("file", isOwn ? nil : location.file.name), OSCALProperty("line", start.line),
      OSCALProperty("column", start.column),
    ]
  }

  // MARK: Rules

  private func of(_ result: RuleResult) -> Observation {
    let rule = result.rule
    let isWithheld = result.outcome == .pass && withholdsPasses
    let hasEvidence = result.evidence.items > 0
    return Observation(
      uuid: observation(of: rule), title: "\(OSCALText.code(rule.id)) \(OSCALText.written(rule.title))",
      description: description(of: result)
        + (isWithheld ? "\n\nNo finding says so: an input has errors, so nothing counts as satisfied." : ""),
      properties: properties(of: result) + [
        OSCALProperty("observation", "rule"),
        OSCALProperty("not-applicable-because", result.notApplicable?.rawValue),
        OSCALProperty("finding-withheld", isWithheld ? "input-errors" : nil),
        hasEvidence ? OSCALProperty("evidence-items", result.evidence.items) : nil,
        hasEvidence ? OSCALProperty("evidence-current", result.evidence.current) : nil,
      ] + result.unanswered.map { OSCALProperty("unanswered", $0) },
      links: rule.clauseLinks(assessment.policies), type: "control-objective", actors: [.tool(tool)],
      evidence: answers(of: result) + supports(of: result) + entries(on: rule).map { evidence(of: $0) },
      expires: expiry(of: result))
  }

  /// What is said of a rule wherever it occurs.
  func properties(of result: RuleResult) -> [OSCALProperty?] {
    [
      OSCALProperty("rule", result.rule.id), OSCALProperty("pack", result.rule.pack),
      OSCALProperty("severity", result.rule.severity.name), OSCALProperty("outcome", result.outcome.rawValue),
      OSCALProperty("declared-only", result.isDeclaredOnly ? "yes" : nil),
      OSCALProperty("unevidenced", result.outcome == .pass && result.evidence.items == 0 ? "yes" : nil),
      OSCALProperty("disputed", isDisputed(result.rule) ? "yes" : nil),
      OSCALProperty("decides-gate", decidesGate(result.rule) ? "yes" : nil),
    ]
  }

  func isDisputed(answer question: String) -> Bool {
    entries.contains { $0.field == question && $0.fault == nil }
  }

  private func isDisputed(_ rule: Rule) -> Bool {
    entries(on: rule).contains { $0.name.hasPrefix("disputes") && $0.fault == nil }
  }

  /// The outcome in words, and what it rests on.
  func description(of result: RuleResult) -> String {
    let rule = result.rule
    let outcome = "**\(OSCALText.written(result.outcome.rawValue))**: "
    switch result.outcome {
    case .pass:
      let basis =
        result.isDeclaredOnly
        ? " It rests on a tick alone: declared, not verified."
        : result.evidence.items == 0 ? " No evidence supports it." : ""
      return outcome + "the answers meet what the rule requires." + basis
    case .fail:
      let what =
        result.dispute == nil ? "the answers do not meet what the rule requires." : "that it passes is disputed."
      return outcome + what + causes(of: result)
    case .accepted:
      let acceptance = result.acceptance
      let who = acceptance?.acceptedBy.map { OSCALText.written($0) } ?? "somebody"
      let rank = acceptance?.rank.map { " (\(OSCALText.code($0)))" } ?? ""
      return outcome + "the answers do not meet what the rule requires; \(who)\(rank) carries that until "
        + "\(ReportLines.date(acceptance?.expiresOn))." + causes(of: result)
    case .unknown:
      func list(_ questions: [String]) -> String { questions.map { OSCALText.code($0) }.joined(separator: ", ") }
      let missing = result.unanswered.filter { !isDisputed(answer: $0) }
      let disputed = result.unanswered.filter { isDisputed(answer: $0) }
      let reasons = [
        missing.isEmpty ? nil : "it hangs on what is unanswered: \(list(missing))",
        disputed.isEmpty ? nil : "it hangs on answers in dispute: \(list(disputed))",
      ].compactMap { $0 }
      return outcome + (["not decided"] + reasons).joined(separator: "; ") + "." + causes(of: result)
    case .notApplicable:
      switch result.notApplicable {
      case .claim:
        let claim = result.claim
        return outcome + "claimed by \(claim?.claimedBy.map { OSCALText.written($0) } ?? "somebody"), approved by "
          + "\(claim?.approvedBy.map { OSCALText.written($0) } ?? "somebody"), to be looked at again by "
          + "\(ReportLines.date(claim?.reviewBy))."
      case .noLongerDue: return outcome + "the project is past the last stage at which the rule matters."
      case .scope, nil: return outcome + "by the answers about what the system is."
      }
    case .notYetDue: return outcome + "due from the stage \(OSCALText.code(rule.dueFrom.name)) on."
    }
  }

  /// A list of what decides, with alternatives as such.
  private func causes(of result: RuleResult) -> String {
    var lines: [String] = []
    var current: Alternative?
    for cause in result.causes {
      let opening: String
      if let next = cause.alternative {
        if next.choice != current?.choice { lines.append("- one of these would do:") }
        opening = next == current ? "  - and " : next.choice == current?.choice ? "  - or " : "  - "
      } else {
        opening = "- "
      }
      current = cause.alternative
      lines.append(opening + said(cause))
    }
    return lines.isEmpty ? "" : "\n\n" + lines.joined(separator: "\n")
  }

  private func said(_ cause: Finding) -> String {
    let actual = cause.actual.map { OSCALText.value($0) } ?? "not answered"
    let field = cause.field.isEmpty ? "" : OSCALText.code(cause.field) + " is "
    let others = cause.related.map { "; \(OSCALText.code($0.field)) is \(OSCALText.value($0.value))" }.joined()
    return "\(field)\(actual), required: \(OSCALText.written(cause.required))\(others)"
  }

  // MARK: Evidence

  /// What the project says of the questions that the rule reads. Where the scope decides, those are the ones.
  private func answers(of result: RuleResult) -> [Evidence] {
    let rule = result.rule
    let questions = result.notApplicable == .scope ? rule.scopeQuestions : rule.questions
    let causes = result.causes.filter { !$0.field.isEmpty && $0.location != nil }
    let others = questions.filter { question in !causes.contains { $0.field == question } }
    return causes.map { cause in
      Evidence(
        resource: resource(of: cause.location), description: said(cause),
        properties: [OSCALProperty("field", cause.field), OSCALProperty("decides", "yes")] + place(cause.location))
    }
      + others.compactMap { question in
        guard let value = assessment.project.answer(question, in: assessment.policies.schema)?.value else { return nil }
        return Evidence(
          resource: projectFile, description: "\(OSCALText.code(question)) is \(OSCALText.value(value))",
          properties: [
            OSCALProperty("field", question), OSCALProperty("disputed", isDisputed(answer: question) ? "yes" : nil),
          ] + place(location(ofAnswer: question)))
      }
  }

  private func supports(of result: RuleResult) -> [Evidence] {
    evidence(for: result.rule).map { index, standing in
      let item = standing.item
      return Evidence(
        resource: OSCALResources.evidence(item, of: assessment),
        description: OSCALText.written(item.title ?? item.file ?? item.uri ?? ""),
        properties: [
          OSCALProperty("evidence", "evidence[\(index)]"),
          OSCALProperty("standing", standing.isCurrent ? "current" : "not-current"),
          OSCALProperty("file-state", standing.file.token), OSCALProperty("expired", standing.isExpired ? "yes" : nil),
          OSCALProperty("made-on", item.madeOn.map { CivilDate(day: $0).description }),
          OSCALProperty("expires-on", item.expiresOn.map { CivilDate(day: $0).description }),
        ] + place(item.location))
    }
  }

  private func evidence(of entry: OSCALReviewEntry) -> Evidence {
    Evidence(
      resource: resource(of: entry.location), description: entry.title,
      properties: [
        OSCALProperty("review-entry", entry.name), OSCALProperty("effect", entry.fault == nil ? "yes" : "none"),
      ] + place(entry.location))
  }

  /// When the outcome stops to hold by itself: an acceptance or a claim ends, or the last of the evidence does.
  private func expiry(of result: RuleResult) -> String? {
    switch result.outcome {
    case .accepted: return result.acceptance?.expiresOn.flatMap { OSCALText.time($0) }
    case .notApplicable: return result.claim?.reviewBy.flatMap { OSCALText.time($0) }
    case .pass:
      let days = evidence(for: result.rule).filter(\.standing.isCurrent).map(\.standing.item.expiresOn)
      // One item that is current is enough, so one without an end keeps the pass without an end.
      guard !days.contains(nil), let last = days.compactMap({ $0 }).max() else { return nil }
      return OSCALText.time(last, atEnd: true)
    case .fail, .unknown, .notYetDue: return nil
    }
  }

  // MARK: Review entries

  private func of(_ entry: OSCALReviewEntry) -> Observation {
    let reason = entry.reason.map { OSCALText.written($0) } ?? "No reason is given."
    let effect = entry.fault.map { "It has no effect: \(OSCALText.written($0))." }
    return Observation(
      uuid: observation(of: entry), title: entry.title,
      description: [reason, effect].compactMap { $0 }.joined(separator: "\n\n"),
      properties: [
        OSCALProperty("observation", "review-entry"), OSCALProperty("review-entry", entry.name),
        OSCALProperty("effect", entry.fault == nil ? "yes" : "none"), OSCALProperty("rule", entry.rule),
        OSCALProperty("field", entry.field),
      ] + entry.properties,
      links: recordLink + (entry.rule.flatMap { assessment.policies.rule($0) }?.clauseLinks(assessment.policies) ?? []),
      type: entry.name.hasPrefix("risk_acceptances") ? "mitigation" : "discovery",
      actors: entry.actors.isEmpty ? [.tool(tool)] : entry.actors, evidence: [evidence(of: entry)],
      expires: entry.ends.flatMap { OSCALText.time($0) })
  }
}

extension AssessmentInput.FileState {
  fileprivate var token: String {
    switch self {
    case .current: "current"
    case .missing: "missing"
    case .hashDiffers: "hash-differs"
    case .outside: "outside"
    case .noFile: "no-file"
    case .unreadable: "unreadable"
    case .unchecked: "unchecked"
    }
  }
}
