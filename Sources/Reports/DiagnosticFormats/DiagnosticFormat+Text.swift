internal import Diagnostics

extension DiagnosticFormat {
  /// Each finding with its line, as on a terminal.
  static let text = DiagnosticFormat(name: "text", summary: "For reading, each finding with its line.") {
    diagnostics, context, out in
    out.write(DiagnosticRenderer(decorator: context.decorator).render(diagnostics))
  }
}
