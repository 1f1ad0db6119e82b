internal import Diagnostics
internal import PolicyModel

extension DiagnosticCode {
  /// What checking packs finds in clauses, labels and citations.
  static let ofLintedLaw = [
    DiagnosticCode(
      "lint.clause-obliges-nothing",
      """
      The rule cites a clause that the foundation marks as obliging nothing, such as a recital that only recalls a meeting. \
      The rule would claim the authority of ministers for something they did not ask for.
      """,
      remedy:
        "Cite the clause that the rule really follows from; `answerable explain P1` shows why a clause obliges nothing.",
      example: .init(.pack, SmallPack.text(clauses: "[P1]"), mend: "[P1]", to: "[P10]")),
    DiagnosticCode(
      "lint.clause-unexplained",
      """
      A clause does not say in plain words what projects are asked because of it, or, where it obliges nothing, why not. \
      Readers could then not tell whether the rules under it ask for what was agreed.
      """,
      remedy: "Add `asks:` with one sentence; to a clause with `obliges: false` add `reason:`.",
      example: .init(
        .policies, FoundationText.with(clause: "{text: The system can be stopped by a person}"), mend: "person}",
        to: "person, asks: Somebody at the system can stop it}")),
    DiagnosticCode(
      "lint.clause-without-rule",
      """
      No rule follows from a clause that obliges. A project could pass everything and still be at odds with that clause, \
      while the report gives the impression that the whole text was looked at.
      """,
      remedy: "Let a rule cite the clause, or say `obliges: false` with the reason.",
      example: .init(
        .policies,
        FoundationText.with(more: "\n  P11: {text: Lessons are shared, asks: Lessons are recorded}"),
        mend: "asks: Lessons are recorded", to: "obliges: false, reason: It speaks of ministries only")),
    DiagnosticCode(
      "lint.ground-without-source",
      """
      The rule is labelled as treaty or customary law, and no provision in its crosswalk carries that label. What is only \
      good policy would be printed as binding law, and a legal adviser would rightly stop trusting the rest.
      """,
      remedy: "Add the provision under `crosswalk:`, or label the rule as what it is: `policy`.",
      example: .init(.pack, SmallPack.text(grounds: "[treaty]"), mend: "treaty", to: "policy")),
    DiagnosticCode(
      "lint.no-citation",
      """
      The crosswalk of the rule names a provision that the foundation does not describe. Reports would print the bare \
      identifier, and nobody could see what it says or whether it was ever checked against its text.
      """,
      remedy: "Correct the identifier, or describe the provision under `citations:` of the foundation.",
      example: .init(.pack, SmallPack.text(crosswalk: "['NIST:MAP-9.9']"), mend: "MAP-9.9", to: "MAP-1.1")),
    DiagnosticCode(
      "lint.no-ground",
      """
      The rule does not say whether it is treaty law, customary law or policy. Whoever fails it can't tell whether the law \
      forbids what they plan or their ministry advises against it.
      """,
      remedy: "Add `grounds:` with `treaty`, `custom` or `policy`, as its crosswalk bears out.",
      example: .init(.pack, wrong: SmallPack.text(grounds: nil), right: SmallPack.text())),
    DiagnosticCode(
      "lint.source-without-ground",
      """
      The crosswalk of the rule names a provision of a treaty, or one that customary law matches, and the rule is not \
      labelled so. A binding duty would be printed as mere policy, and be waved through as such.
      """,
      remedy: "Add the label under `grounds:`, or drop the provision where it does not carry the rule.",
      example: .init(
        .pack, SmallPack.text(grounds: "[policy]", crosswalk: "['API:57(1)']"), mend: "[policy]", to: "[treaty, custom]"
      )),
    DiagnosticCode(
      "lint.unused-citation",
      """
      A provision is described, and no rule is related to it. Either a rule lost its relation, and readers miss the law \
      behind it, or the description is left over.
      """,
      remedy: "Add the identifier to the `crosswalk:` of the rule that it carries, or remove the description.",
      example: .init(
        .policies,
        wrong: FoundationText.with(citation: "X:2"), right: FoundationText.with(citation: "X:1"))),
    DiagnosticCode(
      "lint.unverified-citation",
      """
      The rule is related to a provision that nobody has compared with its own text yet. It is marked as not verified \
      wherever it is shown, and until it is checked it should not be relied on in an argument.
      """,
      remedy: "Look the provision up in its source, correct title and identifier, and set `status: verified`.",
      example: .init(.pack, SmallPack.text(crosswalk: "['GP:i']"), mend: "GP:i", to: "NIST:MAP-1.1")),
  ]
}

/// A foundation with one clause, and a pack with the rule that follows from it.
private enum FoundationText {
  static func with(
    clause: String = "{text: The system can be stopped by a person, asks: Somebody at the system can stop it}",
    more: String = "", citation: String = "X:1"
  ) -> String {
    """
    answerable: foundation/1
    id: made-up
    version: 1.0.0
    clauses:
      P10: \(clause)\(more)
    crosswalk_prefixes:
      X: {title: A made-up standard, ground: policy}
    citations:
      '\(citation)': {title: A stop control, status: verified, basis: primary_text}
    questions:
      control.person_inhibit: {ask: Can a person stop it?, type: boolean}
    ---
    \(SmallPack.text(crosswalk: "['X:1']"))
    """
  }
}
