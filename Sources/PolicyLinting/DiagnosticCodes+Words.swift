internal import Diagnostics
internal import PolicyModel

extension DiagnosticCode {
  /// What checking packs finds in words, and of what nothing uses.
  static let ofLintedWords = [
    DiagnosticCode(
      "lint.bad-example",
      """
      The example of a question would be refused, or would leave the question open, if a project gave it. Officers copy \
      examples, and would get an error for doing what they were shown.
      """,
      remedy: "Write an answer of a made-up project that is accepted; the message says what is wrong with this one.",
      example: .init(.pack, QuestionText.with(example: "-3"), mend: "-3", to: "3")),
    DiagnosticCode(
      "lint.missing-evidence",
      """
      The rule does not say which document or record would show that it holds. A reviewer would have to take the answers on \
      trust, and each would ask for something else.
      """,
      remedy: "Add `evidence:` with the records that a reviewer should ask to see.",
      example: .init(.pack, wrong: SmallPack.text(evidence: nil), right: SmallPack.text())),
    DiagnosticCode(
      "lint.missing-example",
      """
      A question for a number, a text or a list has no example. How exact an answer should be, and in which words, is then \
      left to each officer, and answers that rules compare come in forms that can't be compared.
      """,
      remedy: "Add `example:` with the answer of a made-up project.",
      example: .init(.pack, QuestionText.with(example: nil), mend: "type: number", to: "type: number\n    example: 3")),
    DiagnosticCode(
      "lint.missing-words",
      """
      A question does not say why it is asked, what a good answer looks like or who knows it; or a rule does not say why it \
      is there. Who does not know what a question is for answers with what sounds right, and the rule judges that.
      """,
      remedy:
        "Add `why:`, and to a question `good_answer:` and `known_by:`, each a sentence for somebody new to the subject.",
      example: .init(.pack, wrong: SmallPack.text(why: nil), right: SmallPack.text())),
    DiagnosticCode(
      "lint.number-in-words",
      """
      The words of the rule write out a number that is a parameter. An overlay that changes the parameter would change what \
      is required and leave the words as they were, so that the report states a limit that no longer holds.
      """,
      remedy: "Write the parameter's name in braces instead of the number: the value in force is put in its place.",
      example: .init(
        .pack,
        SmallPack.text(
          requires: "\"The system stops by itself within 30 seconds of losing its link.\"",
          tiers: ["{from: test, require: control.link_loss_timeout_s <= params.max_link_timeout_s}"]),
        mend: "30", to: "{max_link_timeout_s}")),
    DiagnosticCode(
      "lint.remedy-says-nothing",
      """
      The remedy is a word or two, or repeats the requirement. Somebody who fails the rule learns that they failed, and not \
      what to do about it.
      """,
      remedy: "Write a sentence that says who has to do what, for each way to fail the rule.",
      example: .init(
        .pack, SmallPack.text(remedy: "Mend it."), mend: "Mend it.",
        to: "Fit a control with which a person stops the system.")),
    DiagnosticCode(
      "lint.rule-without-cases",
      """
      No case in the pack's file of cases names this rule. Nobody has written down which answers should pass it and which \
      should not, so a slip in its condition would be noticed only when a project is judged wrongly.
      """,
      remedy: """
        Write cases under the rule's id in `NAME.tests.yaml` beside the pack: at least one that passes, one that fails and \
        one that is undecided.
        """),
    DiagnosticCode(
      "lint.unread-question",
      """
      No rule reads the answer to this question. Officers would spend time on it for nothing, or the rule that should look \
      at it looks at something else.
      """,
      remedy: "Let a rule read it, or remove the question.",
      example: .init(
        .pack, QuestionText.with(example: "3", require: "control.person_inhibit"), mend: "control.person_inhibit",
        to: "ours.stop_controls >= 2.0")),
    DiagnosticCode(
      "lint.unused-parameter",
      """
      No rule compares anything with this parameter. An overlay could tighten the number, and nothing would change, although \
      the pack says that it is a limit.
      """,
      remedy: "Name it in a condition as `params.NAME`, where the number is perhaps written out now; or remove it.",
      example: .init(
        .pack,
        SmallPack.text(
          above: "parameters:\n  ours_stop_s: {value: 2, unit: s, meaning: Longest time to a stop, tighten: lower}",
          tiers: ["{from: test, require: control.abort_latency_s <= 2.0}"]), mend: "<= 2.0", to: "<= params.ours_stop_s"
      )),
    DiagnosticCode(
      "lint.unused-pattern",
      """
      No rule looks for this pattern, and the checks of names in review records don't either. What it was meant to catch, \
      such as the name of a supplier under an approval, is not caught.
      """,
      remedy: "Name it in a condition as `patterns.NAME`, or remove it.",
      example: .init(
        .pack,
        SmallPack.text(
          above:
            "patterns:\n  ours_shipyard: {meaning: the yard that builds the craft, match: ['(?i)\\bbina laut\\b']}",
          tiers: ["{from: test, require: present(governance.assessor)}"]), mend: "present(governance.assessor)",
        to: "'governance.assessor.matchesNone([patterns.ours_shipyard])'")),
    DiagnosticCode(
      "lint.unused-term",
      """
      The glossary explains a term that stands in no question, rule or clause. Mostly the text uses another form of the \
      word, and readers do not find the explanation where they need it.
      """,
      remedy: "Add the form that is used under `also:`, or remove the term.",
      example: .init(
        .policies,
        """
        answerable: foundation/1
        id: made-up
        version: 1.0.0
        clauses:
          P10: {text: The system can be stopped by a person, asks: Somebody at the system can stop it}
        glossary:
          human being: {definition: Somebody who can be held to account}
        questions:
          control.person_inhibit: {ask: Can a person stop it?, type: boolean}
        ---
        \(SmallPack.text())
        """, mend: "{definition:", to: "{also: [person], definition:")),
    DiagnosticCode(
      "lint.wrong-direction",
      """
      The parameter is said to tighten in one direction, and a rule becomes stricter in the other. An overlay could loosen the \
      rule, and it would be listed nowhere, since it looks like a stricter limit.
      """,
      remedy: "Write `tighten:` as the comparison has it, or turn the comparison round.",
      example: .init(
        .pack,
        SmallPack.text(
          above: "parameters:\n  ours_stop_s: {value: 2, unit: s, meaning: Longest time to a stop, tighten: higher}",
          tiers: ["{from: test, require: control.abort_latency_s <= params.ours_stop_s}"]), mend: "tighten: higher",
        to: "tighten: lower")),
  ]
}

/// A pack with a question of its own.
private enum QuestionText {
  static func with(example: String?, require: String = "ours.stop_controls >= 2.0") -> String {
    let question = """
      questions:
        ours.stop_controls:
          ask: How many controls stop the system?
          why: One control can be out of reach.
          good_answer: The number of controls that were tried in the trial.
          known_by: the test lead
          type: number
      """
    return SmallPack.text(
      above: question + (example.map { "\n    example: \($0)" } ?? ""), tiers: ["{from: test, require: \(require)}"])
  }
}
