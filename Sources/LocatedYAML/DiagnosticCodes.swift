public import Diagnostics

extension DiagnosticCode {
  /// What is said of a file that is no YAML, or not the part of YAML that is read here.
  public static let ofYAML = [
    DiagnosticCode(
      "yaml.byte-order-mark",
      """
      Some editors begin a file with an invisible mark (U+FEFF). At the very beginning it is harmless. In the middle it \
      shows that two files were joined, and it would become an invisible part of a name, so that an answer would stand \
      under a name that no question has.
      """,
      remedy: """
        Go to the place, delete the line's beginning and type it again. Where two projects were joined, put a line `---` \
        between them.
        """),
    DiagnosticCode(
      "yaml.control-character",
      """
      There is a character in the text that no printer shows, such as a bell or a backspace; it often comes from copying \
      out of a terminal or a PDF. What a reviewer sees on the page would then differ from what is judged. A zero byte \
      mostly means that this is no text file at all.
      """,
      remedy:
        "Delete the word at the place and type it again. Where the file is a document or an archive, save it as text."),
    DiagnosticCode(
      "yaml.duplicate-key",
      """
      The same name stands twice in one group. Programs disagree about which of the two counts: a reviewer might read a \
      latency of 0.9 s where the judgement used 1.8 s. So neither is taken, and the question counts as unanswered.
      """,
      remedy: "Keep the line that is true and remove the other. The note shows where the name was first given.",
      example: .init(
        .project,
        """
        answerable: project/1
        control:
          abort_latency_s: 1.8
          abort_latency_s: 0.9
        """, mend: "\n  abort_latency_s: 0.9", to: "")),
    DiagnosticCode(
      "yaml.invalid-utf8",
      """
      The bytes at this place are no letters in the encoding UTF-8. The file was probably saved in an older encoding, such \
      as Windows-1252, where `é` or a long dash is written differently. Guessing could turn one name into another, so \
      no part of the document is read.
      """,
      remedy: "Open the file in an editor and save it with the encoding UTF-8; then look at accents, dashes and quotes."
    ),
    DiagnosticCode(
      "yaml.key-not-text",
      """
      A list in `[…]` or a group in `{…}` stands where the name of an answer is expected. Mostly a name in a template's \
      brackets was not filled in, or a text that begins with a bracket lacks its quotes. The value behind it would belong \
      to no question.
      """,
      remedy: "Write a plain name before the colon. Put quotes around a text that begins with `[` or `{`.",
      example: .init(
        .project,
        """
        answerable: project/1
        use:
          {intended_purpose}: Warn of small craft near the jetty
        """, mend: "{intended_purpose}", to: "intended_purpose")),
    DiagnosticCode(
      "yaml.line-separator",
      """
      An invisible separator (U+2028, U+2029 or U+0085) stands in the text; word processors write it for a soft line break. Or a \
      carriage return (U+000D) stands by itself in a file whose lines end otherwise. \
      One program begins a new line there and another does not, so that what is a comment to one is an answer to the other.
      """,
      remedy: "Delete it, and begin a new line with the Enter key where one is wanted."),
    DiagnosticCode(
      "yaml.recursive-alias",
      """
      `*name` repeats the value that `&name` marked, and here it stands inside that very value. Written out, the answer \
      would have no end, so it has no meaning.
      """,
      remedy: "Write the value out in words instead of repeating it with `*`.",
      example: .init(
        .project,
        """
        answerable: project/1
        use: &use
          intended_users: [*use]
        """, mend: "&use\n  intended_users: [*use]", to: "\n  intended_users: [harbour watch]")),
    DiagnosticCode(
      "yaml.syntax",
      """
      The text can't be taken apart into names and values: a quote or a bracket is not closed, a line is indented \
      differently from its neighbours, or a text holds `: ` without quotes. From there on nobody can tell which answer \
      belongs to which question, so the whole document counts for nothing.
      """,
      remedy: """
        Look at the marked place and at the line above it. Put quotes around texts with colons, begin the names of one group \
        in the same column, and indent with spaces.
        """,
      example: .init(
        .project,
        """
        answerable: project/1
        use:
          intended_purpose: Two tasks: watch the jetty, warn the crew
        """, mend: "Two tasks: watch the jetty, warn the crew", to: "'Two tasks: watch the jetty, warn the crew'")),
    DiagnosticCode(
      "yaml.tag-mismatch",
      """
      A tag such as `!!int` says what a value is, and the value is something else. Whether the tag or the value is the \
      slip can't be known, so the answer is not taken.
      """,
      remedy: "Remove the tag: numbers, dates and texts are recognised without one.",
      example: .init(
        .project,
        """
        answerable: project/1
        control:
          abort_latency_s: !!int 1.8
        """, mend: "!!int 1.8", to: "1.8")),
    DiagnosticCode(
      "yaml.too-deep",
      """
      Lists and groups stand inside each other many times over, far more often than any question asks for. Such a file is \
      damaged, or made to bring a reader down; no part of the document is read.
      """,
      remedy: "Write the document with fewer levels: a section, a name and its answer are enough."),
    DiagnosticCode(
      "yaml.too-large",
      """
      The document is larger than anything a person would read through before signing. A description says the essence; \
      reports, logs and tables belong into files beside it. Nothing of a document that is too large is read.
      """,
      remedy:
        "Move long material into files and name those under `evidence:`. Put a line `---` between projects in one file."
    ),
    DiagnosticCode(
      "yaml.too-many-aliases",
      """
      `*name` repeats another value, and the document does so more often than is allowed. Values that are repeated from \
      elsewhere are hard to review: a change in one place changes answers that nobody looks at.
      """,
      remedy: "Write the values out where they are answers."),
    DiagnosticCode(
      "yaml.too-many-marks",
      """
      Accents and other marks are piled on one character, more than any script writes. Such a text can't be read on a page, \
      and to compare it with another takes a time that grows out of all proportion. No part of the document is read.
      """,
      remedy: "Delete the word at the place and type it again."),
    DiagnosticCode(
      "yaml.too-many-nodes",
      """
      Written out, the values that `*name` repeats make a document of many times its size. Nobody can review what is not on \
      the page, and a few lines can be made to grow without bound. No part of the document is read.
      """,
      remedy: "Write out the answers that matter, and put long lists into files under `evidence:`."),
    DiagnosticCode(
      "yaml.unknown-alias",
      """
      A value that begins with `*` repeats one that was marked with `&` before, and there is none of that name. Often the \
      star is only a bullet or stands for emphasis. The answer would be empty.
      """,
      remedy: "Put quotes around a text that begins with `*`, or write the value out.",
      example: .init(
        .project,
        """
        answerable: project/1
        use:
          intended_users: [*operators]
        """, mend: "*operators", to: "harbour watch")),
    DiagnosticCode(
      "yaml.unsupported-tag",
      """
      A value that begins with `!` carries a tag, which tells some programs to make something special of it. Here tags have \
      no meaning, and what the writer wanted from it would be lost without a word.
      """,
      remedy: "Remove the tag. Put quotes around a text that is meant to begin with `!`.",
      example: .init(
        .project,
        """
        answerable: project/1
        use:
          intended_purpose: !draft Warn of small craft near the jetty
        """, mend: "!draft ", to: "")),
    DiagnosticCode(
      "yaml.utf-16",
      """
      The file is saved in UTF-16 or UTF-32, as some Windows programs do under the name `Unicode`. Only UTF-8 is read, so \
      that the digest in a review record stands for one way to write the text.
      """,
      remedy: "Save the file again and choose the encoding UTF-8."),
  ]
}
