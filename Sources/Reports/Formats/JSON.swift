internal import AssessmentEngine
internal import DocumentWriting

extension ReportFormat {
  /// One object, or for several projects one object that holds them.
  static let json = ReportFormat(
    name: "json", summary: "One JSON object, for programs.", isStreaming: false, takesSelection: true
  ) { assessments, options, out in
    var json = JSONWriter(isIndented: true)
    if assessments.count == 1, !options.isOneOfSeveral {
      AssessmentJSON(assessments[0], options, isComplete: true).write(&json)
    } else {
      PortfolioJSON(assessments, options).write(&json)
    }
    out.line(json.bytes)
  }

  /// One object a line, as soon as it is there.
  static let ndjson = ReportFormat(
    name: "ndjson", summary: "One JSON object a line for each project, for streams.", isStreaming: true
  ) { assessments, options, out in
    for assessment in assessments {
      var json = JSONWriter(isIndented: false, capacity: 1 << 15)
      AssessmentJSON(assessment, options, isComplete: options.isVerbose).write(&json)
      out.line(json.bytes)
    }
  }
}
