import AssessmentEngine
import BuiltInPolicies
import CEL
import Diagnostics
import LocatedYAML
import PolicyModel
import Reports

/// What each step of one assessment costs, inside one process.
struct Phases {
  private let bytes: [UInt8]
  private let page: Page

  init(_ inputs: Inputs, _ page: Page) {
    bytes = inputs.exampleBytes
    self.page = page
  }

  func measure() throws {
    let files = BuiltIn.files
    guard let policies = PolicySet.load(files, sha256: { _ in "" }).value else { return }
    let day = CivilDate("2026-03-01")?.day ?? 0
    let file = SourceFile(name: "project.yaml", bytes: bytes)
    let documents = YAMLReader.read(file)
    let read = policies.readProject(documents.value[0], on: day)
    let input = AssessmentInput(
      project: read.value, projectDiagnostics: read.diagnostics, projectDigest: "", day: day)
    let assessment = Assessment(input, against: policies)
    page.section("Steps", "Of the assessment of the counter-drone turret, inside one process.")
    page.table(["step", "microseconds"])
    row("load and check all packs", batch: 1) { PolicySet.load(files, sha256: { _ in "" }).value?.rules.count ?? 0 }
    row("YAML to nodes, one project", batch: 20) { YAMLReader.read(file).value.count }
    row("nodes to answers", batch: 20) { policies.readProject(documents.value[0], on: day).value.answers.count }
    row("assess, \(policies.rules.count) rules", batch: 20) { Assessment(input, against: policies).results.count }
    for format in ReportFormat.all {
      row("write as \(format.name)", batch: 20) { format.write([assessment]).count }
    }
  }

  /// The median of 15 batches.
  private func row(_ name: String, batch: Int, _ body: () -> Int) {
    var sink = 0
    var samples: [Double] = []
    for _ in 0..<16 {
      let start = ContinuousClock.now
      for _ in 0..<batch { sink &+= body() }
      let took = ContinuousClock.now - start
      samples.append(
        (Double(took.components.seconds) * 1e6 + Double(took.components.attoseconds) / 1e12) / Double(batch))
    }
    let median = samples.dropFirst().sorted()[7]
    page.row([name, sink == 0 ? "nothing was done" : "\((median * 10).rounded() / 10)"])
  }
}
