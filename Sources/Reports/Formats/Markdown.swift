internal import AssessmentEngine
internal import DocumentWriting

extension ReportFormat {
  /// The same as the page, in text that can be compared line by line.
  static let markdown = ReportFormat(
    name: "markdown", summary: "The same as html in Markdown, for wikis and for tracking changes.", isStreaming: false,
    takesSelection: true
  ) { assessments, options, out in
    out.write(MarkdownPage.bytes(.report(assessments, options)))
  }
}

extension Document {
  /// The report over one project, or the portfolio of several.
  static func report(_ assessments: [Assessment], _ options: ReportFormat.Options) -> Document {
    if let only = assessments.first, assessments.count == 1, !options.isOneOfSeveral {
      return ReportContent(only, options).document
    }
    return PortfolioContent(assessments, options).document
  }
}
