import SeededRandomness

/// One project with everything around it, as texts.
struct GeneratedCase: Sendable {
  let seed: UInt64
  let kind: Kind
  let day: Int
  let project: String
  var review: String?
  /// Index into the stages, where a stage is asked for.
  let stage: Int?
  let staleFiles: Set<String>

  enum Kind: Sendable {
    case example, mutatedExample, dense, sparse, aimed, isolated, polished
  }

  static let files = ["trial.pdf", "review.pdf", "audit.pdf", "register.pdf"]
}

/// Makes cases: kinds take turns, and so do the rules that are aimed at.
struct CaseGenerator: Sendable {
  let requirements: Requirements
  /// Answers to start from.
  let examples: [[String: Generated]]
  /// Answers with which nearly every rule passes or does not apply.
  let models: [[String: Generated]]
  let digest: @Sendable (String) -> String

  static let today = 20_513  // 2026-03-01
  private static let kinds: [GeneratedCase.Kind] = [
    .isolated, .aimed, .mutatedExample, .isolated, .polished, .dense, .isolated, .aimed, .isolated, .sparse,
  ]
  private static let wantedTruths: [Truth] = [.yes, .no, .unknown]

  /// A case in which, with luck, one leaf of the rule alone decides it.
  func isolatingCase(_ rule: Requirements.Rule, seed: UInt64) -> GeneratedCase {
    var random = SplitMix64(seed: seed)
    let start = random.pick(models + examples, or: [:])
    var project = ProjectGenerator(
      requirements, on: Self.today, answers: start, random: SplitMix64(seed: random.next()))
    project.isolate(rule)
    return GeneratedCase(
      seed: seed, kind: .isolated, day: Self.today, project: ProjectText.write(project.answers), stage: nil,
      staleFiles: [])
  }

  func makeCase(_ index: Int, seed: UInt64) -> GeneratedCase {
    var random = SplitMix64(seed: seed)
    let kind = Self.kinds[index % Self.kinds.count]
    let day = Self.today + random.pick([0, 0, 0, -45, 31, 400], or: 0)
    let start = startingAnswers(kind, &random)
    var project = ProjectGenerator(requirements, on: day, answers: start, random: SplitMix64(seed: random.next()))
    var failing: [Requirements.Rule] = []
    switch kind {
    case .mutatedExample:
      project.noise = .init(unanswered: 0.2, empty: 0.1, invalid: random.happens(0.3) ? 0.2 : 0)
      project.mutate(random.number(1...8))
    case .dense:
      project.noise = .init(
        unanswered: random.pick([0, 0.03, 0.1], or: 0), empty: random.pick([0, 0.1], or: 0),
        invalid: random.happens(0.4) ? 0.02 : 0)
      project.fill(random.pick([0.9, 1], or: 1))
    case .sparse:
      project.noise = .init(unanswered: 0.1, empty: 0.2, invalid: random.happens(0.2) ? 0.03 : 0)
      project.fill(random.pick([0, 0.03, 0.1, 0.4], or: 0.1))
    case .aimed:
      let turn = index / Self.kinds.count * 2 + (index % Self.kinds.count) / 5
      for number in 0..<random.number(1...6) {
        let chosen =
          number == 0 ? (index / 5) % requirements.rules.count : random.number(0...requirements.rules.count - 1)
        let rule = requirements.rules[chosen]
        let wanted =
          number == 0
          ? Self.wantedTruths[turn / requirements.rules.count % 3] : random.pick(Self.wantedTruths, or: .no)
        project.aim(at: rule, wanted)
        if wanted == .no { failing.append(rule) }
      }
    case .isolated:
      for _ in 0..<random.pick([1, 2, 6], or: 1) {
        project.isolate(random.pick(requirements.rules, or: requirements.rules[0]))
      }
    case .example: break
    case .polished:
      for _ in 0..<random.pick([0, 0, 1, 2, 5], or: 0) {
        let open = requirements.rules.filter { $0.waiver != "never" }
        let rule = random.pick(open, or: requirements.rules[0])
        project.aim(at: rule, random.happens(0.8) ? .no : .unknown)
        failing.append(rule)
      }
    }
    if random.happens(kind == .polished ? 0.5 : 0.2) {
      project.answers["project.lifecycle_stage"] = random.happens(0.15) ? nil : .raw(random.pick(requirements.stages))
    }
    var around = SurroundingsGenerator(requirements, on: day, random: SplitMix64(seed: random.next()))
    let evidence = around.evidence(isComplete: kind == .polished && random.happens(0.7))
    var text = ProjectText.write(project.answers, evidence: evidence)
    if kind != .polished && random.happens(0.06) { text = ProjectText.spoilt(text, &random) }
    var result = GeneratedCase(
      seed: seed, kind: kind, day: day, project: text,
      stage: random.happens(0.3) ? random.number(0...requirements.stages.count - 1) : nil,
      staleFiles: Set(GeneratedCase.files.prefix(random.pick([0, 0, 1, 2], or: 0))))
    if random.happens(0.6) {
      let subject = random.happens(0.9) ? digest(text) : digest(text + "#")
      result.review = around.review(subject: subject, failing: failing, answers: project.answers)
    }
    return result
  }

  private func startingAnswers(_ kind: GeneratedCase.Kind, _ random: inout SplitMix64) -> [String: Generated] {
    switch kind {
    case .mutatedExample: random.pick(examples, or: [:])
    case .example, .dense, .sparse: [:]
    case .isolated: random.pick(models, or: [:])
    case .aimed: random.happens(0.7) ? random.pick(models, or: [:]) : random.pick(examples, or: [:])
    case .polished: random.pick(models, or: [:])
    }
  }
}
