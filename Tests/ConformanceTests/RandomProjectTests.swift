import Foundation
import Testing

@Suite("Random projects")
struct RandomProjectTests {
  private static func environment(_ name: String) -> UInt64? {
    ProcessInfo.processInfo.environment[name].flatMap { UInt64($0) }
  }

  @Test("the engine and an independent reading of the requirements agree, and every rule shows every side")
  func agreement() throws {
    let count = Int(Self.environment("ANSWERABLE_RANDOM_PROJECTS") ?? 700)
    let first = Self.environment("ANSWERABLE_RANDOM_SEED") ?? 1
    let bench = try Bench()
    var coverage = Coverage()
    var differing = 0
    for index in 0..<count {
      let generated = bench.generator.makeCase(index, seed: first &+ UInt64(index))
      let comparison = try bench.compare(generated)
      coverage.count(comparison.verdict)
      guard !comparison.differences.isEmpty else { continue }
      differing += 1
      guard differing <= 20 else { continue }
      Issue.record(
        """
        seed \(generated.seed), \(generated.kind), \(Calendar.text(generated.day)), --stage \(generated.stage ?? -1)
        \(comparison.differences.joined(separator: "\n"))
        """)
      try Self.keep(generated)
    }
    #expect(differing == 0, "\(differing) of \(count) projects")
    print(coverage.table(bench.requirements))
    let gaps = try Coverage.Gaps()
    #expect(coverage.missing(bench.requirements).symmetricDifference(gaps.known) == [])
  }

  /// Writes a differing case where somebody asked for it.
  private static func keep(_ generated: GeneratedCase) throws {
    guard let folder = ProcessInfo.processInfo.environment["ANSWERABLE_RANDOM_KEEP"] else { return }
    let file = URL(filePath: folder).appending(path: "\(generated.seed).yaml")
    try Data(generated.project.utf8).write(to: file)
    guard let review = generated.review else { return }
    try Data(review.utf8).write(to: file.deletingPathExtension().appendingPathExtension("review.yaml"))
  }
}
