import AllocationCount
import CEL
import Foundation

/// What seven expressions cost from their text to their value, beside what cel-go takes to evaluate them.
struct Expressions {
  private struct Sample {
    let source: String
    /// Nanoseconds of one evaluation in cel-go 0.32 on the machine that the first measurements were made on.
    let celGo: Double
  }

  private static let samples = [
    Sample(source: "p.autonomy.level >= 3", celGo: 103),
    Sample(
      source: "p.control.abort.available && p.control.abort.latency_s <= 5.0 && !('weapon' in p.functions)"
        + " && p.control.geofence.radius_m < 500.0", celGo: 561),
    Sample(source: "p.accountable.all(a, a.kind == 'person' && a.name != '')", celGo: 1119),
    Sample(
      source: "p.stages.exists(s, s.name == 'deployment' && s.review.date > timestamp('2025-01-01T00:00:00Z'))",
      celGo: 1347),
    Sample(source: "p.description.matches('(?i)fully autonomous')", celGo: 1870),
    Sample(
      source: "has(p.data) && has(p.data.retention_days) && p.data.retention_days <= 90"
        + " && p.data.classification in ['public', 'internal']", celGo: 290),
    Sample(
      source: "p.stages.filter(s, s.risk >= 3).map(s, s.name).size() > 1 ? p.owner.email.endsWith('@example.org')"
        + " : false", celGo: 2491),
  ]

  private struct Failure: Error { let expression: String }

  private let page: Page

  init(_ page: Page) { self.page = page }

  func measure() throws {
    page.section(
      "Expressions",
      """
      Nanoseconds of processor time. What cel-go takes to evaluate was measured once, in version 0.32 on another machine. The
      second ratio is of an evaluation in which an answer is unknown to one in which all are known.
      """)
    let document = SampleDocument()
    let typed = Environment(
      variables: [VariableDeclaration(name: "p", type: .object("Project"))], objectTypes: document.types)
    let plain = Environment(
      variables: [VariableDeclaration(name: "p", type: .map(.string, .dyn))], objectTypes: [])
    for (number, sample) in Self.samples.enumerated() { page.line("\(number + 1). `\(sample.source)`") }
    try measure("records", typed, document.record, document.recordWithUnknown)
    try measure("maps", plain, document.map, document.mapWithUnknown)
  }

  private func measure(
    _ kind: String, _ environment: Environment, _ known: Value, _ partlyUnknown: Value
  ) throws {
    page.line("\nWith \(kind):\n")
    page.table([
      "", "parse", "check", "plan", "all three", "evaluate", "cel-go", "ratio", "with an unknown", "ratio",
      "allocations",
    ])
    for (number, sample) in Self.samples.enumerated() {
      let source = sample.source
      guard let checked = environment.compile(source, expecting: .bool).checked else {
        throw Failure(expression: source)
      }
      let program = environment.plan(checked)
      for variables in [[known], [partlyUnknown]] {
        guard case .bool(true) = program.evaluate(variables) else { throw Failure(expression: source) }
      }
      let parse = nanoseconds(batch: 200) { Parser.parse(source).expression == nil }
      let compile = nanoseconds(batch: 200) { environment.compile(source, expecting: .bool).checked == nil }
      let plan = nanoseconds(batch: 200) { environment.plan(checked).checked.parsed.nodeCount == 0 }
      let (evaluate, tracked) = evaluation(program, [known], [partlyUnknown])
      let allocations = allocations(program, [known])
      let cells: [String] = [
        "\(number + 1)",
        whole(parse), whole(compile - parse), whole(plan), whole(compile + plan), whole(evaluate),
        whole(sample.celGo), hundredths(evaluate / sample.celGo), whole(tracked), hundredths(tracked / evaluate),
        "\(allocations)",
      ]
      page.row(cells)
    }
  }

  /// Both in turn, so that a machine that grows slower or faster does so for both.
  private func evaluation(
    _ program: Program, _ known: [Value], _ partlyUnknown: [Value]
  ) -> (known: Double, partlyUnknown: Double) {
    var samples: (known: [Double], partlyUnknown: [Double]) = ([], [])
    for _ in 0..<31 {
      samples.known.append(once(batch: 500) { program.evaluate(known).isFalse })
      samples.partlyUnknown.append(once(batch: 500) { program.evaluate(partlyUnknown).isFalse })
    }
    return (samples.known.sorted()[15], samples.partlyUnknown.sorted()[15])
  }

  /// For one evaluation, the least of several, so that what is made once and kept does not count.
  private func allocations(_ program: Program, _ variables: [Value]) -> UInt {
    var least = UInt.max
    for _ in 0..<5 {
      let before = allocation_count()
      let isFalse = program.evaluate(variables).isFalse
      let after = allocation_count()
      if !isFalse { least = min(least, after - before) }
    }
    return least
  }

  /// The median of 15 batches.
  private func nanoseconds(batch: Int, _ body: () -> Bool) -> Double {
    (0..<16).map { _ in once(batch: batch, body) }.dropFirst().sorted()[7]
  }

  private func once(batch: Int, _ body: () -> Bool) -> Double {
    var failures = 0
    let start = Self.processorTime()
    for _ in 0..<batch where body() { failures += 1 }
    let took = Self.processorTime() - start
    precondition(failures == 0, "what is measured has to succeed")
    return took / Double(batch)
  }

  /// What this thread has used, in nanoseconds: other work on the machine does not count.
  private static func processorTime() -> Double {
    var time = timespec()
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
    return Double(time.tv_sec) * 1e9 + Double(time.tv_nsec)
  }

  private func whole(_ value: Double) -> String { "\(Int(value.rounded()))" }

  private func hundredths(_ value: Double) -> String { "\((value * 100).rounded() / 100)" }
}

extension Value {
  fileprivate var isFalse: Bool {
    if case .bool(true) = self { return false }
    return true
  }
}
