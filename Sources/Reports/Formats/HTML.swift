internal import AssessmentEngine
internal import DocumentWriting

extension ReportFormat {
  /// What a reviewer sends up: one page that needs nothing else, to read on a screen or to print.
  static let html = ReportFormat(
    name: "html", summary: "One self-contained page, to read on a screen or to print.", isStreaming: false,
    takesSelection: true
  ) { assessments, options, out in
    out.write(HTMLPage.bytes(.report(assessments, options)))
  }
}
