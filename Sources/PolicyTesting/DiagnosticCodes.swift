public import Diagnostics

extension DiagnosticCode {
  /// What is said of the cases of packs.
  public static let ofPackTests = [
    DiagnosticCode(
      "tests.mutant-survives",
      """
      A small error was put into the rule, such as `<` for `<=` or another stage, and every case came out as before. So the \
      cases would not notice either if somebody made that error by hand, and projects on the wrong side of it would pass.
      """,
      remedy: """
        Add a case that comes out differently with the error: the note says what it has to hold. Where no answers can tell \
        the two apart, list the change under `equivalent:` with the reason.
        """,
      example: .init(.tests, CasesText.with(stage: "fielding"), mend: "fielding", to: "concept")),
    DiagnosticCode(
      "tests.no-cases",
      """
      No case tests the rule. Nobody has written down which answers should pass it, so nothing would notice that its \
      condition says something else.
      """,
      remedy: "Write cases under its id, at least one that passes, one that fails and one that is undecided.",
      example: .init(
        .tests,
        wrong: """
          answerable: pack-tests/1
          pack: human-control
          date: 2026-03-01
          rules:
            hc-nuclear-exclusion: {cases: []}
          """, right: CasesText.with())),
    DiagnosticCode(
      "tests.not-covered",
      """
      A part of the rule's condition never comes to true, or never to false, in any of its cases. Whether that part does what \
      it says was never looked at: it may be misspelt so that it lets everything through.
      """,
      remedy:
        "Add a case in which the part comes to the missing value; the note says why the present ones do not get there.",
      example: .init(.tests, wrong: CasesText.with([.passes, .unanswered]), right: CasesText.with())),
    DiagnosticCode(
      "tests.other-pack",
      """
      The file says that its cases are for a pack that is not among those tested, as where a file was copied and its `pack:` \
      kept. None of the cases is run, and whoever sees the file beside a pack takes that pack for tested.
      """,
      remedy: "Correct the id behind `pack:`, or name the file of that pack as well."),
    DiagnosticCode(
      "tests.outcome-not-tested",
      """
      The rule can come to an outcome that none of its cases shows. Without a case that fails, for instance, a rule that \
      passes everything looks well tested.
      """,
      remedy: "Add a case for each outcome that the message names.",
      example: .init(
        .tests, wrong: CasesText.with([.passes, .informs, .executes]), right: CasesText.with())),
    DiagnosticCode(
      "tests.stale-equivalent",
      """
      A change of the rule is listed as one that no answers can tell from the rule, but there is no such change any more, or \
      a case does notice it. Who reads the entry would take the cases for weaker, or the rule for simpler, than they are.
      """,
      remedy:
        "Remove the entry; where the rule was reworded, correct the change's name as `answerable pack test` prints it.",
      example: .init(
        .tests,
        CasesText.with() + "\n    equivalent:\n      - {mutant: no longer there, because: the two are the same}",
        mend: "\n    equivalent:\n      - {mutant: no longer there, because: the two are the same}", to: "")),
    DiagnosticCode(
      "tests.stale-impossible",
      """
      An outcome or a part of the condition is listed as one that no case can show, and a case does show it, or the rule has \
      no such part. The list excuses gaps in the cases, so an entry that no longer holds could excuse a new one.
      """,
      remedy: "Remove the entry; where the condition was reworded, write the part as it reads now.",
      example: .init(
        .tests, CasesText.with() + "\n    impossible:\n      - {outcome: fail, because: nobody would answer so}",
        mend: "\n    impossible:\n      - {outcome: fail, because: nobody would answer so}", to: "")),
    DiagnosticCode(
      "tests.unknown-pack",
      """
      The file says which pack its cases are for, and no pack has that id. None of the cases would be run, and the rules that \
      they were written for would seem to be untested.
      """,
      remedy: "Correct the id behind `pack:`, and give the file of the pack together with that of its cases.",
      example: .init(.tests, CasesText.with(pack: "human-contrl"), mend: "contrl", to: "control")),
    DiagnosticCode(
      "tests.unknown-rule",
      """
      Cases stand under an id that no rule of the pack has, mostly after a rule was renamed. They would not be run, and the \
      rule that was meant would lose its cases without a word.
      """,
      remedy: "Correct the id as the note says, or move the cases to the file of the pack that has the rule.",
      example: .init(.tests, CasesText.with(rule: "hc-nuclear-exclusoin"), mend: "exclusoin", to: "exclusion")),
    DiagnosticCode(
      "tests.wrong-causes",
      """
      The rule comes to the expected outcome for another reason than the case says: the answers that it names as causes are \
      others. An officer would be told to mend something that was never wrong.
      """,
      remedy: "See which of the two is right: correct `causes:` in the case, or the rule.",
      example: .init(
        .tests, CasesText.with([.passes, .informs + ", causes: [scope.isr]", .executes, .unanswered]),
        mend: "scope.isr",
        to: "scope.nuclear_employment_role")),
    DiagnosticCode(
      "tests.wrong-outcome",
      """
      The rule comes to another outcome than the case expects. Either the case is mistaken, or the rule lets something pass \
      that it was written to stop; the notes say which answers decided.
      """,
      remedy: """
        Work out from the clause, not from the program, which outcome is right. Correct the case or the rule; never change a \
        case only to silence it.
        """,
      example: .init(
        .tests, wrong: CasesText.with([.passes, .informs, .executes, "outcome: pass"]), right: CasesText.with())),
    DiagnosticCode(
      "tests.wrong-unanswered",
      """
      The rule is undecided as expected, but waits for other answers than the case names. Officers are sent to the questions \
      that a rule waits for, so they would look for the wrong facts.
      """,
      remedy: "See which of the two is right: correct `unanswered:` in the case, or the rule.",
      example: .init(
        .tests, CasesText.with([.passes, .informs, .executes, .unanswered + ", unanswered: [scope.isr]"]),
        mend: "scope.isr",
        to: "scope.nuclear_employment_role")),
  ]
}

extension String {
  // Cases of the rule on nuclear weapons, whose condition is a single comparison.
  fileprivate static let passes = "answers: {scope.nuclear_employment_role: none}, outcome: pass"
  fileprivate static let informs = "answers: {scope.nuclear_employment_role: informs}, outcome: fail"
  fileprivate static let executes = "answers: {scope.nuclear_employment_role: executes}, outcome: fail"
  fileprivate static let unanswered = "outcome: unknown"
}

private enum CasesText {
  static func with(
    _ cases: [String] = [.passes, .informs, .executes, .unanswered], pack: String = "human-control",
    rule: String = "hc-nuclear-exclusion", stage: String = "concept"
  ) -> String {
    let head =
      "answerable: pack-tests/1\npack: \(pack)\ndate: 2026-03-01\nrules:\n  \(rule):\n    stage: \(stage)\n    cases:"
    return ([head] + cases.map { "      - {\($0)}" }).joined(separator: "\n")
  }
}
