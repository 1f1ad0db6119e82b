import AssessmentEngine
import Diagnostics
import LocatedYAML
import PolicyModel
import PolicyTesting

/// Proposes cases for a rule that together notice its mutants: answers that pass, and small changes of them.
///
/// The outcomes are those of the second reading of the requirements; where the engine differs, that is an error.
struct CaseWriter {
  /// Answers to the questions of one rule, and a stage.
  struct Candidate {
    var answers: [String: Generated]
    var stage: String
    /// How it differs from the answers that all begin with; nil where it is not one change.
    var change: String?
  }

  struct Judged {
    let candidate: Candidate
    let outcome: String
    let situation: RuleSituation
    let causes: [String]
    let unanswered: [String]
  }

  let bench: Bench
  let policies: PolicySet
  let generator: CaseGenerator
  let rule: Rule
  let required: Requirements.Rule
  private let questions: [Question]

  init?(_ rule: Rule, bench: Bench, policies: PolicySet, generator: CaseGenerator) {
    guard let required = bench.requirements.rules.first(where: { $0.id == rule.id }) else { return nil }
    self.bench = bench
    self.policies = policies
    self.generator = generator
    self.rule = rule
    self.required = required
    let names = rule.scopeQuestions + rule.questions
    questions = policies.schema.questions.filter { names.contains($0.id) && $0.id != "project.lifecycle_stage" }
  }

  static let day = CaseGenerator.today

  // MARK: Judging

  /// Both readings of a candidate; nil where its answers are not sound. Throws where the two differ.
  func judge(_ candidate: Candidate) throws -> Judged? {
    var answers = candidate.answers
    answers["project.lifecycle_stage"] = .raw(candidate.stage)
    let text = ProjectText.write(answers)
    let read = YAMLReader.read(SourceFile(name: "case", bytes: Array(text.utf8)))
    guard let document = read.value.first, !read.hasErrors else { return nil }
    let project = policies.readProject(Diagnosed(document), on: Self.day)
    guard !project.diagnostics.contains(where: { $0.severity != .note }) else { return nil }
    let situation = RuleSituation(project.value, on: Self.day, policies)
    let result = situation.result(of: rule)
    let question = Oracle.Question(
      project: try Bench.root(text), projectDigest: "", review: nil, day: Self.day, stage: nil, staleFiles: [])
    let run = Oracle.Run(
      oracle: bench.oracle, question: question,
      project: try ReadProject(question.project, requirements: bench.requirements, on: Self.day), review: nil)
    let wanted = try run.outcomes([required])[0].rawValue
    guard wanted == result.outcome.rawValue else {
      throw UnexpectedShape(description: "\(rule.id): \(wanted) by the requirements, \(result.outcome)\n\(text)")
    }
    return Judged(
      candidate: candidate, outcome: wanted, situation: situation, causes: result.causes.map(\.field),
      unanswered: result.unanswered)
  }

  // MARK: Candidates

  /// Answers with which the rule passes at a stage at which as much of it as possible is due, the shortest of several.
  func base(_ seed: UInt64) throws -> Judged? {
    var best: Judged?
    for answers in generator.examples + generator.models {
      let own = answers.filter { name, _ in questions.contains { $0.id == name } }
      for stage in LifecycleStage.allCases {
        let candidate = Candidate(answers: own, stage: stage.name, change: nil)
        guard let judged = try judge(candidate), judged.outcome == "pass" else { continue }
        if let known = best, weight(known.candidate) <= weight(judged.candidate) { continue }
        best = judged
      }
    }
    if best != nil { return best }
    var tries = 0
    for offset in 0..<400 where tries < 60 {
      guard let candidate = isolated(seed &+ UInt64(offset)), let judged = try judge(candidate),
        judged.outcome == "pass"
      else { continue }
      tries += 1
      if let known = best, weight(known.candidate) <= weight(judged.candidate) { continue }
      best = judged
    }
    return best
  }

  private func weight(_ candidate: Candidate) -> Int {
    let stage = LifecycleStage(name: candidate.stage) ?? .concept
    let length = candidate.answers.values.reduce(0) { $0 + $1.flow.utf8.count }
    return length - 10_000 * rule.tiersDue(at: stage).count
  }

  /// A random project in which, with luck, one leaf decides, with what the rule reads of it.
  func isolated(_ seed: UInt64) -> Candidate? {
    let generated = generator.isolatingCase(required, seed: seed)
    guard let root = try? Bench.root(generated.project) else { return nil }
    func value(_ name: String) -> Generated? {
      name.split(separator: ".").reduce(Optional(root)) { $0?.value(forKey: String($1)) }.map { Generated($0) }
    }
    guard case .raw(let stage)? = value("project.lifecycle_stage").map({ Generated.raw($0.flow) }) else { return nil }
    var answers: [String: Generated] = [:]
    for question in questions { answers[question.id] = value(question.id) }
    let name = stage.split(separator: "\"").joined()
    guard LifecycleStage(name: name) != nil else { return nil }
    return Candidate(answers: answers, stage: name, change: nil)
  }

  /// Every candidate that differs from the base in one answer or in the stage.
  func variations(of base: Candidate) -> [Candidate] {
    var found: [Candidate] = []
    for stage in LifecycleStage.allCases where stage.name != base.stage {
      found.append(Candidate(answers: base.answers, stage: stage.name, change: "project.lifecycle_stage"))
    }
    found += changes(of: base)
    // What fails at one stage may be not yet or no longer due at the next.
    for stage in LifecycleStage.allCases where stage.name != base.stage {
      for changed in changes(of: Candidate(answers: base.answers, stage: stage.name, change: nil)) {
        found.append(Candidate(answers: changed.answers, stage: changed.stage, change: nil))
      }
    }
    return found
  }

  private func changes(of base: Candidate) -> [Candidate] {
    var found: [Candidate] = []
    for question in questions {
      for value in values(for: question, base) where value.flow != base.answers[question.id]?.flow {
        var changed = base
        changed.answers[question.id] = value
        changed.change = question.id
        found.append(changed)
        if question.type == .date, let day = Calendar.day(value.flow) { found.append(olderThan(day, changed)) }
      }
    }
    return found
  }

  /// The same with every other date before that day.
  private func olderThan(_ day: Int, _ candidate: Candidate) -> Candidate {
    var changed = candidate
    for other in questions where other.type == .date && other.id != candidate.change {
      if let known = candidate.answers[other.id].flatMap({ Calendar.day($0.flow) }), known >= day {
        changed.answers[other.id] = .day(day - 1)
      }
    }
    changed.change = nil
    return changed
  }

  private var limits: [Double] {
    let read = rule.parametersRead
    let named = policies.foundation.parameters.filter { read.contains($0.name) }.map(\.value)
    let written = rule.conditions.flatMap { condition in
      condition.source.split { !($0.isNumber || $0 == ".") }.compactMap { Double($0) }
    }
    return Array(Set(named + written)).sorted()
  }

  private func values(for question: Question, _ base: Candidate) -> [Generated] {
    let unknown = Generated.raw("unknown")
    let current = base.answers[question.id]
    switch question.type {
    case .boolean: return [.boolean(true), .boolean(false), unknown]
    case .choice(let values): return values.map { .raw($0) } + [unknown]
    case .number: return numbers(current, base) + [unknown]
    case .date: return dates(base) + [unknown]
    case .text:
      return [
        "", "Director Capability Development", "Legal Adviser", "Sentinel AI", "Autonomy module", "Kestrel Sdn Bhd",
        "Kestrel Robotics", "Review Board", "Legal Bot", "Legal Kestrel GmbH", "Legal Team", "Legal Module",
        "Legal Solutions", "Lt Col A. Rahman",
      ].map { .text($0) } + others(base) + [unknown]
    case .textList:
      return [.list([]), .texts(["a watch post"]), .texts(["anything"]), .texts(["patrol boats", "a watch post"])]
        + without(current) + [.list([unknown])] + [unknown]
    case .choiceList(let values):
      return [.list([]), .list(values.map { .raw($0) })] + values.map { .list([.raw($0)]) } + without(current)
        + values.compactMap { adding($0, to: current) } + [unknown]
    case .recordList: return [.list([])] + without(current) + changedEntries(current) + [unknown]
    }
  }

  private func numbers(_ current: Generated?, _ base: Candidate) -> [Generated] {
    let own = current.flatMap { Double($0.flow) }.map { [$0] } ?? []
    var values: [Double] = [0]
    for question in questions where question.type == .number {
      guard let other = base.answers[question.id].flatMap({ Double($0.flow) }) else { continue }
      for limit in [1] + limits where limit > 0 {
        for product in [other * limit, other / limit, limit / max(other, 1e-6)] {
          values += [product, product * 1.005, product * 0.995]
        }
      }
    }
    for limit in limits + own {
      values += [limit, limit + 1, limit - 1, limit + 0.5, limit - 0.5, limit * 1.005, limit * 0.995, limit * 2]
    }
    return Array(Set(values.filter { $0 >= 0 }.map { ($0 * 1e6).rounded() / 1e6 })).sorted().map { .number($0) }
  }

  private func dates(_ base: Candidate) -> [Generated] {
    var days: Set<Int> = [Self.day, Self.day - 1, Self.day - 400]
    for limit in limits { days.formUnion([0, 1, -1].map { Self.day - Int(limit) + $0 }) }
    for (_, value) in base.answers {
      if let day = Calendar.day(value.flow) { days.formUnion([day - 1, day, day + 1]) }
    }
    return days.filter { $0 <= Self.day }.sorted().map { .day($0) }
  }

  /// Texts that other answers of the base hold: the same name in two places.
  private func others(_ base: Candidate) -> [Generated] {
    questions.filter { $0.type == .text }.compactMap { base.answers[$0.id] }
  }

  private func without(_ current: Generated?) -> [Generated] {
    guard case .list(let items)? = current else { return [] }
    return items.indices.map { index in
      var rest = items
      rest.remove(at: index)
      return .list(rest)
    }
  }

  private func adding(_ value: String, to current: Generated?) -> Generated? {
    guard case .list(let items)? = current, !items.contains(where: { $0.flow == value || $0.flow == "\"\(value)\"" })
    else { return nil }
    return .list(items + [.raw(value)])
  }

  /// Entries with one key emptied, or given another name, or all with it.
  private func changedEntries(_ current: Generated?) -> [Generated] {
    guard case .list(let items)? = current else { return [] }
    var found: [Generated] = []
    for (index, item) in items.enumerated() {
      guard case .record(let pairs) = item else { continue }
      for (place, pair) in pairs.enumerated() {
        for value in [
          Generated.text(""), .text("Sentinel AI"), .text("Kestrel Sdn Bhd"), .text("Autonomy module"),
          .text("Kestrel Robotics"), .text("Review Board"), .raw("unknown"), .raw("system"), .raw("company"),
          .raw("organisation"), .boolean(false),
        ] {
          var changed = pairs
          changed[place] = (pair.key, value)
          var list = items
          list[index] = .record(changed)
          found.append(.list(list))
        }
      }
    }
    return found
  }
}
