internal import AssessmentEngine
internal import CEL
internal import LocalFiles
internal import PolicyModel
internal import ProjectFiles
internal import Questionnaire

/// A project of the folder, in a line.
struct ProjectRow {
  let file: String
  /// When the file was written, in UTC; nil where nobody may look.
  let changed: String?
  let content: Content

  enum Content {
    case assessed(Assessment, kind: String?, open: Int)
    /// Why it can't be read.
    case unreadable(String)
  }

  /// All of the folder, each assessed.
  static func all(_ site: Site) async throws -> [ProjectRow] {
    let assessor = site.assessor
    var rows: [ProjectRow] = []
    for file in try site.folder.projects(site.policies) {
      let path = try? site.folder.file(file)
      let changed = path.flatMap { LocalFile.changed($0) }.flatMap { Timestamp(seconds: Int64($0)) }
      rows.append(ProjectRow(file: file, changed: changed.map { day($0) }, content: content(file, site, assessor)))
      await Task.yield()
    }
    return rows
  }

  /// `2026-03-01 14:05`.
  private static func day(_ moment: Timestamp) -> String {
    let minutes = Int(moment.seconds) / 60 % (24 * 60)
    let digits = [minutes / 60, minutes % 60].map { ($0 < 10 ? "0" : "") + String($0) }
    return "\(CivilDate(day: moment.day)) \(digits.joined(separator: ":"))"
  }

  private static func content(_ file: String, _ site: Site, _ assessor: ProjectAssessor) -> Content {
    do {
      let assessment = try ProjectDesk(site.folder.file(file), assessor).assessment
      var kind: String?
      if case .string(let text) = assessment.project.answer("project.kind", in: site.policies.schema)?.value {
        kind = text
      }
      return .assessed(assessment, kind: kind, open: assessment.next.count)
    } catch let failure as Failure {
      return .unreadable(failure.message)
    } catch let problem as FileProblem {
      return .unreadable(site.names.shortened(problem.message))
    } catch {
      return .unreadable("it can't be read")
    }
  }
}
