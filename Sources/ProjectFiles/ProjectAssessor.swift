public import AssessmentEngine
internal import Diagnostics
public import PolicyModel

/// Brings together what an assessment depends on: the project, its review record, the state of its evidence files.
public struct ProjectAssessor: Sendable {
  public let policies: PolicySet
  /// Days since 1970.
  public let day: Int
  public let stage: LifecycleStage?
  public let reviews: ReviewSource
  /// Folders beside the project's in which evidence may be.
  public let evidenceFolders: [String]
  /// Days before an end in which it is warned of.
  public let warnBefore: Int

  public init(
    policies: PolicySet, day: Int, stage: LifecycleStage?, reviews: ReviewSource, evidenceFolders: [String] = [],
    warnBefore: Int = AssessmentInput.usualWarning
  ) {
    self.policies = policies
    self.day = day
    self.stage = stage
    self.reviews = reviews
    self.evidenceFolders = evidenceFolders
    self.warnBefore = warnBefore
  }

  /// What files are called in assessments and messages.
  public var names: FileNames { reviews.names }

  /// `hasStrayRecord` where there is a review record although the file holds several projects: it binds to none of them.
  /// Throws a `FileProblem` or a `Failure` where the record can't be read.
  public func assess(
    _ item: ProjectSource.Item, at path: String
  ) throws -> (assessment: Assessment, hasStrayRecord: Bool) {
    let found = try reviews.find(for: path)
    return (assess(item, at: path, with: found), found != nil && !item.isAlone)
  }

  /// The same for a file that was read already and holds one project.
  func assess(_ project: Diagnosed<Project>, digest: String, at path: String) throws -> Assessment {
    try assess(project, digest, with: reviews.find(for: path)) {
      EvidenceFiles(of: $0, at: path, from: evidenceFolders, digest: digest)
    }.assessment
  }

  /// The same with a record that is at hand.
  public func assess(_ item: ProjectSource.Item, at path: String, with found: ReviewSource.Found?) -> Assessment {
    assessWithEvidence(item, at: path, with: found).assessment
  }

  /// The same, with the files of evidence as they were looked at for it.
  func assessWithEvidence(
    _ item: ProjectSource.Item, at path: String, with found: ReviewSource.Found?
  ) -> (assessment: Assessment, evidence: EvidenceFiles) {
    assess(item, with: found) {
      EvidenceFiles(of: $0, at: path, from: evidenceFolders, digest: item.digest)
    }
  }

  /// The same for a project that was sent from elsewhere: none of the files that it names is looked at, and all of them
  /// count as missing.
  public func assess(sent item: ProjectSource.Item, with found: ReviewSource.Found?) -> Assessment {
    assess(item, with: found) { EvidenceFiles(unseenOf: $0) }.assessment
  }

  private func assess(
    _ item: ProjectSource.Item, with found: ReviewSource.Found?, _ look: (Project) -> EvidenceFiles
  ) -> (assessment: Assessment, evidence: EvidenceFiles) {
    assess(policies.readProject(item.document, on: day), item.digest, with: found, look)
  }

  private func assess(
    _ read: Diagnosed<Project>, _ digest: String, with found: ReviewSource.Found?, _ look: (Project) -> EvidenceFiles
  ) -> (assessment: Assessment, evidence: EvidenceFiles) {
    let evidence = look(read.value)
    var input = AssessmentInput(
      project: read.value, projectDiagnostics: read.diagnostics, projectDigest: digest, day: day, stage: stage,
      evidenceFiles: evidence.states, evidenceIdentities: evidence.identities, warnBefore: warnBefore)
    if let found {
      input.review = found.record
      input.reviewDiagnostics = found.diagnostics
      input.reviewFile = found.file
      input.reviewDigest = found.digest
    }
    return (Assessment(input, against: policies), evidence)
  }
}
