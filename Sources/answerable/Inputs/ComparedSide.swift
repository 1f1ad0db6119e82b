internal import AssessmentEngine
internal import Diagnostics
internal import LocalFiles
internal import ProjectFiles

/// One side of a comparison: assessments that a file records, or projects that are assessed now.
struct ComparedSide {
  private(set) var records: [RecordedAssessment] = []
  /// For each record the assessment behind it; nil where a file recorded it.
  private(set) var assessments: [Assessment?] = []
  /// Whether a project that was assessed now is not valid.
  private(set) var hasErrors = false

  /// Throws a `Failure` or a `FileProblem` where there is nothing to compare.
  init(_ path: String, _ assessor: ProjectAssessor) throws {
    let isFolder = path != "-" && LocalFile.kind(path) == .folder
    let bytes = isFolder ? [] : try Self.contents(path)
    if RecordedAssessment.isRecorded(bytes) {
      let file = SourceFile(name: path == "-" ? ProjectSource.standardInputName : path, bytes: bytes)
      records = try BaselineFile.assessments(file, "`\(path)` has errors: nothing was compared")
      assessments = records.map { _ in nil }
      return
    }
    for named in try ProjectPaths.expand(path) where !ProjectPaths.isRecord(named.path) {
      let source = try path == "-" ? ProjectSource(standardInput: bytes) : ProjectSource(named.path)
      try assess(source, named, assessor)
    }
    if records.isEmpty { throw Failure(.invalidInput, "there is no project description in `\(path)`") }
  }

  private static func contents(_ path: String) throws -> [UInt8] {
    if path != "-" { return try LocalFile.contents(path, limit: BaselineFile.limit) }
    let stream = ByteStream.standardInput(name: ProjectSource.standardInputName)
    var bytes: [UInt8] = []
    while let chunk = try stream.next() {
      bytes += chunk
      if bytes.count > BaselineFile.limit { throw Failure(.invalidInput, "standard input is too long to be compared") }
    }
    return bytes
  }

  private mutating func assess(
    _ source: ProjectSource, _ named: ProjectPaths.Named, _ assessor: ProjectAssessor
  ) throws {
    let recognition = ProjectRecognition(assessor.policies)
    let before = records.count
    var hasOthers = false
    while let item = try source.next() {
      if named.isFound, recognition.isOther(item, at: named.path) {
        hasOthers = true
        continue
      }
      let (assessment, hasStrayRecord) = try assessor.assess(item, at: named.path)
      guard assessment.isDecided else {
        Console.show(assessment.diagnostics)
        throw Failure(.invalidInput, "`\(named.path)` can't be read as a project")
      }
      if hasStrayRecord {
        throw Failure(
          .invalidInput,
          "`\(named.path)` holds several projects: one with a review record stands in a file of its own")
      }
      Console.show(assessment.diagnostics.filter { $0.severity == .error })
      hasErrors = hasErrors || assessment.hasErrors
      records.append(RecordedAssessment(assessment))
      assessments.append(assessment)
    }
    if hasOthers, records.count > before { throw Failure.mixed(named.path) }
  }
}
