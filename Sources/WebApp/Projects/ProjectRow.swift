internal import CEL
internal import LocalFiles
internal import ProjectFiles

/// A project of the folder, in a line.
struct ProjectRow {
  let file: String
  /// When the file was written, in UTC; nil where nobody may look.
  let changed: String?
  let content: Content

  enum Content {
    case assessed(ProjectSummary)
    /// Why it can't be read.
    case unreadable(String)
  }

  /// All of the folder, as they stand now.
  static func all(_ site: Site) async throws -> [ProjectRow] {
    let assessor = site.assessor
    var rows: [ProjectRow] = []
    for file in try site.folder.candidates() {
      guard let content = content(file, site, assessor) else { continue }
      let path = try? site.folder.file(file)
      let changed = path.flatMap { LocalFile.changed($0) }.flatMap { Timestamp(seconds: Int64($0)) }
      rows.append(ProjectRow(file: file, changed: changed.map { day($0) }, content: content))
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

  /// Nil where the file is clearly something else than a project.
  private static func content(_ file: String, _ site: Site, _ assessor: ProjectAssessor) -> Content? {
    do {
      return try site.known.summary(of: site.folder.file(file), assessor).map { .assessed($0) }
    } catch let failure as Failure {
      return .unreadable(failure.message)
    } catch let problem as FileProblem {
      return .unreadable(site.names.shortened(problem.message))
    } catch {
      return .unreadable("it can't be read")
    }
  }
}
