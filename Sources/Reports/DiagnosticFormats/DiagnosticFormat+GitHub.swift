internal import Diagnostics

extension DiagnosticFormat {
  /// Workflow commands, one a line, which GitHub shows beside the lines of a pull request.
  static let github = DiagnosticFormat(name: "github", summary: "Workflow commands, for GitHub Actions.") {
    diagnostics, _, out in
    let places = PlaceIndex()
    for diagnostic in diagnostics { out.line(WorkflowCommand(diagnostic, places).written(places)) }
  }
}
