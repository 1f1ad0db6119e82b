public import AssessmentEngine
internal import LocalFiles
internal import PolicyModel
internal import Sharing

/// What was made of the projects of a folder, so that not every look at the folder assesses all that is in it.
///
/// Nothing of it is ever old. All that an assessment depends on is read each time: the bytes of the project and of its
/// review record, the day, and the state of every file of evidence. Only where all of it is the same is the assessment not
/// made anew.
public final class KnownProjects<Summary: Sendable>: Sendable {
  private struct Known {
    let key: Key
    let named: [EvidenceFiles.Named]
    let states: [AssessmentInput.FileState]
    let identities: [String?]
    /// Nil where the file is clearly something else than a project.
    let summary: Summary?
  }

  private struct Key: Equatable {
    let day: Int
    let stage: LifecycleStage?
    let project: String
    let recordName: String?
    let record: String?
  }

  private let known = Mutex<[ExactPath: Known]>([:])
  private let most: Int
  private let recognition: ProjectRecognition?
  private let summarise: @Sendable (Assessment) -> Summary

  /// - Parameters:
  ///   - recognition: What tells projects from other files; nil where all files are projects.
  ///   - most: Files that are remembered. Beyond them all are forgotten.
  ///   - summarise: What is to be remembered of an assessment: little, as there may be many.
  public init(
    recognition: ProjectRecognition?, most: Int, summarise: @escaping @Sendable (Assessment) -> Summary
  ) {
    self.recognition = recognition
    self.most = most
    self.summarise = summarise
  }

  /// The summary of the one project in a file as it is now; nil where the file is clearly something else. `assessor` has
  /// the same packs and looks for records in the same places each time. Throws what reading a project does.
  public func summary(of path: String, _ assessor: ProjectAssessor) throws -> Summary? {
    let file = try EditedFile(reading: path, names: assessor.names)
    let record = try assessor.reviews.path(for: path).map { try EditedFile(reading: $0, names: assessor.names) }
    let key = Key(
      day: assessor.day, stage: assessor.stage, project: Digest.of(file.bytes), recordName: record?.name,
      record: record.map { Digest.of($0.bytes) })
    if let known = known.withLock({ $0[ExactPath(path)] }), known.key == key, isCurrent(known, path, assessor) {
      return known.summary
    }
    let made = try make(file, record, key, assessor)
    known.withLock { known in
      if known[ExactPath(path)] == nil, known.count >= most { known = [:] }
      known[ExactPath(path)] = made
    }
    return made.summary
  }

  /// Whether the files of evidence are as they were.
  private func isCurrent(_ known: Known, _ path: String, _ assessor: ProjectAssessor) -> Bool {
    let now = EvidenceFiles(of: known.named, at: path, from: assessor.evidenceFolders)
    return now.states == known.states && now.identities == known.identities
  }

  private func make(
    _ file: EditedFile, _ record: EditedFile?, _ key: Key, _ assessor: ProjectAssessor
  ) throws -> Known {
    if let recognition, let first = try? ProjectSource(file.bytes, name: file.name).next(),
      recognition.isOther(first, at: file.path)
    {
      return Known(key: key, named: [], states: [], identities: [], summary: nil)
    }
    let item = try ProjectSource.single(file.bytes, name: file.name)
    let found = record.map { ReviewSource.read($0.bytes, at: $0.name) }
    let (assessment, evidence) = assessor.assessWithEvidence(item, at: file.path, with: found)
    return Known(
      key: key, named: EvidenceFiles.named(by: assessment.project), states: evidence.states,
      identities: evidence.identities, summary: summarise(assessment))
  }
}
