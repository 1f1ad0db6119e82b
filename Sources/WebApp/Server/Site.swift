public import Diagnostics
public import PolicyModel
public import ProjectFiles
internal import AssessmentEngine

/// Everything that answers to requests depend on. It does not change while the server runs; files do.
public struct Site: Sendable {
  let folder: ProjectFolder
  let policies: PolicySet
  /// Days since 1970: today, or the day that all assessments are for.
  let day: @Sendable () -> Int
  /// The gate that projects are assessed for, where it is later than the stage they declare.
  let stage: LifecycleStage?
  /// Of the program.
  let version: String
  /// Everything that the program says of files, for the pages that explain it.
  let codes: [DiagnosticCode]
  let access: Access
  let secret = RunSecret()
  /// Nil where nobody has to sign in.
  let signIn: SignIn?
  /// For the lists of all projects.
  let known: KnownProjects<ProjectSummary>

  /// Projects that are remembered, a kilobyte or two each.
  private static let mostKnown = 5000

  public init(
    _ folder: ProjectFolder, _ policies: PolicySet, day: @escaping @Sendable () -> Int, stage: LifecycleStage?,
    version: String, codes: [DiagnosticCode], access: Access = .loopback
  ) {
    self.folder = folder
    self.policies = policies
    self.day = day
    self.stage = stage
    self.version = version
    self.codes = codes
    self.access = access
    signIn = access.token.map { [secret] in SignIn($0, secret) }
    // A file that was named is a project, whatever is in it.
    known = KnownProjects(
      recognition: folder.only == nil ? ProjectRecognition(policies) : nil, most: Self.mostKnown,
      summarise: { ProjectSummary($0) })
  }

  /// Files are called by their names in the folder: where it stands is nobody's business.
  var names: FileNames { FileNames(relativeTo: folder) }

  /// Made anew for each request: what it has seen of folders is never old.
  var assessor: ProjectAssessor {
    ProjectAssessor(
      policies: policies, day: day(), stage: stage, reviews: ReviewSource(names: names, inside: folder.path))
  }
}
