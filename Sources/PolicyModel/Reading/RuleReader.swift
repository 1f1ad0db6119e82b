internal import CEL
internal import Diagnostics
internal import LocatedYAML

/// Reads the rules of a pack and compiles their conditions.
struct RuleReader {
  private let draft: PackDraft
  private let foundation: Foundation
  private let vocabulary: Vocabulary
  private let facts: ContradictionCheck.Known
  /// What overlays make of rules' severities.
  private let severities: [String: Severity]
  private var words: RuleWords
  private(set) var diagnostics: [Diagnostic] = []

  init(
    _ draft: PackDraft, _ foundation: Foundation, _ vocabulary: Vocabulary, _ facts: ContradictionCheck.Known,
    severities: [String: Severity]
  ) {
    self.draft = draft
    self.foundation = foundation
    self.vocabulary = vocabulary
    self.facts = facts
    self.severities = severities
    words = RuleWords(foundation)
  }

  /// Notes each rule's id in `known`, and reports those that were there before.
  mutating func read(_ known: inout [String: Location]) -> PolicyPack {
    var rules: [Rule] = []
    for node in draft.rules {
      let rule = readRule(node)
      if let first = known[rule.id] {
        diagnostics.append(Messages.duplicate("rule", rule.id, at: rule.location, first: first))
      }
      known[rule.id] = rule.location
      rules.append(rule)
    }
    diagnostics += words.diagnostics
    return PolicyPack(
      id: draft.id, version: draft.version, title: draft.title, summary: draft.summary, sha256: draft.sha256,
      extended: draft.extended.compactMap { $0.scalar?.text }, rules: rules, location: draft.idLocation)
  }

  private mutating func readRule(_ node: YAMLNode) -> Rule {
    var reader = MappingReader(node, in: draft.file, subject: "a rule")
    let id = reader.requiredText("id")
    let location = reader.location(node.value(forKey: "id") ?? node)
    let stages = LifecycleStage.allCases.map(\.name)
    let appliesWhen = reader.take("applies_when").flatMap { compile($0) }
    let dueFrom = reader.choice("due_from", among: stages) { LifecycleStage(name: $0) } ?? .concept
    let dueUntil = reader.choice("due_until", among: stages) { LifecycleStage(name: $0) }
    var tiers: [Tier] = []
    for item in reader.items("tiers") {
      if let tier = readTier(item, dueUntil) { tiers.append(tier) }
    }
    checkTiers(tiers, dueFrom, location)
    let severity = reader.choice("severity", among: Severity.allCases.map(\.name)) { Severity(name: $0) }
    let clauses = readClauses(&reader)
    let ranks = foundation.reviewLimits.ranks
    let waiver = reader.choice("waiver", among: ["never"] + ranks) { name -> Int?? in
      name == "never" ? .some(nil) : ranks.firstIndex(of: name).map { .some($0) }
    }
    let claim = reader.choice("claim", among: ["never", "justify"]) { ["never", "justify"].contains($0) ? $0 : nil }
    let grounds = reader.choices("grounds", among: Ground.allCases.map(\.rawValue)) { Ground(rawValue: $0) }
    let crosswalk = readCrosswalk(&reader)
    var questions: [String] = []
    for tier in tiers {
      for path in tier.condition.program.checked.attributesRead() where !questions.contains(path.description) {
        questions.append(path.description)
      }
    }
    words.beginRule()
    let title = filled("title", reader.requiredText("title"), node)
    let requires = filled("requires", reader.requiredText("requires"), node)
    let why = reader.text("why").map { filled("why", $0, node) }
    let remedy = filled("remedy", reader.requiredText("remedy"), node)
    let note = reader.text("note").map { filled("note", $0, node) }
    let rule = Rule(
      id: id, pack: draft.id, title: title, requires: requires, why: why,
      severity: severities[id] ?? severity ?? .blocker,
      appliesTo: reader.text("applies_to") ?? "every project", appliesWhen: appliesWhen, dueFrom: dueFrom,
      dueUntil: dueUntil, tiers: tiers, clauses: clauses, grounds: grounds, crosswalk: crosswalk,
      evidence: reader.texts("evidence"), remedy: remedy, allowsClaim: claim == "justify", waiver: waiver ?? nil,
      note: note, location: location, namedParameters: words.named, questions: questions,
      scopeQuestions: appliesWhen?.program.checked.attributesRead().map(\.description) ?? [])
    for key in ["severity", "due_from", "tiers", "clauses"] where node.entries != nil {
      // A rule without a tier would pass whatever the answers are.
      let value = node.value(forKey: key)
      if value == nil || value?.items?.isEmpty == true {
        reader.report(Messages.missingKey(key, in: "a rule", at: location))
      }
    }
    reader.finish()
    diagnostics += reader.diagnostics
    return rule
  }

  private mutating func filled(_ key: String, _ text: String, _ rule: YAMLNode) -> String {
    words.fill(text, rule.value(forKey: key), in: draft.file)
  }

  private mutating func readClauses(_ reader: inout MappingReader) -> [String] {
    let known = foundation.instrument.clauses.map(\.id)
    return reader.items("clauses").compactMap { item in
      let name = item.scalar?.text ?? ""
      if known.contains(name) { return name }
      diagnostics.append(
        Messages.noSuch("clause", name, near: Suggestions.near(name, in: known), at: reader.location(item)))
      return nil
    }
  }

  /// Identifiers such as `NIST:MEASURE-2.7` or `REAIM24#risk`; what stands first is a framework that the foundation knows.
  private mutating func readCrosswalk(_ reader: inout MappingReader) -> [String] {
    let known = foundation.instrument.frameworks.map(\.prefix)
    return reader.items("crosswalk").compactMap { item in
      let name = item.scalar?.text ?? ""
      let prefix = Framework.prefix(of: name)
      if known.contains(prefix) { return name }
      let near = Suggestions.near(prefix, in: known)
      diagnostics.append(Messages.noSuch("crosswalk prefix", prefix, near: near, at: reader.location(item)))
      return nil
    }
  }

  private mutating func readTier(_ node: YAMLNode, _ dueUntil: LifecycleStage?) -> Tier? {
    var reader = MappingReader(node, in: draft.file, subject: "a tier")
    let stages = LifecycleStage.allCases.map(\.name)
    let from = reader.choice("from", among: stages) { LifecycleStage(name: $0) }
    let until = reader.choice("until", among: stages) { LifecycleStage(name: $0) }
    let place = reader.location(node.value(forKey: "from") ?? node)
    let endReason = reader.text("until_because")
    let required = reader.take("require")
    for key in ["from", "require"] where node.entries != nil && node.value(forKey: key) == nil {
      reader.report(Messages.missingKey(key, in: "a tier", at: reader.location(node.entries?.first?.key ?? node)))
    }
    reader.finish()
    diagnostics += reader.diagnostics
    guard let from, let required, let condition = compile(required) else { return nil }
    if let until, until < from {
      diagnostics.append(
        Messages.tiers("the tier ends before it begins", remedy: "let `until` be `\(from.name)` or later", at: place))
    }
    if let dueUntil, dueUntil < from {
      diagnostics.append(
        Messages.tiers(
          "the tier begins after the rule's `due_until`", remedy: "let it begin at `\(dueUntil.name)` or earlier",
          at: place))
    }
    if condition.program.checked.attributesRead().isEmpty {
      diagnostics.append(Messages.conditionReadsNothing(at: condition.location))
    }
    return Tier(from: from, until: until, endReason: endReason, condition: condition)
  }

  private mutating func checkTiers(_ tiers: [Tier], _ dueFrom: LifecycleStage, _ location: Location) {
    guard let first = tiers.map(\.from).min() else { return }
    if first > dueFrom {
      diagnostics.append(
        Messages.tiers(
          "the first tier begins after the rule is due", remedy: "let a tier begin at `\(dueFrom.name)`", at: location))
    }
    var check = ContradictionCheck(facts)
    for tier in tiers {
      if let found = check.add(tier.condition) { diagnostics.append(found) }
    }
  }

  /// A condition; nil, with errors at their exact place, where it can't be compiled.
  private mutating func compile(_ node: YAMLNode) -> Condition? {
    let location = Location(file: draft.file, range: node.range)
    guard let embedded = EmbeddedText(node, in: draft.file) else {
      diagnostics.append(Messages.wrongKind(expected: "a condition", found: node.described, at: location))
      return nil
    }
    let (checked, issues) = vocabulary.environment.compile(embedded.text, expecting: .bool)
    for issue in issues {
      let place = Location(file: draft.file, range: embedded.sourceRange(of: issue.range))
      diagnostics.append(Messages.condition(issue, at: place))
    }
    return checked.map { Condition(program: vocabulary.environment.plan($0), location: location, text: embedded) }
  }
}
