public import PolicyModel

/// All that outcomes hang on, as a text in one order: equal texts give equal outcomes, whatever the words and the layout.
public enum PolicyContent {
  /// The rules of a pack.
  public static func text(of pack: PolicyPack, in policies: PolicySet) -> String {
    let aspects = Aspect<Rule>.all(policies.foundation.reviewLimits.ranks)
    return text(pack.rules, aspects) { $0.id }
  }

  /// What all packs share, with what packs add to it.
  public static func text(of foundation: Foundation) -> String {
    text(foundation.questions, Aspect<Question>.all) { $0.id }
      + text(foundation.parameters, Aspect<Parameter>.all) { $0.name }
      + text(foundation.patterns, Aspect<TextPattern>.all) { $0.name }
      + (foundation.reviewLimits.listed + foundation.answerRules.listed).map { "\($0.name): \($0.value)\n" }.joined()
  }

  private static func text<Subject>(
    _ subjects: [Subject], _ aspects: [Aspect<Subject>], name: (Subject) -> String
  ) -> String {
    subjects.sorted { name($0) < name($1) }.map { subject in
      let content = aspects.filter(\.isContent).map { "  \($0.name): \($0.value(subject) ?? "")\n" }.joined()
      return "\(name(subject))\n\(content)"
    }.joined()
  }
}
