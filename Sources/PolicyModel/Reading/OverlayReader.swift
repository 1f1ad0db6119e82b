internal import CEL
internal import Diagnostics
internal import LocatedYAML

/// Applies what overlay packs change of the foundation and of other packs, refusing what loosens where that is not
/// allowed.
struct OverlayReader {
  private let drafts: [PackDraft]
  private(set) var severities: [String: Severity] = [:]
  private(set) var loosened: [Loosening] = []
  private(set) var diagnostics: [Diagnostic] = []
  private var severityPlaces: [(rule: String, pack: String, location: Location)] = []

  init(drafts: [PackDraft]) {
    self.drafts = drafts
  }

  /// Applies parameters, review limits, patterns and words; notes severities.
  mutating func apply(to foundation: inout Foundation) {
    for draft in drafts {
      guard let node = draft.overrides else { continue }
      var reader = MappingReader(node, in: draft.file, as: .overrides)
      for entry in reader.entries("parameters") { setParameter(entry, draft, &foundation) }
      for entry in reader.entries("review_limits") { setLimit(entry, draft, &foundation.reviewLimits) }
      for entry in reader.entries("severities") { noteSeverity(entry, draft) }
      for entry in reader.entries("patterns") { extendPattern(entry, draft, &foundation) }
      if let rules = reader.take("answer_rules") { extendAnswerRules(rules, draft, &foundation.answerRules) }
      reader.finish()
      diagnostics += reader.diagnostics
    }
  }

  private func location(_ node: YAMLNode, _ draft: PackDraft) -> Location { draft.location(node) }

  private mutating func setParameter(_ entry: YAMLEntry, _ draft: PackDraft, _ foundation: inout Foundation) {
    guard let index = foundation.parameters.firstIndex(where: { $0.name == entry.name }) else {
      let near = Suggestions.near(entry.name, in: foundation.parameters.map(\.name))
      diagnostics.append(Messages.noSuch("parameter", entry.name, near: near, at: location(entry.key, draft)))
      return
    }
    guard let value = number(entry.value, draft) else { return }
    let old = foundation.parameters[index]
    let isLooser =
      switch old.tighten {
      case .lower: value > old.value
      case .higher: value < old.value
      case .none: value != old.value
      }
    if isLooser {
      let (was, becomes) = (Value.double(old.value).written, Value.double(value).written)
      loosen("`\(old.name)` from \(was) to \(becomes)", rule: nil, old.isAdjustable, entry.value, draft)
    }
    foundation.parameters[index] = Parameter(
      name: old.name, value: value, unit: old.unit, meaning: old.meaning, tighten: old.tighten,
      isAdjustable: old.isAdjustable, location: location(entry.key, draft))
  }

  private mutating func setLimit(_ entry: YAMLEntry, _ draft: PackDraft, _ limits: inout ReviewLimits) {
    guard let number = number(entry.value, draft) else { return }
    guard let value = Int(exactly: number), (0...100_000).contains(value) else {
      let found = entry.value.described
      diagnostics.append(
        Messages.wrongKind(expected: "a whole number from 0 up", found: found, at: location(entry.value, draft)))
      return
    }
    let isLooser: Bool
    switch entry.name {
    case "acceptance_days": (isLooser, limits.acceptanceDays) = (value > limits.acceptanceDays, value)
    case "na_review_days": (isLooser, limits.claimReviewDays) = (value > limits.claimReviewDays, value)
    case "min_reason_words": (isLooser, limits.minimumReasonWords) = (value < limits.minimumReasonWords, value)
    case "max_accepted_blockers": (isLooser, limits.mostAcceptedBlockers) = (value > limits.mostAcceptedBlockers, value)
    case "max_accepted_majors": (isLooser, limits.mostAcceptedMajors) = (value > limits.mostAcceptedMajors, value)
    default:
      let near = Suggestions.near(entry.name, in: ReviewLimits.overridable)
      diagnostics.append(Messages.noSuch("review limit", entry.name, near: near, at: location(entry.key, draft)))
      return
    }
    if isLooser { loosen("the review limit `\(entry.name)` to \(value)", rule: nil, false, entry.value, draft) }
  }

  /// Adds regular expressions to a pattern. More to find is stricter for most patterns, and looser for those that say
  /// what a good answer reads like. Exceptions are looser for both: what one takes out leaves a gap, and a gap can make a
  /// word of what stands beside it.
  private mutating func extendPattern(_ entry: YAMLEntry, _ draft: PackDraft, _ foundation: inout Foundation) {
    guard let index = foundation.patterns.firstIndex(where: { $0.name == entry.name }) else {
      let near = Suggestions.near(entry.name, in: foundation.patterns.map(\.name))
      diagnostics.append(Messages.noSuch("pattern", entry.name, near: near, at: location(entry.key, draft)))
      return
    }
    var reader = MappingReader(entry, in: draft.file, as: .patternExtension)
    let match = reader.regexes("match")
    let except = reader.regexes("except")
    reader.finish()
    diagnostics += reader.diagnostics
    let loosening = foundation.patterns[index].tighten == .more ? except : match + except
    if !loosening.isEmpty { loosen("the pattern `\(entry.name)`", rule: nil, false, entry.key, draft) }
    foundation.patterns[index].match += match
    foundation.patterns[index].except += except
  }

  /// A further lookalike makes an answer invalid, which nothing passes on. A further placeholder would leave an answer
  /// open that fails a rule, a further word for none can empty an item that a rule would have caught, and a further title
  /// can tell one person from another.
  private mutating func extendAnswerRules(_ node: YAMLNode, _ draft: PackDraft, _ rules: inout AnswerRules) {
    var reader = MappingReader(node, in: draft.file, as: .answerRulesExtension)
    for key in ["placeholder_words", "none_words", "name_titles"] {
      if let words = reader.take(key) { loosen("`\(key)`", rule: nil, false, words, draft) }
    }
    rules.addWords(&reader)
    if let value = reader.take("earliest_date"), let day = reader.day("earliest_date") {
      if day < rules.earliestDay { loosen("`earliest_date`", rule: nil, false, value, draft) }
      rules.earliestDay = day
    }
    reader.finish()
    diagnostics += reader.diagnostics
  }

  private mutating func noteSeverity(_ entry: YAMLEntry, _ draft: PackDraft) {
    let name = entry.value.scalar?.text ?? ""
    guard let severity = Severity(name: name) else {
      diagnostics.append(Messages.notOffered(name, Severity.allCases.map(\.name), at: location(entry.value, draft)))
      return
    }
    let before = severities[entry.name] ?? declaredSeverity(of: entry.name)
    severities[entry.name] = severity
    severityPlaces.append((entry.name, draft.id, location(entry.key, draft)))
    if let base = before, base < severity {
      loosen(
        "the severity of `\(entry.name)` from \(base.name) to \(severity.name)", rule: entry.name, false, entry.value,
        draft)
    }
  }

  private func declaredSeverity(of rule: String) -> Severity? {
    for draft in drafts {
      for node in draft.rules where node.value(forKey: "id")?.scalar?.text == rule {
        return node.value(forKey: "severity")?.scalar.flatMap { Severity(name: $0.text) }
      }
    }
    return nil
  }

  private mutating func loosen(_ what: String, rule: String?, _ isAllowed: Bool, _ node: YAMLNode, _ draft: PackDraft) {
    if isAllowed {
      loosened.append(Loosening(pack: draft.id, rule: rule, what: what))
    } else {
      diagnostics.append(Messages.loosens("the overlay loosens \(what)", at: location(node, draft)))
    }
  }

  private mutating func number(_ node: YAMLNode, _ draft: PackDraft) -> Double? {
    switch node.scalar?.resolved {
    case .int(let value): return Double(value)
    case .double(let value) where value.isFinite: return value
    default:
      diagnostics.append(Messages.wrongKind(expected: "a number", found: node.described, at: location(node, draft)))
      return nil
    }
  }

  /// Reports severities of rules that do not exist.
  mutating func check(rules: [String], packs: [PolicyPack]) {
    for place in severityPlaces where !rules.contains(place.rule) {
      let near = Suggestions.near(place.rule, in: rules)
      diagnostics.append(Messages.noSuch("rule", place.rule, near: near, at: place.location))
    }
  }
}
