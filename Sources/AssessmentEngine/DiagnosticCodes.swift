public import Diagnostics

extension DiagnosticCode {
  /// What an assessment remarks on.
  public static let ofAssessments = [
    DiagnosticCode(
      "assessment.answer-disputed",
      """
      A reviewer put a dispute against this answer into the review record. As long as it stands, the answer is not relied \
      on: rules that need it are undecided, whatever the project says, and none of them can pass because of it.
      """,
      remedy: """
        Settle the matter with the person who raised it. They take the dispute out of the record, or the answer is \
        corrected and reviewed again.
        """),
    DiagnosticCode(
      "assessment.answer-for-later-stage",
      """
      The answer is one that rules ask for only at a later stage than the project declares. Answering early does no harm. \
      But a project that has been tested already and still declares the stage `concept` is judged by fewer rules than it \
      should be.
      """,
      remedy:
        "Look at `project.lifecycle_stage`: raise it where the project has moved on, or leave the answer as it is.",
      example: .init(
        .project,
        """
        answerable: project/1
        project:
          lifecycle_stage: concept
        retire:
          data_disposed: true
        """, mend: "stage: concept", to: "stage: retirement")),
    DiagnosticCode(
      "assessment.answer-not-needed",
      """
      Every rule that reads this answer is out of the project's scope, so it changes nothing. That is in order for a project \
      that is really outside. It can also show that a question about the scope was answered wrongly: a system with an abort \
      time that says it applies no force is let off the rules on force.
      """,
      remedy: "Check the answers under `scope`. Where they are right, the answer can be removed.",
      example: .init(
        .project,
        """
        answerable: project/1
        project:
          lifecycle_stage: test
        scope:
          applies_force: false
        control:
          abort_latency_s: 1.8
        """, mend: "applies_force: false", to: "applies_force: true")),
    DiagnosticCode(
      "assessment.condition-failed",
      """
      A condition of a pack could not be worked out with the answers of this project, such as one that asks for the sixth \
      item of a list of five, or divides by zero. The rule is undecided then: what nobody could work out is no pass. No \
      answer is missing: where those that are there are right, nobody who describes the project can help.
      """,
      remedy: """
        Look whether the answers are right, then tell whoever keeps the pack. A condition guards what may not be there, \
        such as with `size(list) > 5 &&` before it.
        """),
    DiagnosticCode(
      "assessment.dispute-by-no-person",
      """
      A dispute in the review record is raised by what reads as a machine, a supplier or a body without a face. A dispute \
      only makes the result stricter, so it holds all the same: an objection must not be lost over a name. But somebody \
      has to say when the matter is settled, and that can only be a person or a post.
      """,
      remedy: "Write into `raised_by` who raised it, or who took it over: a person's name or the title of a post."),
    DiagnosticCode(
      "assessment.dispute-of-nothing",
      """
      A dispute in the review record names a rule or a field that there is not, be it misspelt or one of a pack that was not \
      loaded. Somebody objected, and it can't be told to what: until that is known the gate holds at best, since what passes \
      could be the very thing that is disputed.
      """,
      remedy: """
        Correct `rule` or `field`, or load the pack that has it with `--pack`. `answerable pack docs` lists all rules, and a \
        field is named as in the description, such as `control.abort_latency_s`.
        """),
    DiagnosticCode(
      "assessment.ends-soon",
      """
      Evidence, a risk acceptance or a claim that counts today will not for long. Nothing changes until that day; then a pass \
      that nothing else supports is undecided, an accepted failure fails, and a rule that was claimed away applies again. It is \
      said beforehand, so that no project stops overnight.
      """,
      remedy: """
        Renew it in time and write its new dates. `--warn-before 60d` warns earlier, and `--warn-before 0d` never.
        """,
      example: .init(
        .project,
        """
        answerable: project/1
        project:
          name: Perisai
        evidence:
          - supports: [project.name]
            uri: https://records.example/17
            expires_on: 2026-03-21
        """, mend: "2026-03-21", to: "2027-03-21")),
    DiagnosticCode(
      "assessment.evidence-not-current",
      """
      The evidence can't be relied on today: it has expired, its file is missing or may not be read, or the file is not the \
      one whose digest the project gives. Until that is mended it supports nothing, and a rule whose evidence is all of this kind does not pass \
      but is undecided.
      """,
      remedy: """
        Look at the file itself. Renew it, or put the right one in its place and write its new dates and the digest that \
        `sha256sum FILE` prints; allow a folder beside the project's with `--evidence-from FOLDER`.
        """,
      example: .init(
        .project,
        """
        answerable: project/1
        evidence:
          - supports: [control.abort_latency_s]
            file: evidence/abort-trial.pdf
            expires_on: 2021-06-30
        """, mend: "2021", to: "2121")),
    DiagnosticCode(
      "assessment.stage-not-earlier",
      """
      `--stage` asked for an earlier stage than the project declares. The later one is kept: judged as a concept, a system \
      in service would escape every rule that begins with testing or fielding.
      """,
      remedy: """
        Leave `--stage` out, or name a later stage to see what will be due then. A project that really went back declares so \
        under `project.lifecycle_stage`.
        """),
  ]
}
