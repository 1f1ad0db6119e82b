public import Diagnostics
public import PolicyModel

/// Everything an assessment depends on. There is nothing else: no clock, no environment, no files.
public struct AssessmentInput: Sendable {
  /// What is known of an evidence file.
  public enum FileState: Sendable {
    case current, missing, hashDiffers
    /// The path leads out of the project's folder: nobody looked there.
    case outside
    /// A folder, a device or the like.
    case noFile
    /// It is there, and may not be read.
    case unreadable
    /// Nobody looked.
    case unchecked
  }

  public var project: Project
  /// What reading the project had to say.
  public var projectDiagnostics: [Diagnostic]
  /// Digest of the project file, lower-case hexadecimal.
  public var projectDigest: String
  public var review: ReviewRecord?
  /// What reading the review record had to say.
  public var reviewDiagnostics: [Diagnostic]
  /// The name of the review record's file.
  public var reviewFile: String
  /// Digest of the review record's file.
  public var reviewDigest: String
  /// Days since 1970.
  public var day: Int
  /// The stage asked for; counts where it is later than the declared one, or none is declared.
  public var stage: LifecycleStage?
  /// One for each item of the project's evidence.
  public var evidenceFiles: [FileState]
  /// What makes each item of evidence the same file as another: the place that its path leads to, or the digest of its
  /// bytes. Nil, or left out, where nobody looked: then what is written tells files apart.
  public var evidenceIdentities: [String?]
  /// Days before the end of evidence, acceptances and claims in which it is warned of; never where 0.
  public var warnBefore: Int

  /// A month: time enough to renew most things, and short enough that the warning is still read.
  public static let usualWarning = 30

  public init(
    project: Project, projectDiagnostics: [Diagnostic] = [], projectDigest: String, review: ReviewRecord? = nil,
    reviewDiagnostics: [Diagnostic] = [], reviewFile: String = "", reviewDigest: String = "", day: Int,
    stage: LifecycleStage? = nil, evidenceFiles: [FileState] = [], evidenceIdentities: [String?] = [],
    warnBefore: Int = Self.usualWarning
  ) {
    self.project = project
    self.projectDiagnostics = projectDiagnostics
    self.projectDigest = projectDigest
    self.review = review
    self.reviewDiagnostics = reviewDiagnostics
    self.reviewFile = reviewFile
    self.reviewDigest = reviewDigest
    self.day = day
    self.stage = stage
    self.evidenceFiles = evidenceFiles
    self.evidenceIdentities = evidenceIdentities
    self.warnBefore = warnBefore
  }
}
