internal import CEL
internal import Diagnostics
internal import LocatedYAML
internal import Sharing

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
    var reader = MappingReader(node, in: draft.file, as: .rule)
    let id = reader.requiredText("id")
    let location = reader.location(node.value(forKey: "id") ?? node)
    let appliesWhen = reader.take("applies_when").flatMap { compile($0) }
    let dueFrom = reader.choice("due_from") { LifecycleStage(name: $0) } ?? .concept
    let dueUntil = reader.choice("due_until") { LifecycleStage(name: $0) }
    let items = reader.items("tiers")
    let spans = items.compactMap { readTier($0) }
    let tiers = spans.map(\.tier)
    if tiers.count == items.count {
      let untilPlace = node.value(forKey: "due_until").map { reader.location($0) }
      diagnostics +=
        StageCheck(spans.map(\.span), dueFrom: dueFrom, dueUntil: dueUntil, at: location, untilAt: untilPlace)
        .diagnostics
    }
    checkContradictions(tiers)
    let severity = reader.choice("severity") { Severity(name: $0) }
    let clauses = readClauses(&reader)
    let ranks = foundation.reviewLimits.ranks
    let waiver = reader.choice("waiver", among: ["never"] + ranks) { name -> Int?? in
      name == "never" ? .some(nil) : ranks.firstIndex(of: name).map { .some($0) }
    }
    let claim = reader.choice("claim") { ["never", "justify"].contains($0) ? $0 : nil }
    let grounds = reader.choices("grounds") { Ground(rawValue: $0) }
    let crosswalk = readCrosswalk(&reader)
    var questions: [String] = []
    for tier in tiers {
      for path in tier.condition.attributesRead where !questions.contains(path.description) {
        questions.append(path.description)
      }
    }
    words.beginRule()
    let title = filled("title", reader.requiredText("title"), node)
    let requires = filled("requires", reader.requiredText("requires"), node)
    let why = reader.text("why").map { filled("why", $0, node) }
    let remedy = filled("remedy", reader.requiredText("remedy"), node)
    let note = reader.text("note").map { filled("note", $0, node) }
    let wording = RuleWording(
      title: title, requires: requires, why: why, appliesTo: reader.text("applies_to") ?? "every project",
      clauses: clauses, grounds: grounds, crosswalk: crosswalk, evidence: reader.texts("evidence"), remedy: remedy,
      note: note)
    let rule = Rule(
      id: id, pack: draft.id, wording: Deferred(wording), severity: severities[id] ?? severity ?? .blocker,
      appliesWhen: appliesWhen, dueFrom: dueFrom, dueUntil: dueUntil, tiers: tiers, allowsClaim: claim == "justify",
      waiver: waiver ?? nil, location: location, namedParameters: words.named, questions: questions,
      questionIndexes: questions.compactMap { vocabulary.schema.index(of: $0) },
      scopeQuestions: appliesWhen?.attributesRead.map(\.description) ?? [])
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

  private mutating func readTier(_ node: YAMLNode) -> (tier: Tier, span: StageCheck.Span)? {
    var reader = MappingReader(node, in: draft.file, as: .tier)
    let from = reader.choice("from") { LifecycleStage(name: $0) }
    let until = reader.choice("until") { LifecycleStage(name: $0) }
    let fromPlace = reader.location(node.value(forKey: "from") ?? node)
    let untilPlace = node.value(forKey: "until").map { reader.location($0) }
    let endReason = reader.text("until_because")
    let required = reader.take("require")
    reader.finish()
    diagnostics += reader.diagnostics
    guard let from, let required, let condition = compile(required) else { return nil }
    if condition.attributesRead.isEmpty {
      diagnostics.append(Messages.conditionReadsNothing(at: condition.location))
    }
    return (
      Tier(from: from, until: until, endReason: endReason, condition: condition),
      StageCheck.Span(from: from, until: until, fromPlace: fromPlace, untilPlace: untilPlace)
    )
  }

  private mutating func checkContradictions(_ tiers: [Tier]) {
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
    guard let checked else { return nil }
    let file = draft.file
    check(checked.parsed.root) { Location(file: file, range: embedded.sourceRange(of: $0.range)) }
    return Condition(program: vocabulary.environment.plan(checked), location: location, text: embedded)
  }

  /// What CEL allows and a condition of a rule must not have.
  private mutating func check(_ root: Expression, _ place: (Expression) -> Location) {
    if let claims = ClaimsCheck.misplaced(in: root) {
      diagnostics.append(Messages.misplacedClaims(at: place(claims)))
    }
    if let pattern = PatternsCheck.unnamed(in: root) {
      diagnostics.append(Messages.unnamedPattern(at: place(pattern)))
    }
    if let (literal, text) = LiteralsCheck.unclean(in: root) {
      diagnostics.append(Messages.uncleanText(text, at: place(literal)))
    }
  }
}
