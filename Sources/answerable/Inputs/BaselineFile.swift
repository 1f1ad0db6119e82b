internal import AssessmentEngine
internal import Diagnostics
internal import LocalFiles
internal import ProjectFiles

/// Files that `check` wrote earlier.
enum BaselineFile {
  /// Bytes: some thousand projects.
  static let limit = 134_217_728

  /// Throws a `Failure` or a `FileProblem` where it can't be read as what it should be: nothing is compared with half of it.
  static func read(_ path: String) throws -> Baseline {
    let bytes = try LocalFile.contents(path, limit: limit)
    return Baseline(
      try assessments(SourceFile(name: path, bytes: bytes), "the baseline has errors: nothing was assessed"))
  }

  /// The assessments in a file; its errors are shown.
  static func assessments(_ file: SourceFile, _ complaint: String) throws -> [RecordedAssessment] {
    let read = RecordedAssessment.read(file)
    Console.show(read.diagnostics)
    if read.hasErrors { throw Failure(.invalidInput, complaint) }
    return read.value
  }
}
