public import Diagnostics

extension DiagnosticCode {
  /// What is said of project descriptions.
  public static let ofProjects = [
    DiagnosticCode(
      "project.answered-twice",
      """
      The same question is answered under its section and again by its full name with a dot. Which of the two is true can't \
      be told, so the question counts as unanswered: the better answer is not picked.
      """,
      remedy: "Keep one of the two lines and remove the other.",
      example: .init(
        .project,
        """
        answerable: project/1
        control.abort_latency_s: 1.8
        control:
          abort_latency_s: 0.9
        """, mend: "\ncontrol:\n  abort_latency_s: 0.9", to: "")),
    DiagnosticCode(
      "project.date-in-future",
      """
      The date says when something was done, and it lies after the day of the assessment. A trial that is only planned would \
      count as held, and rules that ask for a recent trial would pass on a promise.
      """,
      remedy: "Correct the date; where the thing is still to come, leave the answer out until it is done.",
      example: .init(
        .project,
        """
        answerable: project/1
        control:
          abort_verified_on: 2126-01-12
        """, mend: "2126", to: "2026")),
    DiagnosticCode(
      "project.date-too-early",
      """
      The date is so long ago that it can't be meant, such as a year with two digits swapped. It is not used, since a wrong \
      date next to a right one can make intervals look longer or shorter than they were.
      """,
      remedy: "Look the date up and write it again with four digits for the year.",
      example: .init(
        .project,
        """
        answerable: project/1
        control:
          abort_verified_on: 1926-01-12
        """, mend: "1926", to: "2026")),
    DiagnosticCode(
      "project.empty",
      """
      There is nothing here that describes a project: the document is empty or holds comments only. It is reported rather \
      than skipped, because a project that is quietly left out of a folder would look as if nothing stood against it.
      """,
      remedy: "Begin with `answerable: project/1` and the sections with your answers, or remove the empty document.",
      example: .init(
        .project, wrong: "# Jetty watch: to be written\n---",
        right: "answerable: project/1\nproject:\n  name: Jetty watch")),
    DiagnosticCode(
      "project.evidence-without-source",
      """
      The item of evidence says what it supports, but not where it is. Nobody can look at it, so it is not counted as \
      evidence.
      """,
      remedy: """
        Add `file:` with a path beside the project, or `uri:` with the address or register entry where it is kept. Without \
        either, remove the item.
        """,
      example: .init(
        .project,
        """
        answerable: project/1
        evidence:
          - supports: [control.abort_latency_s]
            title: Trial of the abort in January
        """, mend: "title:", to: "file: evidence/abort-trial.pdf\n    title:")),
    DiagnosticCode(
      "project.lookalike-letters",
      """
      A word mixes Latin letters with letters of another alphabet that look the same, such as a Cyrillic `о`. To a reader \
      the word is right, to a search for it it is another word. So the name of a machine could pass for that of a person, \
      and the answer is not taken.
      """,
      remedy: "Type the word again on one keyboard. It often comes from copying out of another document.",
      example: .init(
        .project,
        """
        answerable: project/1
        use:
          intended_purpose: Warn of small b\u{43E}ats near the jetty
        """, mend: "b\u{43E}ats", to: "boats")),
    DiagnosticCode(
      "project.none-beside-others",
      """
      The list says `none` and names something else as well, so it contradicts itself. Taking either half could put the \
      system outside the rules on target classes, or inside rules that do not concern it.
      """,
      remedy: "Keep `none` alone, or remove it and keep the others.",
      example: .init(
        .project,
        """
        answerable: project/1
        scope:
          target_classes: [none, uncrewed_platforms]
        """, mend: "none, ", to: "")),
    DiagnosticCode(
      "project.number-out-of-range",
      """
      The number can't be an answer to this question, such as a time below zero or a share above 100 per cent. A limit that \
      asks for less than two seconds would be met by any number below zero.
      """,
      remedy: "Check sign, decimal point and unit, or write `unknown` until the number is measured.",
      example: .init(
        .project,
        """
        answerable: project/1
        control:
          abort_latency_s: -1.8
        """, mend: "-1.8", to: "1.8")),
    DiagnosticCode(
      "project.placeholder",
      """
      The text is a word that stands in for an answer, such as `tbd` or `n/a`. The question counts as unanswered, and rules \
      that need it are undecided: as an answer, the word would pass for somebody's name or somebody's reason.
      """,
      remedy: "Give the answer. Where it is not known yet, write `unknown`, which says so openly.",
      example: .init(
        .project,
        """
        answerable: project/1
        governance:
          risk_owner: tbd
        """, mend: "tbd", to: "Chief of Naval Staff")),
    DiagnosticCode(
      "project.too-long",
      """
      The text is longer than a reviewer reads in a form, a whole report rather than an answer. It is not used, so that \
      the answer that counts is one that somebody has read.
      """,
      remedy: "Say the essence in a few sentences, put the rest into a file and name it under `evidence:`."),
    DiagnosticCode(
      "project.too-many-items",
      """
      The list has more items than a person looks through. None of them is used: the one item that should stop a project \
      would not be noticed in so long a list.
      """,
      remedy: "Keep the items that matter for this question, and put the full list into a file under `evidence:`."),
    DiagnosticCode(
      "project.unknown-field",
      """
      No question has that name in this section. The answer would be read by no rule, and the question that was meant would \
      stay open although it seems to be answered.
      """,
      remedy: """
        Correct the spelling or the section as the note says. Where no question asks this, remove the line or put the fact \
        into a comment.
        """,
      example: .init(
        .project,
        """
        answerable: project/1
        control:
          abort_latancy_s: 1.8
        """, mend: "latancy", to: "latency")),
    DiagnosticCode(
      "project.unknown-support",
      """
      An item of evidence names something that is neither a question nor a rule. It would support nothing, and the rule that \
      it was collected for would stand without evidence.
      """,
      remedy:
        "Name questions with their section (`control.abort_latency_s`) or ids of rules (`hc-abort-beats-effect`).",
      example: .init(
        .project,
        """
        answerable: project/1
        evidence:
          - supports: [abort_latency]
            file: evidence/abort-trial.pdf
        """, mend: "abort_latency", to: "control.abort_latency_s")),
    DiagnosticCode(
      "project.value-not-offered",
      """
      The question offers a fixed set of answers and this is none of them. It is not bent to the nearest one, since the \
      choice can decide whether the rules on weapons apply at all; the question counts as unanswered.
      """,
      remedy: "Choose one of the answers that the note lists, or write `unknown`.",
      example: .init(
        .project,
        """
        answerable: project/1
        project:
          kind: wepon
        """, mend: "wepon", to: "weapon")),
    DiagnosticCode(
      "project.wrong-type",
      """
      The question asks for another kind of answer: a number without its unit, `true` or `false`, a date, a list. What was \
      written is not converted, because `1,800` is one number to some readers and another to others; the question counts \
      as unanswered.
      """,
      remedy: "Write the answer as the note shows; units belong to the question, and `yes` is written `true`.",
      example: .init(
        .project,
        """
        answerable: project/1
        control:
          abort_latency_s: 1.8 s
        """, mend: "1.8 s", to: "1.8")),
  ]
}
