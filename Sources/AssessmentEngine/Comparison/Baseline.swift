internal import Diagnostics
internal import LocatedYAML
internal import PolicyModel

/// A file of earlier assessments, in which the one of each project is looked up.
public struct Baseline: Sendable {
  /// A project of a run, as far as it can be told from others.
  private struct Subject: Hashable {
    let file: String
    let document: Int
    let sha256: String
  }

  private let assessments: [RecordedAssessment]
  /// Whom each record was used for.
  private var users: [Int: Subject] = [:]

  public init(_ assessments: [RecordedAssessment]) {
    self.assessments = assessments
  }

  /// Holds an assessment against what is recorded of the same project: the record of the same file and document, else the
  /// only one of the same name. A project of another name is another project.
  ///
  /// No record serves two projects: under a name that is taken, failures would be forgiven that were never known.
  public mutating func compare(_ assessment: Assessment) -> BaselineComparison {
    let now = RecordedAssessment(assessment)
    let subject = Subject(file: Self.plain(now.file), document: now.document, sha256: now.sha256)
    let samePlace = assessments.firstIndex { Self.plain($0.file) == subject.file && $0.document == now.document }
    if let samePlace, assessments[samePlace].name == now.name {
      return compare(assessment, subject, samePlace)
    }
    let sameName = now.name == nil ? [] : assessments.indices.filter { assessments[$0].name == now.name }
    if sameName.count == 1 { return compare(assessment, subject, sameName[0]) }
    var refusals: [String] = []
    if let samePlace, let name = assessments[samePlace].name {
      refusals.append("the baseline knows this file as another project, `\(name)`")
    } else if samePlace != nil {
      refusals.append("the baseline knows this file as a project without a name")
    } else if sameName.count > 1 {
      refusals.append("the baseline has \(sameName.count) projects of this name, in other files")
    }
    return BaselineComparison(assessment, to: nil, refusals: refusals)
  }

  private mutating func compare(_ assessment: Assessment, _ subject: Subject, _ index: Int) -> BaselineComparison {
    let user = users[index] ?? subject
    users[index] = user
    guard user == subject else {
      return BaselineComparison(
        assessment, to: nil, refusals: ["its record in the baseline was used for `\(user.file)` already"],
        isContested: true)
    }
    return BaselineComparison(assessment, to: assessments[index])
  }

  /// What was in the baseline, and was not assessed now.
  public var unused: [RecordedAssessment] { assessments.indices.filter { users[$0] == nil }.map { assessments[$0] } }

  private static func plain(_ path: String) -> String {
    var path = path[...]
    while path.hasPrefix("./") { path = path.dropFirst(2).drop { $0 == "/" } }
    return String(path)
  }
}

/// The comparisons of a run, by project.
public struct BaselineComparisons: Sendable {
  private var byProject: [String: BaselineComparison] = [:]

  public init() {}

  public subscript(assessment: Assessment) -> BaselineComparison? {
    get { byProject[Self.key(assessment)] }
    set { byProject[Self.key(assessment)] = newValue }
  }

  private static func key(_ assessment: Assessment) -> String {
    let document = assessment.project.document
    return "\(document.number) \(document.file.name)"
  }
}
