public import Diagnostics

extension DiagnosticCode {
  /// What is said of conditions, in packs and on the command line.
  public static let ofExpressions = [
    DiagnosticCode(
      "cel.bad-pattern",
      """
      The text that `matches` looks for is no regular expression: a bracket is not closed, or it uses something that can't \
      be searched for in a time that grows with the text alone, such as a look-ahead. A condition with it would never come \
      to a value, and its rule would stay undecided for every project.
      """,
      remedy:
        "Correct the pattern at the marked place: the syntax is that of RE2, without look-around and back references.",
      example: .init(
        .expression, "governance.register_id.matches('REG-[0-9')", mend: "[0-9", to: "[0-9]+")),
    DiagnosticCode(
      "cel.constant-condition",
      """
      A part of the condition is always true or always false, whatever a project answers. With `||` a part that is always \
      true makes everything beside it count for nothing, so that a requirement that looks strict passes every project.
      """,
      remedy: "Compare an answer instead of two fixed values, or remove the part.",
      example: .init(.expression, "control.person_inhibit || 1.0 < 2.0", mend: "1.0", to: "control.abort_latency_s")),
    DiagnosticCode(
      "cel.constant-error",
      """
      A part of the condition has no value whatever a project answers, such as a date that no calendar has or a division by \
      zero. Nobody could ever decide the rule by answering.
      """,
      remedy: "Correct the date, the duration or the number that the message names.",
      example: .init(
        .expression, "control.abort_verified_on > date('2026-02-30')", mend: "02-30", to: "02-28")),
    DiagnosticCode(
      "cel.no-overload",
      """
      A function or an operator is given values that it does not work on: a number compared with a text, a list added to a \
      date. Such a comparison has no answer at all, so it is refused when the pack is loaded rather than when somebody's \
      project is judged.
      """,
      remedy: """
        Look at the types that the message names, and write both sides as the same one: numbers without quotes, with a \
        point (`2.0`). `answerable explain QUESTION` tells the type of an answer.
        """,
      example: .init(.expression, "control.abort_latency_s < '2 s'", mend: "'2 s'", to: "2.0")),
    DiagnosticCode(
      "cel.syntax",
      """
      The condition can't be read: a word stands where an operator is needed, a bracket or a quote is not closed, or a \
      single `=` is used to compare. What it was meant to require can only be guessed, and a guess could require less.
      """,
      remedy:
        "Mend the marked place: `&&` is and, `||` is or, `!` is not, `==` compares, and texts stand in straight quotes.",
      example: .init(.expression, "scope.isr and scope.networked", mend: "and", to: "&&")),
    DiagnosticCode(
      "cel.too-deep",
      """
      More brackets or operations stand inside each other than anybody can follow. Nobody could check such a condition \
      against the clause it comes from, and evaluating it would take more memory than a program may rely on.
      """,
      remedy: "Split the condition over several tiers of the rule, or over several rules."),
    DiagnosticCode(
      "cel.too-long",
      """
      The text of the condition is longer than is read. It was probably generated, or a list that belongs into a question's \
      offered values was written into the rule.
      """,
      remedy: "Split the rule, or let a question offer the values and compare with those."),
    DiagnosticCode(
      "cel.too-many-nodes",
      """
      The condition consists of more names, values and operations than are read. Every one of them would need a case that \
      shows its effect, which nobody writes for a condition of that size.
      """,
      remedy: "Split the condition over several tiers or rules, each with cases of its own."),
    DiagnosticCode(
      "cel.unknown-field",
      """
      The section exists, but has no question or parameter of that name; mostly it is misspelt. Were it let through, the \
      condition would wait for ever for an answer that nobody is asked for.
      """,
      remedy:
        "Take the name from the note, or see `answerable explain` with the beginning of the name for what there is.",
      example: .init(.expression, "control.abort_latancy_s < 2.0", mend: "latancy", to: "latency")),
    DiagnosticCode(
      "cel.unknown-function",
      """
      No function has that name. Functions are those of CEL, such as `contains` and `all`, and those of this program, such \
      as `present`, `containsAll` and `withinDaysBefore`.
      """,
      remedy:
        "Correct the spelling; upper and lower case differ. Questions and parameters are written without brackets.",
      example: .init(.expression, "preset(use.intended_purpose)", mend: "preset", to: "present")),
    DiagnosticCode(
      "cel.unknown-name",
      """
      Nothing begins with that name: it is neither a section of questions nor `params`, `patterns` or `assessment`. Often a \
      text lacks its quotes, or a question is named without its section.
      """,
      remedy: "Write the section before the question (`control.abort_latency_s`), and quotes around a text.",
      example: .init(.expression, "abort_latency_s < 2.0", mend: "abort", to: "control.abort")),
    DiagnosticCode(
      "cel.value-not-offered",
      """
      The condition compares an answer with a value that its question does not offer, so the comparison could never be \
      true. A rule for `wepon` would apply to no weapon, and every one of them would be let off as not concerned.
      """,
      remedy:
        "Take one of the offered values: the note names the nearest, and `answerable explain QUESTION` lists all.",
      example: .init(.expression, "project.kind == 'wepon'", mend: "wepon", to: "weapon")),
    DiagnosticCode(
      "cel.wrong-type",
      """
      The expression comes to another type of value than is needed at this place. A condition must come to true or false; \
      a number alone says nothing about whether a requirement is met.
      """,
      remedy: "Compare the value with what is required of it, such as `< 2.0` or `== 'complete'`.",
      example: .init(
        .expression, wrong: "control.abort_latency_s", right: "control.abort_latency_s < 2.0")),
  ]
}
