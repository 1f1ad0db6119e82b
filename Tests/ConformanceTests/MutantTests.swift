import Testing

@Suite("Mutants of the rules")
struct MutantTests {
  @Test(
    "for every small error that a rule could have there is a project that shows it, and the engine has none of them",
    .enabled(if: Settings.confrontsMutants, "set ANSWERABLE_RANDOM_MUTANTS=1 for this: it takes minutes"))
  func mutants() throws {
    let bench = try Bench()
    let generator = try bench.caseGenerator()
    var survivors: Set<String> = []
    var projects = 0
    for (index, rule) in bench.requirements.rules.enumerated() where Settings.rules?.contains(rule.id) ?? true {
      var alive = Survivors(rule)
      var seed = Settings.seed &+ UInt64(index) &* 1_000_000
      for _ in 0..<Settings.attempts where !alive.descriptions.isEmpty {
        seed &+= 1
        let generated = generator.isolatingCase(rule, seed: seed)
        guard try alive.confront(bench.verdict(generated).run) else { continue }
        projects += 1
        let differences = try bench.compare(generated).differences
        #expect(differences == [], "seed \(seed)")
      }
      survivors.formUnion(alive.descriptions)
    }
    print("\(projects) projects show mutants; not shown:", survivors.sorted().joined(separator: "\n"))
    let known = try Coverage.known("mutants").filter { what in
      Settings.rules?.contains { what.hasPrefix($0 + ",") } ?? true
    }
    #expect(survivors.symmetricDifference(known) == [])
  }
}
