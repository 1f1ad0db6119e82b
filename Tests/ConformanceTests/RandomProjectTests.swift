import Foundation
import Testing

@Suite("Random projects")
struct RandomProjectTests {
  @Test("the engine and an independent reading of the requirements agree, and every rule shows every side")
  func agreement() throws {
    let count = Settings.projects
    let bench = try Bench()
    let generator = try bench.caseGenerator()
    var coverage = Coverage()
    var differing = 0
    for index in 0..<count {
      let generated = generator.makeCase(index, seed: Settings.seed &+ UInt64(index))
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
    if Settings.isVerbose { print(coverage.table(bench.requirements)) }
    #expect(try coverage.missing(bench.requirements).symmetricDifference(Coverage.known("outcomes")) == [])
  }

  /// Writes a differing case where somebody asked for it.
  private static func keep(_ generated: GeneratedCase) throws {
    guard let file = Settings.keep?.appending(path: "\(generated.seed).yaml") else { return }
    try Data(generated.project.utf8).write(to: file)
    guard let review = generated.review else { return }
    try Data(review.utf8).write(to: file.deletingPathExtension().appendingPathExtension("review.yaml"))
  }
}
