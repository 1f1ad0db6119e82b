public import Diagnostics

extension DiagnosticCode {
  /// What is said of files that `check` wrote earlier.
  public static let ofRecordedAssessments = [
    DiagnosticCode(
      "assessment.contradiction",
      """
      A file of an earlier assessment does not agree with itself: the numbers of its summary are not those of its rules, or \
      its decision follows from a rule that is not in it. The program never writes such a file, so somebody changed it, and \
      what else was changed can't be known.
      """,
      remedy: "Take the original from where the earlier run put it, or assess the same state again.",
      example: .init(.assessment, small, mend: "fail: 0", to: "fail: 1")),
    DiagnosticCode(
      "assessment.missing-member",
      """
      A file of an earlier assessment lacks a part that every assessment has. A comparison that took a missing part for an \
      empty one could take a failure for something that was never there.
      """,
      remedy: "Compare with the whole file, as it was written, and not with an extract.",
      example: .init(.assessment, wrong: sound.replacingFirst("review: null, ", by: ""), right: sound)),
    DiagnosticCode(
      "assessment.nothing-recorded",
      """
      The file holds no assessment at all. An empty file is what is left of a run that was broken off, and to compare with \
      it as if nothing had been wrong then would make everything look new.
      """,
      remedy: "Look at why the earlier run wrote nothing, and let it run again.",
      example: .init(
        .assessment, wrong: "{schema: answerable/assessments-1, assessments: []}",
        right: "{schema: answerable/assessments-1, assessments: [\n\(sound)]}")),
    DiagnosticCode(
      "assessment.recorded-twice",
      """
      The same project, or the same rule of a project, occurs twice in a file of earlier assessments. Whichever of the two \
      were taken, the other could say the opposite.
      """,
      remedy: "Use the file of one run as it is. Where several runs were joined, keep the last one of each project.",
      example: .init(
        .assessment,
        wrong: "{schema: answerable/assessments-1, assessments: [\n\(sound),\n\(sound)]}",
        right: "{schema: answerable/assessments-1, assessments: [\n\(sound)]}")),
    DiagnosticCode(
      "assessment.wrong-member",
      """
      A part of an earlier assessment is not of the kind that is always written there: a word that is no outcome, a text in \
      the place of a number. The file was changed, or a version of the program wrote it that knows more than this one.
      """,
      remedy: "Take the file as it was written. Where a later version wrote it, use that version to compare.",
      example: .init(.assessment, wrong: sound.replacingFirst("decision: stop", by: "decision: go"), right: sound)),
    DiagnosticCode(
      "assessment.wrong-schema",
      """
      Where an assessment of an earlier run was asked for there is something else: another report, or a file of another \
      program. Its first member, `schema`, says what a file is.
      """,
      remedy: "Name a file that `answerable check --format json` or `ndjson` wrote.",
      example: .init(
        .assessment, wrong: sound.replacingFirst("assessment-1", by: "difference-1"), right: sound)),
  ]

  private static let digest = String(repeating: "0123456789abcdef", count: 4)

  /// An assessment with one rule, and with a summary that does not count it.
  private static let small = """
    {schema: answerable/assessment-1, date: 2026-03-01, packs: [], review: null, diagnostics: [],
     foundation: {id: f, version: 1.0.0,
       sha256: \(digest)},
     project: {file: turret.yaml, document: 1, stage: test,
       sha256: \(digest)},
     gate: {decision: stop, stage: test, because: [hc-abort]},
     summary: {pass: 0, fail: 0, accepted: 0, unknown: 0, not_applicable: 0, not_yet_due: 0},
     rules: [{id: hc-abort, pack: human-control, severity: blocker, outcome: fail, unanswered: [], causes: [],
       evidence: {items: 0, current: 0}}]}
    """

  private static let sound = small.replacingFirst("fail: 0", by: "fail: 1")
}
