internal import AssessmentEngine
internal import ProjectFiles
internal import Reports

/// What a check does with one document, whatever comes before it: so several can be done at once.
struct CheckWork: Sendable {
  /// What became of a document.
  struct Checked: Sendable {
    let assessment: Assessment
    /// Whether there is a review record that belongs to none of the file's projects.
    let hasStrayRecord: Bool
    /// By the place of the report, what one of a format that writes projects one by one says of this one.
    let reports: [[UInt8]?]
  }

  /// The same, or why nothing did; no `Result`, for the reason that `CheckTools.Promise` has.
  enum Outcome: Sendable {
    case checked(Checked?)
    case failed(any Error)
  }

  let tools: CheckTools.Promise
  let reviews: ReviewSource
  /// The formats of the reports that are written here.
  let formats: [(format: ReportFormat, options: ReportFormat.Options)]
  let selection: Selection?

  /// What became of it, for work that is done several at a time.
  func outcome(of document: ProjectSource.Unread, _ named: ProjectPaths.Named) -> Outcome {
    do { return .checked(try check(document, named)) } catch { return .failed(error) }
  }

  /// Nil for what is no project description. Throws a `FileProblem` or a `Failure` where a review record can't be read.
  /// The document and its record are read first: the packs are made ready meanwhile.
  private func check(_ document: ProjectSource.Unread, _ named: ProjectPaths.Named) throws -> Checked? {
    let item = document.read()
    var found: ReviewSource.Found?
    var problem: (any Error)?
    do { found = try reviews.find(for: named.path) } catch { problem = error }
    let tools = try tools.kept()
    if named.isFound, tools.recognition.isOther(item, at: named.path) {
      if reviews.looksBesideProjects, tools.recognition.isMisnamedRecord(item, at: named.path) {
        throw Failure(
          .invalidInput,
          "`\(named.path)` is a review record, and not called like one: its entries were not read. A record is called as "
            + "its project is, with the ending `.review.yaml`")
      }
      return nil
    }
    if let problem { throw problem }
    if found == nil { try reviews.requireNoOther(for: named.path, holding: item.digest) }
    let assessment = tools.assessor.assess(item, at: named.path, with: found)
    let isSelected = selection?.holds(assessment) ?? true
    let reports = formats.map { format, options -> [UInt8]? in
      guard format.isStreaming, isSelected || !format.takesSelection else { return nil }
      return format.write([assessment], options: options)
    }
    return Checked(assessment: assessment, hasStrayRecord: found != nil && !item.isAlone, reports: reports)
  }
}
