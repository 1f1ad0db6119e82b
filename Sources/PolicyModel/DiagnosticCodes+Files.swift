public import Diagnostics

extension DiagnosticCode {
  /// What is said of all files alike.
  public static let ofFiles = [
    DiagnosticCode(
      "file.bad-date",
      """
      A date is expected here and the text is none, or not one that everybody reads the same way: `03/04/2026` is in March \
      for some and in April for others. A trial or an acceptance would count for months too long or too short.
      """,
      remedy: "Write year, month and day with dashes, such as `2026-03-01`.",
      example: .init(
        .project,
        """
        answerable: project/1
        evidence:
          - supports: [control.abort_latency_s]
            file: evidence/abort-trial.pdf
            made_on: 12 January 2026
        """, mend: "12 January 2026", to: "2026-01-12")),
    DiagnosticCode(
      "file.bad-digest",
      """
      A SHA-256 digest has 64 digits from 0 to 9 and a to f, and this text has not. The digest ties a decision to the exact \
      bytes that somebody read; with half of one, a file could be changed after it was approved without anyone noticing.
      """,
      remedy: "Run `sha256sum FILE` and copy all of the first word that it prints.",
      example: .init(
        .review,
        """
        answerable: review/1
        subject:
          sha256: 4f990f6313b2ba07
        """, mend: "4f990f6313b2ba07", to: "4f990f6313b2ba079092fd1515dd94e446e3dacb143f93e246f6653e0cc4e60a")),
    DiagnosticCode(
      "file.merge-key",
      """
      Some programs take `<<` for an order to copy fields from elsewhere; YAML 1.2 does not. If it were followed, answers \
      that nobody wrote for this system would count as its own; if it were passed over, the writer would think that they do.
      """,
      remedy: "Write each field out with its own answer, even where two sections agree.",
      example: .init(
        .project,
        """
        answerable: project/1
        scope:
          <<: {isr: true, hadr: false}
          networked: true
        """, mend: "<<: {isr: true, hadr: false}", to: "isr: true\n  hadr: false")),
    DiagnosticCode(
      "file.missing-key",
      """
      Something that this entry can't do without is left out, such as the id of a rule or what an item of evidence supports. \
      There is no value that could be assumed for it: a rule without a requirement would pass everybody.
      """,
      remedy: "Add a line with the name that the message gives, and its value.",
      example: .init(
        .project,
        """
        answerable: project/1
        evidence:
          - file: evidence/abort-trial.pdf
        """, mend: "- file:", to: "- supports: [control.abort_latency_s]\n    file:")),
    DiagnosticCode(
      "file.unknown-key",
      """
      The entry has no field of that name. Mostly it is misspelt, and then what stands behind it has no effect: an end date \
      under a wrong name would let an acceptance run on.
      """,
      remedy: "Correct the name as the note says, or remove the line.",
      example: .init(
        .project,
        """
        answerable: project/1
        evidence:
          - supports: [control.abort_latency_s]
            file: evidence/abort-trial.pdf
            expires: 2127-01-31
        """, mend: "expires:", to: "expires_on:")),
    DiagnosticCode(
      "file.value-not-offered",
      """
      Only certain words can stand here, such as the names of severities or stages, and this is none of them. A word that is \
      nearly right is not taken either: whether a failure blocks fielding must not hang on a guess.
      """,
      remedy: "Write the word that the note offers, letter by letter.",
      example: .init(
        .pack, SmallPack.text(severity: "blokcer"), mend: "blokcer", to: "blocker")),
    DiagnosticCode(
      "file.wrong-header",
      """
      The first line says what kind of file it is and in which version: `project/1`, `review/1` or `pack/1`. Here it is \
      missing, misspelt or that of another kind, so the file is perhaps not the one that was meant, and nothing in it is \
      judged.
      """,
      remedy: "Check that the right file was named. If so, put the line that the note gives at its beginning.",
      example: .init(
        .project,
        """
        answerable: projekt/1
        project:
          name: Jetty watch
        """, mend: "projekt", to: "project")),
    DiagnosticCode(
      "file.wrong-kind",
      """
      A value of another form is expected here: a list instead of a single word, a group of fields instead of a text, a \
      number instead of a sentence. Read as it stands, the value would belong to no question or say something that was \
      never meant.
      """,
      remedy: "Write the value in the form that the message expects; the note shows how it looks.",
      example: .init(
        .project,
        """
        answerable: project/1
        use: Warn of small craft near the jetty
        """, mend: "use: ", to: "use:\n  intended_purpose: ")),
  ]
}
