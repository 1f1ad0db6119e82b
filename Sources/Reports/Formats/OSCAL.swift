internal import DocumentWriting

extension ReportFormat {
  /// NIST OSCAL 1.2.1, assessment results: one document, one result for each project.
  static let oscal = ReportFormat(
    name: "oscal", summary: "NIST OSCAL assessment results, for programs that keep track of risks.", isStreaming: false
  ) { assessments, options, out in
    var json = JSONWriter(isIndented: true)
    OSCALDocument(assessments, options).write(&json)
    out.line(json.bytes)
  }
}
