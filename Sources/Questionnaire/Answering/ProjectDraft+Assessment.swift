public import AssessmentEngine
internal import Diagnostics
internal import LocatedYAML
internal import PolicyModel

extension ProjectDraft {
  /// How it stands alone: without a review record, and without a look at files of evidence.
  public var assessment: Assessment {
    Assessment(
      AssessmentInput(
        project: project.value, projectDiagnostics: project.diagnostics, projectDigest: "", day: day),
      against: policies)
  }
}
