import SeededRandomness

/// Finds answers with which nearly every rule passes, by asking the oracle what is still wrong.
struct ModelAnswers {
  private let requirements: Requirements
  private let oracle: Oracle

  init(_ requirements: Requirements, _ oracle: Oracle) {
    self.requirements = requirements
    self.oracle = oracle
  }

  /// One for each start at fielding, and another at operation.
  func models(from examples: [[String: Generated]]) throws -> [[String: Generated]] {
    var models: [[String: Generated]] = []
    for (index, example) in examples.enumerated() {
      var project = ProjectGenerator(
        requirements, on: CaseGenerator.today, answers: example, random: SplitMix64(seed: UInt64(index) &+ 7))
      for stage in ["fielding", "operation"] {
        models.append(try improved(&project, at: stage))
      }
    }
    return models
  }

  private func improved(_ project: inout ProjectGenerator, at stage: String) throws -> [String: Generated] {
    var best = project.answers
    var fewest = Int.max
    for _ in 0..<8 where fewest > 0 {
      project.answers["project.lifecycle_stage"] = .raw(stage)
      let wanting = try wanting(project.answers)
      if wanting.count < fewest {
        fewest = wanting.count
        best = project.answers
      }
      for rule in wanting {
        for tier in rule.tiers { project.aim(at: tier.condition, .yes) }
      }
    }
    project.answers = best
    return best
  }

  private func wanting(_ answers: [String: Generated]) throws -> [Requirements.Rule] {
    let verdict = try oracle.verdict(
      Oracle.Question(
        project: try Bench.root(ProjectText.write(answers)), projectDigest: "", review: nil, day: CaseGenerator.today,
        stage: nil, staleFiles: []))
    return requirements.rules.filter { rule in
      let outcome = verdict.results[rule.id]?.outcome
      return outcome == .fail || outcome == .unknown
    }
  }
}
