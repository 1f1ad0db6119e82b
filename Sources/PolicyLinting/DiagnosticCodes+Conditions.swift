internal import Diagnostics
internal import PolicyModel

extension DiagnosticCode {
  /// What checking packs finds in the conditions of rules.
  static let ofLintedConditions = [
    DiagnosticCode(
      "lint.adds-nothing",
      """
      A later tier of the rule asks only for what an earlier one asks for already. Nothing is wrong with the outcome, but \
      the pack says that more is required from that stage on, and it is not.
      """,
      remedy: "Remove the tier, or write down in it what should be asked for in addition from that stage on.",
      example: .init(
        .pack,
        SmallPack.text(tiers: [
          "{from: test, require: control.person_inhibit && control.mode_change_logged}",
          "{from: fielding, require: control.mode_change_logged}",
        ]), mend: "fielding, require: control.mode_change_logged",
        to: "fielding, require: control.revalidation_before_effect")),
    DiagnosticCode(
      "lint.always-applies",
      """
      The scope of the rule is true of every project, whatever it answers. Either the rule is meant for all, and the \
      condition only looks like a limit, or one half of it was written wrongly, and projects are asked for what does not \
      concern them.
      """,
      remedy: "Leave `applies_when` out where all are meant; otherwise correct the half that lets everything in.",
      example: .init(
        .pack, SmallPack.text(appliesWhen: "scope.applies_force || !scope.applies_force"),
        mend: " || !scope.applies_force", to: "")),
    DiagnosticCode(
      "lint.always-fails",
      """
      Whatever a project in the scope answers, it can't meet all that is due at this stage: the requirement contradicts the \
      scope or an earlier tier. A rule that nobody can pass teaches people to accept failures as a matter of course.
      """,
      remedy: "Correct the condition that is marked, or the scope or tier that it contradicts.",
      example: .init(
        .pack,
        SmallPack.text(
          appliesWhen: "scope.applies_force",
          tiers: ["{from: test, require: control.person_inhibit && !scope.applies_force}"]
        ), mend: " && !scope.applies_force", to: "")),
    DiagnosticCode(
      "lint.divides-by-answer",
      """
      A condition divides by an answer. Where that is 0 the result is infinite, or no number at all, of which every comparison is \
      false and every denied one true: whoever answers 0 may pass.
      """,
      remedy: "Multiply the other side instead, such as `a <= b * c`, or ask in the condition for more than 0 before.",
      example: .init(
        .pack,
        SmallPack.text(tiers: [
          "{from: test, require: control.abort_latency_s / force.commit_to_effect_s <= 0.5}"
        ]),
        mend: "control.abort_latency_s / force.commit_to_effect_s <= 0.5",
        to: "control.abort_latency_s <= 0.5 * force.commit_to_effect_s")),
    DiagnosticCode(
      "lint.loosening-tier",
      """
      A tier ends, and at the next stage nothing as strict takes its place. So the rule can fail a project in its trials and \
      pass the same project, unchanged, once it is in service.
      """,
      remedy: """
        Let the tier go on, or let another take its place. Where it is right that less is asked later, say so with \
        `until_because:`.
        """,
      example: .init(
        .pack,
        SmallPack.text(tiers: [
          "{from: test, require: control.person_inhibit}",
          "{from: test, until: fielding, require: control.mode_change_logged}",
        ]), mend: "until: fielding, ", to: "")),
    DiagnosticCode(
      "lint.never-applies",
      """
      The parts of the scope exclude each other, so the rule applies to no project at all. Every report will say that it \
      does not concern the project, which reads as if somebody had looked.
      """,
      remedy:
        "Correct the scope: mostly `&&` stands where `||` is meant, or the same question is compared with two values.",
      example: .init(
        .pack, SmallPack.text(appliesWhen: "project.kind == 'weapon' && project.kind == 'cyber'"), mend: "&&", to: "||")
    ),
    DiagnosticCode(
      "lint.never-fails",
      """
      Every project that the rule applies to meets this requirement, since its scope or another part of the condition says \
      the same already. It prints a pass for something that nobody has shown.
      """,
      remedy: "Correct the condition so that some answers fail it, or remove the tier.",
      example: .init(
        .pack,
        SmallPack.text(
          appliesWhen: "scope.applies_force",
          tiers: ["{from: test, require: control.person_inhibit || scope.applies_force}"]
        ), mend: " || scope.applies_force", to: "")),
  ]
}
