internal import AssessmentEngine
internal import CEL
internal import Diagnostics
public import PolicyModel

/// Runs the cases of packs, and finds what they leave open.
public struct PackTestRun: Sendable {
  private let policies: PolicySet
  /// Ids of rules; nil for all.
  private let only: Set<String>?
  private let hasMutants: Bool

  public init(_ policies: PolicySet, only: Set<String>? = nil, hasMutants: Bool = true) {
    self.policies = policies
    self.only = only
    self.hasMutants = hasMutants
  }

  /// The named packs, each with all files of cases that are for it. Cases of another pack are a finding: nobody would
  /// notice that they are not run.
  ///
  /// - Complexity: for each rule the number of its cases times that of its mutants.
  public func run(_ packs: [String], _ files: [PackCases]) -> PackTestResult {
    var result = PackTestResult()
    for pack in policies.packs where packs.contains(pack.id) {
      let rules = pack.rules.filter { only?.contains($0.id) ?? true }
      if rules.isEmpty, only != nil { continue }
      var figures = PackTestResult.PackFigures(pack: pack.id)
      let known = files.filter { $0.pack == pack.id }.flatMap(\.rules)
      for rule in rules {
        figures.rules += 1
        run(rule, known.filter { $0.rule.id == rule.id }, &figures, &result.findings)
      }
      result.packs.append(figures)
    }
    for file in files where !packs.contains(file.pack) { result.findings.append(Messages.otherPack(file)) }
    return result
  }

  private func run(
    _ rule: Rule, _ known: [RuleCases], _ figures: inout PackTestResult.PackFigures, _ findings: inout [Diagnostic]
  ) {
    let cases = known.flatMap(\.cases)
    guard let place = known.first?.location, !cases.isEmpty else {
      findings.append(Messages.noCases(rule))
      // A share is of all that there is, not of what somebody began with.
      figures.conditions += RuleCoverage(rule, policies).total
      if hasMutants { figures.mutants += MutantGenerator(policies).mutants(of: rule).count }
      return
    }
    var passed: [PackCase] = []
    for test in cases {
      figures.cases += 1
      let faults = check(test, rule)
      if faults.isEmpty { passed.append(test) }
      findings += faults
    }
    figures.passed += passed.count
    look(rule, cases, known.flatMap(\.impossible), at: place, &figures, &findings)
    // A case that does not hold of the rule itself tells nothing of its mutants.
    if hasMutants { mutate(rule, passed, known.flatMap(\.equivalents), &figures, &findings) }
  }

  /// The outcomes that a rule can come to without a person's doing.
  private func outcomes(of rule: Rule) -> [Outcome] {
    var outcomes: [Outcome] = [.pass, .fail, .unknown]
    if rule.appliesWhen != nil || rule.dueUntil != nil { outcomes.append(.notApplicable) }
    if rule.dueFrom > .concept { outcomes.append(.notYetDue) }
    return outcomes
  }

  // MARK: Cases

  private func check(_ test: PackCase, _ rule: Rule) -> [Diagnostic] {
    let result = test.situation.result(of: rule)
    guard result.outcome == test.outcome else { return [Messages.wrongOutcome(rule, test, result)] }
    var faults: [Diagnostic] = []
    if let causes = test.causes, !Self.agree(causes, result.causes.map(\.field)) {
      let fields = result.causes.map(\.field).withoutRepetition
      faults.append(Messages.wrongFields("causes", of: rule, expected: causes, found: fields, at: test.location))
    }
    if let unanswered = test.unanswered, Set(unanswered) != Set(result.unanswered) {
      faults.append(
        Messages.wrongFields(
          "unanswered", of: rule, expected: unanswered, found: result.unanswered, at: test.location))
    }
    return faults
  }

  /// Each found is named, by itself or by what it is inside of, and each named is found.
  private static func agree(_ named: [String], _ found: [String]) -> Bool {
    func covers(_ name: String, _ field: String) -> Bool {
      field == name || field.hasPrefix(name + ".") || field.hasPrefix(name + "[")
    }
    return found.allSatisfy { field in named.contains { covers($0, field) } }
      && named.allSatisfy { name in found.contains { covers(name, $0) } }
  }

  // MARK: Coverage

  private func look(
    _ rule: Rule, _ cases: [PackCase], _ impossible: [ImpossibleSight], at place: Location,
    _ figures: inout PackTestResult.PackFigures, _ findings: inout [Diagnostic]
  ) {
    let listed = Set(impossible.map(\.subject))
    var unseen: Set<ImpossibleSight.Subject> = []
    let missing = outcomes(of: rule).filter { outcome in !cases.contains { $0.outcome == outcome } }
    unseen.formUnion(missing.map { .outcome($0) })
    let untold = missing.filter { !listed.contains(.outcome($0)) }
    if !untold.isEmpty { findings.append(Messages.notTested(untold, rule, at: place)) }
    var coverage = RuleCoverage(rule, policies)
    for test in cases { coverage.note(test.situation) }
    let gaps = coverage.gaps()
    unseen.formUnion(gaps.map(\.subject))
    figures.conditions += coverage.total
    figures.conditionsSeen += coverage.seen
    for gap in gaps {
      if listed.contains(gap.subject) { figures.impossible += 1 } else { findings.append(gap.finding) }
    }
    for sight in impossible where !unseen.contains(sight.subject) {
      findings.append(Messages.staleImpossible(sight))
    }
  }

  // MARK: Mutants

  private func mutate(
    _ rule: Rule, _ cases: [PackCase], _ equivalents: [EquivalentMutant],
    _ figures: inout PackTestResult.PackFigures, _ findings: inout [Diagnostic]
  ) {
    let mutants = MutantGenerator(policies).mutants(of: rule)
    var surviving: Set<String> = []
    figures.mutants += mutants.count
    for mutant in mutants {
      if cases.contains(where: { $0.situation.outcome(of: mutant.rule) != $0.outcome }) {
        figures.killed += 1
        continue
      }
      surviving.insert(mutant.name)
      if equivalents.contains(where: { $0.mutant == mutant.name }) {
        figures.equivalent += 1
      } else {
        findings.append(Messages.survives(rule, mutant))
      }
    }
    let names = Set(mutants.map(\.name))
    for equivalent in equivalents where !surviving.contains(equivalent.mutant) {
      let fault = names.contains(equivalent.mutant) ? "a case notices it" : "there is no such mutant"
      findings.append(Messages.staleEquivalent(equivalent, fault))
    }
  }
}

extension [String] {
  fileprivate var withoutRepetition: [String] {
    var seen: Set<String> = []
    return filter { seen.insert($0).inserted }
  }
}
