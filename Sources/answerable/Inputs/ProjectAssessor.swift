internal import AssessmentEngine
internal import Diagnostics
internal import PolicyModel

/// Brings together what an assessment depends on: the project, its review record, the state of its evidence files.
struct ProjectAssessor {
  let policies: PolicySet
  /// Days since 1970.
  let day: Int
  let stage: LifecycleStage?
  let reviews: ReviewSource
  /// Folders beside the project's in which evidence may be.
  var evidenceFolders: [String] = []
  /// Days before an end in which it is warned of.
  var warnBefore = AssessmentInput.usualWarning

  /// `hasStrayRecord` where there is a review record although the file holds several projects: it binds to none of them.
  /// Throws a `FileProblem` or a `Failure` where the record can't be read.
  func assess(_ item: ProjectSource.Item, at path: String) throws -> (assessment: Assessment, hasStrayRecord: Bool) {
    let found = try reviews.find(for: path)
    return (assess(item, at: path, with: found), found != nil && !item.isAlone)
  }

  /// The same with a record that is at hand.
  func assess(_ item: ProjectSource.Item, at path: String, with found: ReviewSource.Found?) -> Assessment {
    let read = policies.readProject(item.document, on: day)
    let evidence = EvidenceFiles(of: read.value, at: path, from: evidenceFolders)
    var input = AssessmentInput(
      project: read.value, projectDiagnostics: read.diagnostics, projectDigest: item.digest, day: day, stage: stage,
      evidenceFiles: evidence.states, evidenceIdentities: evidence.identities, warnBefore: warnBefore)
    if let found {
      input.review = found.record
      input.reviewDiagnostics = found.diagnostics
      input.reviewFile = found.file
      input.reviewDigest = found.digest
    }
    return Assessment(input, against: policies)
  }
}
