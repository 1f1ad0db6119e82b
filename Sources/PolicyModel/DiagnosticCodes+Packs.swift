public import Diagnostics

extension DiagnosticCode {
  /// What is said of policy packs when they are loaded.
  public static let ofPacks = [
    DiagnosticCode(
      "pack.bad-name",
      """
      The id of a pack or rule, or the name of a question, parameter or pattern, holds characters that can't stand there, such \
      as capitals or spaces. Conditions, project descriptions and review records have to write the name exactly so; one that \
      nobody can write belongs to a question that nobody can answer.
      """,
      remedy: """
        Ids are lower-case words joined by hyphens (`ours-stop-control`). Questions are a section, a dot and a name of small \
        letters, digits and `_` (`ours.stop_controls`).
        """,
      example: .init(.pack, SmallPack.text(id: "Ours_StopControl"), mend: "Ours_StopControl", to: "ours-stop-control")),
    DiagnosticCode(
      "pack.bad-pattern",
      """
      A text under `match` or `except` is no regular expression, or one that can't be searched for in a time that grows with \
      the text alone. Patterns tell the names of people from those of machines and firms; one that never matches would let \
      a machine sign as a person.
      """,
      remedy: "Correct it at the marked place: the syntax is that of RE2, without look-around and back references.",
      example: .init(
        .pack,
        SmallPack.overlay(
          "extends: [admm-ai-2025]\noverrides:\n  patterns:\n    machine_hard: {match: ['Penjaga(?= Selat)']}"),
        mend: "(?= Selat)", to: " Selat")),
    DiagnosticCode(
      "pack.bad-version",
      """
      A version consists of three numbers, such as `1.2.0`, and this is none. Reports name the version that a project was \
      judged by, and whoever compares two of them has to see which is newer and whether outcomes can differ.
      """,
      remedy: "Write three numbers joined by dots; raise the first where an outcome can change.",
      example: .init(.pack, SmallPack.text(version: "1.0"), mend: "version: 1.0", to: "version: 1.0.0")),
    DiagnosticCode(
      "pack.constant-requirement",
      """
      The requirement names no question, so no answer can change what it comes to. The rule would pass every project or \
      none, while its title says that something was looked at.
      """,
      remedy: "Let the condition read the question that shows what is required, such as `control.person_inhibit`.",
      example: .init(
        .pack, SmallPack.text(tiers: ["{from: test, require: params.abort_factor < 1.0}"]),
        mend: "params.abort_factor", to: "control.abort_latency_s")),
    DiagnosticCode(
      "pack.contradiction",
      """
      The rule asks two things of the same answer that can't both be true, within one condition or in two tiers that are due \
      together. Every project would fail it, and people learn to sign such failures away.
      """,
      remedy:
        "Correct one of the two bounds or values, or let the earlier tier end with `until` where the later one begins.",
      example: .init(
        .pack,
        SmallPack.text(tiers: [
          "{from: test, require: control.abort_latency_s < 2.0 && control.abort_latency_s > 3.0}"
        ]), mend: "> 3.0", to: "> 0.1")),
    DiagnosticCode(
      "pack.duplicate-id",
      """
      Two packs, rules, questions or parameters have the same name. A report, a review record or a condition that names it \
      could mean either, and an acceptance for one rule would count for the other.
      """,
      remedy: "Give the new one a name of its own, best with the pack's name in front.",
      example: .init(
        .pack, SmallPack.text(id: "hc-abort-beats-effect"), mend: "hc-abort-beats-effect", to: "ours-stop-control")),
    DiagnosticCode(
      "pack.extends-itself",
      """
      Following `extends` from pack to pack leads back to where it began. Then none of them is the base of the others, and \
      whether a change tightens or loosens can't be said.
      """,
      remedy: "Remove the id under `extends:` that closes the circle: a pack names only those that it builds on.",
      example: .init(
        .pack, SmallPack.overlay("extends: [human-control, ours]\noverrides:\n  parameters: {abort_factor: 0.4}"),
        mend: ", ours", to: "")),
    DiagnosticCode(
      "pack.key-without-meaning",
      """
      The question has a line that means nothing for its type of answer, such as `values` for a free text. Its author \
      believes that only these values are accepted, and every text is.
      """,
      remedy: "Correct the type (`enum` for one of several values), or remove the line.",
      example: .init(
        .pack, QuestionText.with("type: text\n    values: [bow, stern]"), mend: "type: text", to: "type: enum")),
    DiagnosticCode(
      "pack.loosens",
      """
      The overlay makes a rule, a limit or a list less strict than the packs it builds on, and those do not allow it there. \
      A State may ask for more than all have agreed to; what asks for less would show as a pass under their name.
      """,
      remedy: """
        Keep the value of the base or a stricter one. Only parameters that the base marks `adjustable: true` can be loosened, \
        and every report lists those.
        """,
      example: .init(
        .pack, SmallPack.overlay("extends: [human-control]\noverrides:\n  parameters: {abort_factor: 0.6}"),
        mend: "0.6", to: "0.4")),
    DiagnosticCode(
      "pack.misplaced-claims",
      """
      `claims` is false where the question is not answered. Of a field, directly behind `!`, in a part of `&&`, `||` or `all` \
      that is to be true, it catches an answer that contradicts another; anywhere else a missing answer would decide, so that \
      a rule could be escaped by saying nothing.
      """,
      remedy: "Write `!field.claims([…])`, or `field in […]`, which a missing answer leaves undecided.",
      example: .init(
        .pack, SmallPack.text(appliesWhen: "project.kind.claims(['weapon'])"), mend: "project.kind.claims(['weapon'])",
        to: "project.kind in ['weapon']")),
    DiagnosticCode(
      "pack.mixed-foundation",
      """
      The files of the foundation come from different foundations or versions. Questions of one could meet limits of \
      another, and the report would name a version that nobody ever issued.
      """,
      remedy: "Take all files of the foundation from one version, and write its id and version into each.",
      example: .init(
        .policies,
        """
        answerable: foundation/1
        id: made-up
        version: 1.0.0
        clauses:
          P10: {text: The system can be stopped by a person}
        ---
        answerable: foundation/1
        id: made-up
        version: 1.1.0
        questions:
          control.person_inhibit: {ask: Can a person stop it?, type: boolean}
        ---
        \(SmallPack.text())
        """, mend: "1.0.0", to: "1.1.0")),
    DiagnosticCode(
      "pack.never-due",
      """
      The rule ends at an earlier stage than it begins, so there is no stage at which it is due. It would stand in every \
      report as not due yet or no longer, and never be asked about.
      """,
      remedy: "Let `due_until` be the stage of `due_from` or a later one, or leave it out.",
      example: .init(
        .pack, SmallPack.text(due: "test\n    due_until: design"), mend: "until: design", to: "until: operation")),
    DiagnosticCode(
      "pack.no-rules",
      """
      The pack has neither rules nor anything under `overrides`, so a check with it would find exactly what a check without \
      it finds. Whoever named it would believe that more was asked.
      """,
      remedy: "Write rules under `rules:`, or what the pack changes under `overrides:`; or leave the pack out.",
      example: .init(.pack, wrong: SmallPack.overlay(""), right: SmallPack.text())),
    DiagnosticCode(
      "pack.nothing-due",
      """
      There is a stage at which the rule is due and none of its tiers is. Nothing would be required of a project at that \
      stage, so the rule would pass whatever the answers are.
      """,
      remedy:
        "Let a tier be due at the stages that the message names, or let the rule end before them with `due_until`.",
      example: .init(
        .pack, SmallPack.text(tiers: ["{from: test, until: fielding, require: control.person_inhibit}"]),
        mend: "until: fielding, ", to: "")),
    DiagnosticCode(
      "pack.nothing-offered",
      """
      The question lets people choose, and does not say from what. Every answer would be refused as none of the values \
      offered, and the rules that read it would stay undecided for ever.
      """,
      remedy: "List the values under `values:`, or the keys of an entry under `record:`.",
      example: .init(
        .pack, QuestionText.with("type: enum"), mend: "type: enum", to: "type: enum\n    values: [bow, stern]")),
    DiagnosticCode(
      "pack.overrides-without-extends",
      """
      The pack changes others and does not say which. Its changes might meet packs that its author never saw, in which the \
      same name stands for another limit.
      """,
      remedy: "Add `extends:` with the ids of the packs that it changes, or with the foundation's id.",
      example: .init(
        .pack, SmallPack.overlay("overrides:\n  parameters: {abort_factor: 0.4}"), mend: "overrides:",
        to: "extends: [human-control]\noverrides:")),
    DiagnosticCode(
      "pack.question-below-question",
      """
      The name of the question begins with that of another one. In a project description the other would have to be an \
      answer and a section at once, so that no project could answer both.
      """,
      remedy: "Rename one of the two, for instance with `_` instead of the last dot.",
      example: .init(
        .pack, wrong: QuestionText.with("type: text", name: "control.abort_latency_s.note"),
        right: QuestionText.with("type: text", name: "control.abort_latency_note"))),
    DiagnosticCode(
      "pack.reserved-name",
      """
      The question stands in a section whose name means something else, such as `evidence` or `params`. An answer there \
      would be read as evidence or as a limit, and the question would never be answered.
      """,
      remedy: "Put the question into a section of your own, such as `ours.stop_place`.",
      example: .init(
        .pack, wrong: QuestionText.with("type: text", name: "evidence.stop_place"),
        right: QuestionText.with("type: text"))),
    DiagnosticCode(
      "pack.second-foundation",
      """
      The file declares a foundation: the questions, clauses and limits that all packs share. One is there already, and a \
      second could change what every built-in rule means without a line that says so.
      """,
      remedy: "Write a pack that lists its changes under `overrides:`, where each is checked for loosening.",
      example: .init(
        .pack,
        wrong: """
          answerable: foundation/1
          id: ours
          version: 1.0.0
          review_limits: {acceptance_days: 180}
          """, right: SmallPack.overlay("extends: [admm-ai-2025]\noverrides:\n  review_limits: {acceptance_days: 180}"))
    ),
    DiagnosticCode(
      "pack.unclean-text",
      """
      A text in a condition has two blanks in a row, blanks at its ends, or characters that are taken out of answers or made \
      others before anything is compared. No answer can be it, so what must not be found would always pass.
      """,
      remedy: "Write the text as the note has it, with plain letters and single blanks.",
      example: .init(
        .pack, SmallPack.text(tiers: ["{from: test, require: \"governance.assessor != 'Sam  Tan'\"}"]),
        mend: "Sam  Tan",
        to: "Sam Tan")),
    DiagnosticCode(
      "pack.unknown-clause",
      """
      The rule cites a clause that the instrument does not have. What nobody agreed to would be held against a project, or \
      the clause that was meant would seem to have no rule.
      """,
      remedy:
        "Cite clauses as the foundation names them, such as `P10` or `C2`; `answerable explain P10` shows the text.",
      example: .init(.pack, SmallPack.text(clauses: "[P19]"), mend: "P19", to: "P10")),
    DiagnosticCode(
      "pack.unknown-crosswalk-prefix",
      """
      What stands before the colon names the treaty or standard of a provision, and none is known by that name. Readers \
      could not tell which text the rule is related to, nor whether it binds them.
      """,
      remedy:
        "Correct the beginning, such as `API:` for the First Additional Protocol or `NIST:` for the NIST framework.",
      example: .init(.pack, SmallPack.text(crosswalk: "['NSIT:MAP-1.1']"), mend: "NSIT", to: "NIST")),
    DiagnosticCode(
      "pack.unknown-foundation",
      """
      The pack was written for another foundation than the one that is loaded. Its conditions may name the same questions \
      and mean others, and clauses of the same number can say something else.
      """,
      remedy: "Correct the id behind `foundation:`, or load the pack with the foundation that it was written for.",
      example: .init(
        .pack, SmallPack.text(above: "foundation: admm-ai-2024"), mend: "2024", to: "2025")),
    DiagnosticCode(
      "pack.unknown-pack",
      """
      The overlay extends a pack that is not loaded. Its changes were written for the rules of that pack; without them they \
      might fit nothing, or something else of the same name.
      """,
      remedy: "Correct the id under `extends:`, or give the other pack's file as well.",
      example: .init(
        .pack, SmallPack.overlay("extends: [human-contrl]\noverrides:\n  parameters: {abort_factor: 0.4}"),
        mend: "contrl", to: "control")),
    DiagnosticCode(
      "pack.unknown-parameter",
      """
      No parameter has that name, so the number would be set and read by nobody: the limit that was meant would stay as it \
      was. In the words of a rule, `{name}` would be printed with its brackets instead of the number.
      """,
      remedy:
        "Take the name from the note; `answerable explain abort_factor` shows what a parameter says and who reads it.",
      example: .init(
        .pack, SmallPack.overlay("extends: [human-control]\noverrides:\n  parameters: {abort_facter: 0.4}"),
        mend: "facter", to: "factor")),
    DiagnosticCode(
      "pack.unknown-pattern",
      """
      The overlay adds words to a pattern that does not exist. The pattern that was meant would not look for them, and a name \
      that it should refuse, such as that of a supplier, would go on being accepted.
      """,
      remedy: "Take the name from the note, or declare a pattern of your own under `patterns:`.",
      example: .init(
        .pack,
        SmallPack.overlay(
          "extends: [admm-ai-2025]\noverrides:\n  patterns:\n    vendor_hart: {match: ['(?i)\\bperseroan\\b']}"),
        mend: "hart", to: "hard")),
    DiagnosticCode(
      "pack.unknown-review-limit",
      """
      There is no limit on review records of that name. The limit that was to be tightened, such as the longest life of an \
      acceptance, would stay as long as it was.
      """,
      remedy: "Take the name from the note.",
      example: .init(
        .pack, SmallPack.overlay("extends: [admm-ai-2025]\noverrides:\n  review_limits: {acceptance_day: 180}"),
        mend: "day:", to: "days:")),
    DiagnosticCode(
      "pack.unknown-rule",
      """
      The overlay changes the severity of a rule that no pack has. The rule that was to be made a blocker would keep its old \
      severity and could still be waved through.
      """,
      remedy: "Take the id from the note, and check that the pack of the rule is loaded.",
      example: .init(
        .pack, SmallPack.overlay("extends: [governance]\noverrides:\n  severities: {gv-inventory-enty: blocker}"),
        mend: "enty", to: "entry")),
    DiagnosticCode(
      "pack.unnamed-pattern",
      """
      What `matchesAny` and `matchesNone` look for stands in another form than `[patterns.NAME, …]`. A name in quotes can be \
      misspelt, so that nothing is ever found and `matchesNone` always passes; and an answer must not choose what is looked for.
      """,
      remedy: "Write `patterns.` and the name, without quotes, for each pattern, between square brackets.",
      example: .init(
        .pack,
        SmallPack.text(tiers: ["{from: test, require: \"governance.assessor.matchesNone(['machine_hard'])\"}"]),
        mend: "'machine_hard'", to: "patterns.machine_hard")),
    DiagnosticCode(
      "pack.unreachable-tier",
      """
      A tier says from which stage on something is required, and its stages do not fit those of the rule: it ends before it \
      begins, begins after the rule has ended, or leaves the first stages without any requirement. At a stage at which \
      nothing is required a rule passes whatever the answers are.
      """,
      remedy: "Let a tier begin where the rule becomes due, and each end no earlier than it begins.",
      example: .init(
        .pack, SmallPack.text(tiers: ["{from: operation, require: control.person_inhibit}"]), mend: "operation",
        to: "test")),
    DiagnosticCode(
      "pack.unusable-value",
      """
      The question offers a value, such as `unknown` or `null`, that as an answer says that there is none. Whoever chose it \
      would believe to have answered, and every rule would count the question as open.
      """,
      remedy: "Take the value out, or give it a name that says something, such as `not_determined`.",
      example: .init(
        .pack, QuestionText.with("type: enum\n    values: [bow, stern, unknown]"), mend: "unknown", to: "elsewhere")),
  ]
}

/// A pack with a question of its own, which its rule reads beside another.
private enum QuestionText {
  static func with(_ answer: String, name: String = "ours.stop_place") -> String {
    let question = """
      questions:
        \(name):
          ask: Where on the craft is the stop control?
          why: A control at the far end is out of reach of whoever boards first.
          good_answer: The place that the trial of the stop control names.
          known_by: the test lead
          example: bow
          \(answer)
      """
    let tier = "{from: test, require: control.person_inhibit && present(\(name))}"
    return SmallPack.text(above: question, tiers: [tier])
  }
}
