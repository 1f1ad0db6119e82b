internal import AssessmentEngine
internal import CEL
internal import Diagnostics
internal import DocumentWriting
internal import LocatedYAML
internal import PolicyModel

/// One assessment as the JSON object `answerable/assessment-1`.
struct AssessmentJSON {
  private let assessment: Assessment
  private let options: ReportFormat.Options
  /// Whether titles and remedies are written too.
  private let isComplete: Bool
  private let places = PlaceIndex()

  init(_ assessment: Assessment, _ options: ReportFormat.Options, isComplete: Bool) {
    self.assessment = assessment
    self.options = options
    self.isComplete = isComplete
  }

  func write(_ json: inout JSONWriter) {
    json.object { json in
      json.member("schema", "answerable/assessment-1")
      json.member("date", assessment.date)
      json.identities(of: assessment.policies)
      writeProject(&json)
      writeGate(&json)
      if let comparison = options.baseline?[assessment] { json.baseline(comparison, assessment) }
      json.key("summary")
      json.object { json in
        let summary = assessment.summary
        for outcome in Outcome.allCases { json.member(outcome.rawValue, summary[outcome]) }
      }
      writeEvidence(&json)
      writeEndings(&json)
      json.key("rules")
      json.array { json in writeRules(&json) }
      json.key("next")
      json.array { json in
        for next in assessment.isDecided ? assessment.next : [] {
          json.object { json in
            json.member("field", next.question.id)
            json.member("decides", next.decides)
          }
        }
      }
      writeReview(&json)
      writeLoosened(&json)
      json.key("diagnostics")
      json.array { json in
        for diagnostic in assessment.diagnostics { json.diagnostic(diagnostic, places, hasNotes: false) }
      }
    }
  }

  private func writeProject(_ json: inout JSONWriter) {
    let document = assessment.project.document
    json.key("project")
    json.object { json in
      json.member("file", document.file.name)
      json.member("document", document.number)
      if let name = assessment.projectName { json.member("name", name) }
      json.member("stage", assessment.stage?.name ?? "unknown")
      if let marking = options.marking(of: assessment) { json.member("marking", marking) }
      json.member("sha256", assessment.projectDigest)
    }
  }

  private func writeGate(_ json: inout JSONWriter) {
    json.key("gate")
    guard assessment.isDecided else { return json.scalar("null") }
    json.object { json in
      json.member("decision", assessment.gate.decision.rawValue)
      json.member("stage", assessment.stage?.name ?? "unknown")
      json.member("because", assessment.gate.because)
    }
  }

  private func writeEvidence(_ json: inout JSONWriter) {
    let evidence = assessment.evidence
    json.key("evidence")
    json.object { json in
      json.member("unevidenced_passes", evidence.unevidencedPasses)
      json.member("declared_only_passes", evidence.declaredOnlyPasses)
      json.member("files", evidence.files)
      json.key("coverage")
      json.object { json in
        for coverage in evidence.coverage {
          json.key(coverage.severity.name)
          json.object { json in
            json.member("passes", coverage.passes)
            json.member("evidenced", coverage.evidenced)
            json.member("without", coverage.without)
          }
        }
      }
    }
  }

  private func writeEndings(_ json: inout JSONWriter) {
    json.key("ends_soon")
    json.array { json in
      for ending in assessment.endings {
        json.object { json in
          json.member("entry", ending.entry)
          json.member("ends_on", ReportLines.date(ending.endsOn))
          json.member("days_left", ending.daysLeft)
          json.member("rules", ending.rules)
        }
      }
    }
  }

  private func writeRules(_ json: inout JSONWriter) {
    guard assessment.isDecided else { return }
    if json.isIndented { return assessment.results.forEach { write($0, &json) } }
    var lines = options.recurring.recall()
    for (place, result) in assessment.results.enumerated() {
      json.value(
        written: lines.json(result, at: place, isComplete: isComplete) {
          var alone = JSONWriter(isIndented: false)
          write(result, &alone)
          return alone.bytes
        })
    }
    options.recurring.remember(lines)
  }

  private func write(_ result: RuleResult, _ json: inout JSONWriter) {
    json.object { json in
      json.member("id", result.rule.id)
      json.member("pack", result.rule.pack)
      json.member("severity", result.rule.severity.name)
      json.member("outcome", result.outcome.rawValue)
      if let reason = result.notApplicable { json.member("because", reason.rawValue) }
      if isComplete { json.member("title", result.rule.title) }
      json.member("clauses", result.rule.clauses)
      json.member("unanswered", result.unanswered)
      json.key("causes")
      json.array { json in for cause in result.causes { write(cause, &json) } }
      json.key("evidence")
      json.object { json in
        json.member("items", result.evidence.items)
        json.member("current", result.evidence.current)
      }
      json.member("declared_only", result.isDeclaredOnly)
      writeReviewers(result, &json)
      if isComplete { json.member("remedy", result.rule.remedy) }
    }
  }

  /// Who answers for an outcome that is not the one that the answers alone would make.
  private func writeReviewers(_ result: RuleResult, _ json: inout JSONWriter) {
    if let acceptance = result.acceptance {
      json.key("acceptance")
      json.object { json in
        json.member("accepted_by", acceptance.acceptedBy ?? "")
        json.member("rank", acceptance.rank ?? "")
        json.member("expires_on", ReportLines.date(acceptance.expiresOn))
        json.member("reason", acceptance.reason ?? "")
        write(acceptance.confirmation, &json)
      }
    }
    if let claim = result.claim {
      json.key("claim")
      json.object { json in
        json.member("claimed_by", claim.claimedBy ?? "")
        json.member("approved_by", claim.approvedBy ?? "")
        json.member("review_by", ReportLines.date(claim.reviewBy))
        json.member("justification", claim.justification ?? "")
        write(claim.confirmation, &json)
      }
    }
    if let dispute = result.dispute {
      json.key("dispute")
      json.object { json in
        json.member("raised_by", dispute.raisedBy ?? "")
        json.member("raised_on", ReportLines.date(dispute.raisedOn))
        json.member("reason", dispute.reason ?? "")
      }
    }
  }

  /// Who looked at it again for this version.
  private func write(_ confirmation: Confirmation?, _ json: inout JSONWriter) {
    guard let confirmation else { return }
    json.member("confirmed_by", confirmation.by ?? "")
    json.member("confirmed_on", ReportLines.date(confirmation.on))
  }

  private func write(_ cause: Finding, _ json: inout JSONWriter) {
    json.object { json in
      json.member("field", cause.field)
      json.key("actual")
      json.value(cause.actual)
      json.member("required", cause.required)
      if let alternative = cause.alternative {
        json.key("alternative")
        json.object { json in
          json.member("choice", alternative.choice)
          json.member("side", alternative.side)
        }
      }
      writePlace(cause.location, &json)
    }
  }

  private func writePlace(_ location: Location?, _ json: inout JSONWriter) {
    guard let location else { return }
    json.place(location, places, hasFile: location.file !== assessment.project.document.file)
  }

  private func writeReview(_ json: inout JSONWriter) {
    json.key("review")
    guard let review = assessment.review else { return json.scalar("null") }
    json.object { json in
      json.member("sha256", review.digest)
      json.key("ineffective")
      json.array { json in
        for entry in review.ineffective {
          json.object { json in
            json.member("entry", entry.entry)
            json.member("rule", entry.subject)
            json.member("reason", entry.reason)
          }
        }
      }
    }
  }

  private func writeLoosened(_ json: inout JSONWriter) {
    json.key("loosened")
    json.array { json in
      for loosening in assessment.policies.loosened {
        json.object { json in
          json.member("pack", loosening.pack)
          if let rule = loosening.rule { json.member("rule", rule) }
          json.member("what", loosening.what)
        }
      }
    }
  }
}

extension JSONWriter {
  /// The members that say what was assessed against: `packs` and `foundation`.
  mutating func identities(of policies: PolicySet) {
    key("packs")
    array { json in for pack in policies.packs { json.identity(pack.id, pack.version, pack.sha256) } }
    key("foundation")
    identity(policies.foundation.id, policies.foundation.version, policies.foundation.sha256)
  }

  private mutating func identity(_ id: String, _ version: String, _ sha256: String) {
    object { json in
      json.member("id", id)
      json.member("version", version)
      json.member("sha256", sha256)
    }
  }
}
