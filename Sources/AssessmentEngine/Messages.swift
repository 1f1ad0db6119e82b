internal import CEL
internal import Diagnostics
internal import PolicyModel

/// The wording of what the assessment itself remarks on.
enum Messages {
  static func answerCountsForNothing(_ field: String, at location: Location) -> Diagnostic {
    Diagnostic(
      .note, code: "assessment.answer-not-needed", "no rule that applies reads `\(field)`", at: location,
      notes: [Note("it counts for nothing unless the scope changes")])
  }

  static func answerIsEarly(_ field: String, stage: LifecycleStage, at location: Location) -> Diagnostic {
    Diagnostic(
      .note, code: "assessment.answer-for-later-stage", "`\(field)` is asked from stage \(stage.name) on", at: location,
      notes: [Note("does the declared stage still fit?")])
  }

  static func acceptanceEndsSoon(
    _ acceptance: RiskAcceptance, on day: Int, daysLeft: Int, isAlone: Bool
  ) -> Diagnostic {
    endsSoon(
      "the acceptance of a failure of `\(acceptance.rule)`", on: day, daysLeft,
      isAlone ? "from that day on the rule fails" : "another acceptance of it counts beyond that day",
      remedy: "mend what fails, or have the acceptance renewed in time",
      at: acceptance.expiryLocation ?? acceptance.location)
  }

  static func claimEndsSoon(_ claim: NotApplicableClaim, on day: Int, daysLeft: Int, isAlone: Bool) -> Diagnostic {
    endsSoon(
      "the claim that `\(claim.rule)` does not apply", on: day, daysLeft,
      isAlone ? "from that day on the rule applies" : "another claim counts beyond that day",
      remedy: "have the claim reviewed in time, and give its next `review_by`",
      at: claim.reviewByLocation ?? claim.location)
  }

  static func conditionFailed(_ rule: String, _ problem: String, at location: Location) -> Diagnostic {
    Diagnostic(
      .warning, code: "assessment.condition-failed", "a condition of `\(rule)` can't be worked out: \(problem)",
      at: location,
      notes: [
        Note(
          "the rule stays undecided with these answers: correct them if they are wrong, or else have the condition mended "
            + "by whoever keeps the pack")
      ])
  }

  static func evidenceEndsSoon(_ item: EvidenceItem, on day: Int, daysLeft: Int, rules: [String]) -> Diagnostic {
    let shown = rules.prefix(4).map { "`\($0)`" }.joined(separator: ", ")
    let list = rules.count > 4 ? "\(shown) and \(rules.count - 4) more" : shown
    return endsSoon(
      "this evidence", on: day, daysLeft,
      rules.isEmpty
        ? "no pass hangs on it alone"
        : "after that day nothing else supports \(list), and \(rules.count == 1 ? "it is" : "they are") undecided",
      remedy: "renew it in time, and give the new file and dates", at: item.expiryLocation ?? item.location)
  }

  /// What is still in force, until when, and what becomes of rules then.
  private static func endsSoon(
    _ what: String, on day: Int, _ daysLeft: Int, _ consequence: String, remedy: String, at location: Location
  ) -> Diagnostic {
    let when = daysLeft == 0 ? "today" : daysLeft == 1 ? "tomorrow" : "in \(daysLeft) days"
    return Diagnostic(
      .warning, code: "assessment.ends-soon",
      "\(what) ends \(when), on \(CivilDate(day: day)): \(consequence)", at: location,
      notes: [Note(remedy)])
  }

  static func evidenceChanged(_ item: EvidenceItem) -> Diagnostic {
    stale(
      item, "`\(name(item))` is not the file that `sha256` stands for: it was changed or replaced",
      remedy: "look at the file; where it is right, write the digest that `sha256sum FILE` prints")
  }

  static func evidenceExpired(_ item: EvidenceItem) -> Diagnostic {
    let day = item.expiresOn.map { CivilDate(day: $0).description } ?? ""
    return stale(
      item, "this evidence expired on \(day)", remedy: "renew it, and give the new file and dates",
      at: item.expiryLocation)
  }

  static func evidenceMissing(_ item: EvidenceItem) -> Diagnostic {
    stale(
      item, "there is no file `\(name(item))` beside the project",
      remedy: "put it there, or correct the path: it counts from the folder of the project's file")
  }

  static func evidenceNoFile(_ item: EvidenceItem) -> Diagnostic {
    stale(
      item, "`\(name(item))` is no file that could show anything",
      remedy: "name the file itself, such as `evidence/report.pdf`")
  }

  static func evidenceOutside(_ item: EvidenceItem) -> Diagnostic {
    stale(
      item, "`\(name(item))` leads out of the project's folder, and was not looked at",
      remedy: "put the file below the folder of the project's file, name where it is kept with `uri:`, or allow the "
        + "folder that it is in: `--evidence-from FOLDER`")
  }

  static func evidenceUnreadable(_ item: EvidenceItem) -> Diagnostic {
    stale(
      item, "`\(name(item))` is there, but may not be read: nobody could look at it",
      remedy: "let whoever runs the check read the file and the folders that it is in")
  }

  private static func name(_ item: EvidenceItem) -> String { Diagnostic.shortened(item.file ?? "") }

  private static func stale(
    _ item: EvidenceItem, _ message: String, remedy: String, at location: Location? = nil
  ) -> Diagnostic {
    Diagnostic(
      .warning, code: "assessment.evidence-not-current", message, at: location ?? item.fileLocation ?? item.location,
      notes: [Note(remedy), Note("until then it does not support what it names")])
  }

  static func answerDisputed(_ field: String, by who: String?, reason: String?, at location: Location) -> Diagnostic {
    let who = who.map { " by \($0)" } ?? ""
    let reason = reason.map { ": \($0)" } ?? ""
    return Diagnostic(
      .warning, code: "assessment.answer-disputed", "the answer to `\(field)` is disputed\(who)\(reason)", at: location,
      notes: [Note("rules that depend on it stay undecided until the reviewers withdraw the dispute")])
  }

  static func disputeByNoPerson(_ name: String, at location: Location) -> Diagnostic {
    Diagnostic(
      .note, code: "assessment.dispute-by-no-person",
      "this dispute is raised by `\(Diagnostic.shortened(name))`, which reads as the name of no person or post",
      at: location,
      notes: [Note("it stands all the same: name who can say when it is settled")])
  }

  static func disputeOfNothing(_ problem: String, at location: Location) -> Diagnostic {
    Diagnostic(
      .error, code: "assessment.dispute-of-nothing", "nobody can tell what this dispute is about: \(problem)",
      at: location,
      notes: [Note("correct the name, or take the entry out: an objection must not be lost over a slip")])
  }

  static func stageIgnored(asked: LifecycleStage, declared: LifecycleStage, at location: Location?) -> Diagnostic {
    Diagnostic(
      .note, code: "assessment.stage-not-earlier",
      "the project declares stage \(declared.name); asking for the earlier stage \(asked.name) changes nothing",
      at: location)
  }
}

// MARK: Recorded assessments

extension Messages {
  private static let asWritten = Note("take the file as `answerable check --format json` or `ndjson` wrote it")

  static func noAssessment(_ schema: String?, at location: Location) -> Diagnostic {
    let found = schema.map { "`\(Diagnostic.shortened($0))`" } ?? "no schema"
    return Diagnostic(
      .error, code: "assessment.wrong-schema",
      "expected the schema `\(RecordedAssessment.one)` or `\(RecordedAssessment.several)`, found \(found)",
      at: location, notes: [asWritten])
  }

  static func nothingRecorded(in file: SourceFile) -> Diagnostic {
    Diagnostic(
      .error, code: "assessment.nothing-recorded", "there is no assessment in this file",
      at: Location(file: file, range: SourceRange(start: 0, end: 0)), notes: [asWritten])
  }

  static func memberMissing(_ key: String, at location: Location) -> Diagnostic {
    Diagnostic(
      .error, code: "assessment.missing-member", "an assessment is not complete without `\(key)`", at: location,
      notes: [asWritten])
  }

  static func wrongMember(_ key: String, expected: String, found: String, at location: Location) -> Diagnostic {
    Diagnostic(
      .error, code: "assessment.wrong-member", "expected \(expected) as `\(key)`, found \(found)", at: location,
      notes: [asWritten])
  }

  static func recordedTwice(_ what: String, at location: Location) -> Diagnostic {
    Diagnostic(
      .error, code: "assessment.recorded-twice", "\(what) is recorded twice: nobody can tell which record counts",
      at: location, notes: [Note("keep the file of one run; do not join those of several")])
  }

  static func summaryDiffers(_ outcome: Outcome, said: Int, there: Int, at location: Location) -> Diagnostic {
    Diagnostic(
      .error, code: "assessment.contradiction",
      "the summary counts \(said) rules as \(outcome.rawValue), and there are \(there)", at: location,
      notes: [Note("the file was changed after it was written: take the original")])
  }

  static func reasonWithoutRule(_ rule: String, at location: Location) -> Diagnostic {
    Diagnostic(
      .error, code: "assessment.contradiction", "the gate follows from \(rule), which is not among the rules",
      at: location, notes: [Note("the file was changed after it was written: take the original")])
  }
}
