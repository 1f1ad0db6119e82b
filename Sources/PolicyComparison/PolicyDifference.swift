internal import Diagnostics
public import PolicyModel

/// What one set of policies says otherwise than another.
public struct PolicyDifference: Sendable {
  /// A pack in both sets whose version does not say how much changed.
  public struct VersionFault: Sendable, Hashable {
    /// The pack's id, or that of the foundation.
    public let name: String
    public let old: String
    public let new: String
    /// How far it would have to be raised.
    public let needed: VersionStep
  }

  /// Packs first, then rules in the order of the new set, then what they share.
  public let changes: [Change]
  public let versionFaults: [VersionFault]

  /// - Complexity: linear in the size of both sets.
  public init(from old: PolicySet, to new: PolicySet) {
    var comparison = Comparison()
    comparison.comparePacks(old, new)
    comparison.compareRules(old, new)
    comparison.compareShared(old.foundation, new.foundation, packs: old.packs + new.packs)
    changes = comparison.changes
    versionFaults = Self.versionFaults(old, new, comparison.changes)
  }

  private static func versionFaults(_ old: PolicySet, _ new: PolicySet, _ changes: [Change]) -> [VersionFault] {
    var versions: [(String, String, String, String?)] = []
    if old.foundation.sha256 != new.foundation.sha256 {
      versions.append((new.foundation.id, old.foundation.version, new.foundation.version, nil))
    }
    for pack in new.packs {
      // What an overlay changes of a pack is not the pack's doing.
      guard let before = old.packs.first(where: { $0.id == pack.id }), before.sha256 != pack.sha256 else { continue }
      versions.append((pack.id, before.version, pack.version, pack.id))
    }
    return versions.compactMap { name, before, after, pack in
      let own = changes.filter { $0.pack == pack && $0.kind != .pack }
      let needed = own.map { VersionStep($0) }.max() ?? .none
      guard needed != .none, VersionStep(from: before, to: after) ?? .none < needed else { return nil }
      return VersionFault(name: name, old: before, new: after, needed: needed)
    }
  }
}

/// Finds changes kind by kind.
private struct Comparison {
  private(set) var changes: [Change] = []

  mutating func comparePacks(_ old: PolicySet, _ new: PolicySet) {
    let aspects: [Aspect<PolicyPack>] = [
      .words("version") { $0.version }, .words("title") { $0.title }, .words("summary") { $0.summary },
      .content("extends") { $0.extended.joined(separator: ", ") },
    ]
    compare(.pack, old.packs, new.packs, aspects, name: \.id) { $0.id }
  }

  mutating func compareRules(_ old: PolicySet, _ new: PolicySet) {
    let aspects = Aspect<Rule>.all(new.foundation.reviewLimits.ranks)
    compare(.rule, old.rules, new.rules, aspects, name: \.id) { $0.pack }
  }

  /// Packs declare questions, parameters and patterns of their own: those are told by the file that they stand in.
  mutating func compareShared(_ old: Foundation, _ new: Foundation, packs: [PolicyPack]) {
    let files = Dictionary(packs.map { ($0.location.file.name, $0.id) }) { first, _ in first }
    compare(.question, old.questions, new.questions, Aspect<Question>.all, name: \.id) { files[$0.location.file.name] }
    compare(.parameter, old.parameters, new.parameters, Aspect<Parameter>.all, name: \.name) {
      files[$0.location.file.name]
    }
    compare(.pattern, old.patterns, new.patterns, Aspect<TextPattern>.all, name: \.name) {
      files[$0.location.file.name]
    }
    let (before, after) = (old.instrument, new.instrument)
    compare(.clause, before.clauses, after.clauses, Aspect<Clause>.all, name: \.id) { _ in nil }
    compare(.framework, before.frameworks, after.frameworks, Aspect<Framework>.all, name: \.prefix) { _ in nil }
    let citations = [before, after].map { $0.citations.values.sorted { $0.identifier < $1.identifier } }
    compare(.citation, citations[0], citations[1], Aspect<Citation>.all, name: \.identifier) { _ in nil }
    compare(.term, old.glossary, new.glossary, Aspect<GlossaryTerm>.all, name: \.term) { _ in nil }
    compare(.reviewLimit, old.reviewLimits.listed, new.reviewLimits.listed)
    compare(.answerRule, old.answerRules.listed, new.answerRules.listed)
  }

  private mutating func compare<Subject>(
    _ kind: Change.Kind, _ old: [Subject], _ new: [Subject], _ aspects: [Aspect<Subject>],
    name: (Subject) -> String, pack: (Subject) -> String?
  ) {
    let before = Dictionary(old.map { (name($0), $0) }) { first, _ in first }
    let after = Set(new.map { name($0) })
    for subject in new {
      guard let earlier = before[name(subject)] else {
        add(kind, name(subject), pack(subject), nil, nil, nil, .added)
        continue
      }
      for aspect in aspects {
        let (was, becomes) = (aspect.value(earlier), aspect.value(subject))
        guard was != becomes else { continue }
        add(kind, name(subject), pack(subject), aspect.name, was, becomes, aspect.effect(earlier, subject))
      }
    }
    for subject in old where !after.contains(name(subject)) {
      add(kind, name(subject), pack(subject), nil, nil, nil, .removed)
    }
  }

  private mutating func compare(
    _ kind: Change.Kind, _ old: [(name: String, value: String, tightens: (Int, Int) -> Bool)],
    _ new: [(name: String, value: String, tightens: (Int, Int) -> Bool)]
  ) {
    for (before, after) in zip(old, new) where before.value != after.value {
      var effect = Change.Effect.changed
      if let was = Int(before.value), let becomes = Int(after.value) {
        effect = before.tightens(was, becomes) ? .stricter : .looser
      }
      add(kind, after.name, nil, "value", before.value, after.value, effect)
    }
  }

  private mutating func add(
    _ kind: Change.Kind, _ name: String, _ pack: String?, _ aspect: String?, _ old: String?, _ new: String?,
    _ effect: Change.Effect
  ) {
    changes.append(Change(kind: kind, name: name, pack: pack, aspect: aspect, old: old, new: new, effect: effect))
  }
}

extension ReviewLimits {
  var listed: [(name: String, value: String, tightens: (Int, Int) -> Bool)] {
    [
      ("acceptance_days", String(acceptanceDays), { $1 < $0 }),
      ("na_review_days", String(claimReviewDays), { $1 < $0 }),
      ("min_reason_words", String(minimumReasonWords), { $1 > $0 }),
      ("max_accepted_blockers", String(mostAcceptedBlockers), { $1 < $0 }),
      ("max_accepted_majors", String(mostAcceptedMajors), { $1 < $0 }),
      ("claim_rank_where_never", String(claimRankWhereNever), { $1 > $0 }),
      ("waiver_ranks", ranks.joined(separator: ", "), { _, _ in false }),
      ("holder_types", holderTypes.joined(separator: ", "), { _, _ in false }),
      ("name_patterns", namePatterns.joined(separator: ", "), { _, _ in false }),
      ("differ_from", differFrom.joined(separator: ", "), { _, _ in false }),
    ]
  }
}

extension AnswerRules {
  var listed: [(name: String, value: String, tightens: (Int, Int) -> Bool)] {
    [
      ("earliest_date", String(earliestDay), { $1 > $0 }),
      ("lookalike_letters", String(String.UnicodeScalarView(lookalikeLetters)), { _, _ in false }),
      ("placeholder_words", placeholderWords.sorted().joined(separator: ", "), { _, _ in false }),
      ("none_words", noneWords.map { $0.joined(separator: " ") }.sorted().joined(separator: ", "), { _, _ in false }),
      ("name_titles", nameTitles.sorted().joined(separator: ", "), { _, _ in false }),
    ]
  }
}
