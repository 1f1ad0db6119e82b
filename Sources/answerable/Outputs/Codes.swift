internal import AssessmentEngine
internal import Diagnostics
internal import LocatedYAML
internal import PolicyLinting
internal import PolicyModel
internal import PolicyTesting
internal import Reports

/// The codes of everything that any part of the program says of files.
enum Codes {
  /// In alphabetical order.
  static let all: [DiagnosticCode] = {
    let codes: [[DiagnosticCode]] = [
      DiagnosticCode.ofAssessments, DiagnosticCode.ofExpressions, DiagnosticCode.ofFiles, DiagnosticCode.ofLinting,
      DiagnosticCode.ofLists, DiagnosticCode.ofPacks, DiagnosticCode.ofPackTests, DiagnosticCode.ofProjects,
      DiagnosticCode.ofRecordedAssessments, DiagnosticCode.ofReports, DiagnosticCode.ofReviews, DiagnosticCode.ofYAML,
    ]
    return codes.joined().sorted { $0.id < $1.id }
  }()
}
