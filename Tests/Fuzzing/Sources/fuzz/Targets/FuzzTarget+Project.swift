import AssessmentEngine
import Diagnostics
import LocatedYAML
import PolicyModel
import Reports

extension FuzzTarget {
  /// Whatever a project says, it is assessed, errors hold the gate, and every format can be written.
  static let project = FuzzTarget(name: "project") { bytes in
    let read = YAMLReader.read(SourceFile(name: "project.yaml", bytes: bytes))
    guard let document = read.value.first else { return }
    let project = World.policies.readProject(Diagnosed(document, diagnostics: read.diagnostics), on: World.day)
    let assessment = Assessment(
      AssessmentInput(
        project: project.value, projectDiagnostics: project.diagnostics, projectDigest: "", day: World.day),
      against: World.policies)
    promise(assessment.results.count == World.policies.rules.count, "a rule was left out")
    promise(!assessment.hasErrors || assessment.gate.decision <= .hold, "errors let it go on")
    for format in ReportFormat.all { promise(!format.write([assessment]).isEmpty, "`\(format.name)` is empty") }
  }
}
