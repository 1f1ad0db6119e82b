internal import Diagnostics

extension DiagnosticFormat {
  /// SARIF 2.1.0: one rule with its explanation for each code that occurs.
  static let sarif = DiagnosticFormat(name: "sarif", summary: "SARIF 2.1.0, for code scanning.") {
    diagnostics, context, out in
    var seen: Set<String> = []
    let codes = diagnostics.map(\.code).filter { seen.insert($0).inserted }
    let run = SARIFRun(
      version: context.version, rules: codes.map { SARIFRun.Rule($0, explained: context.codes) },
      results: diagnostics.map { SARIFRun.Result($0) })
    out.line(run.write())
  }
}
