import AssessmentEngine
import PolicyModel
import PolicyTesting

/// Chooses, of the candidates of a rule, few that together notice what can be noticed.
struct CaseSelection {
  private let writer: CaseWriter
  private let mutants: [Mutant]
  private(set) var base: CaseWriter.Judged
  private(set) var chosen: [CaseWriter.Judged] = []
  private var alive: Set<Int>
  private var outcomes: Set<String>
  private var coverage: RuleCoverage

  init?(_ writer: CaseWriter, seed: UInt64) throws {
    guard let base = try writer.base(seed) else { return nil }
    self.writer = writer
    self.base = base
    mutants = MutantGenerator(writer.policies).mutants(of: writer.rule)
    alive = Set(mutants.indices)
    outcomes = [base.outcome]
    chosen = [base]
    coverage = RuleCoverage(writer.rule, writer.policies)
    coverage.note(base.situation)
    alive.subtract(noticed(by: base))
    try choose(from: writer.variations(of: base.candidate))
    for offset in 0..<1_200 where !alive.isEmpty || coverage.seen < coverage.total {
      guard let candidate = writer.isolated(seed &+ 10_000 &+ UInt64(offset)),
        let judged = try writer.judge(candidate)
      else { continue }
      let found = noticed(by: judged)
      let gain = gain(judged)
      guard !found.isEmpty || gain > 0 else { continue }
      take(try shrink(judged, found, gain))
    }
  }

  /// How many values of terms it shows that were not seen before.
  private func gain(_ judged: CaseWriter.Judged) -> Int {
    var next = coverage
    next.note(judged.situation)
    return next.seen - coverage.seen
  }

  private mutating func take(_ judged: CaseWriter.Judged) {
    alive.subtract(noticed(by: judged))
    outcomes.insert(judged.outcome)
    coverage.note(judged.situation)
    chosen.append(judged)
  }

  var survivors: [String] { alive.sorted().map { mutants[$0].name } }

  private func noticed(by judged: CaseWriter.Judged) -> Set<Int> {
    alive.filter { judged.situation.outcome(of: mutants[$0].rule).rawValue != judged.outcome }
  }

  /// The one that notices most, again and again; then one for each outcome that is still missing.
  private mutating func choose(from candidates: [CaseWriter.Candidate]) throws {
    let judged = try candidates.compactMap { try writer.judge($0) }
    var noticing = judged.map { (judged: $0, mutants: noticed(by: $0)) }
    while let best = noticing.max(by: { $0.mutants.count < $1.mutants.count }), !best.mutants.isEmpty {
      take(best.judged)
      for index in noticing.indices { noticing[index].mutants.formIntersection(alive) }
    }
    for one in judged where !outcomes.contains(one.outcome) || gain(one) > 0 { take(one) }
  }

  /// The same with as many answers as possible as in the base.
  private func shrink(_ judged: CaseWriter.Judged, _ found: Set<Int>, _ gained: Int) throws -> CaseWriter.Judged {
    var best = judged
    for name in judged.candidate.answers.keys.sorted() + base.candidate.answers.keys.sorted() {
      var simpler = best.candidate
      guard simpler.answers[name]?.flow != base.candidate.answers[name]?.flow else { continue }
      simpler.answers[name] = base.candidate.answers[name]
      if let next = try writer.judge(simpler), found.isSubset(of: noticed(by: next)), gain(next) >= gained {
        best = next
      }
    }
    var simpler = best.candidate
    simpler.stage = base.candidate.stage
    if simpler.stage != best.candidate.stage, let next = try writer.judge(simpler),
      found.isSubset(of: noticed(by: next)), gain(next) >= gained
    {
      best = next
    }
    return best
  }
}
