internal import AssessmentEngine
internal import Diagnostics
internal import DocumentWriting
internal import LocatedYAML
internal import PolicyModel
internal import ProjectFiles
internal import Reports

/// What a page for reviewers is made from: a project as a request finds it, and its record.
struct ReviewVisit {
  enum Record {
    /// There is none; where it would be put.
    case none(name: String)
    /// It has to be mended first.
    case broken(Failure)
    case present(ReviewDesk)
  }

  /// The versions of a project and its record that a form was made from.
  struct Versions: Equatable {
    let project: String
    /// `none` where there is no record.
    let record: String
  }

  let view: ProjectView
  let record: Record
  /// What the record binds to.
  let item: ProjectSource.Item
  /// Days before its end from which an entry is warned of.
  private let warnBefore: Int

  /// Throws a `Failure` where there is no such project or its file can't be read as one, and a `FileProblem` where it
  /// can't be read.
  init(_ file: String, _ site: Site, _ context: SiteContext) throws {
    let path = try site.folder.file(file)
    let assessor = site.assessor
    view = ProjectView(file, try ProjectDesk(path, assessor), token: context.formToken)
    item = try ProjectSource.single(view.desk.file.bytes, name: view.desk.file.name)
    warnBefore = assessor.warnBefore
    guard item.document.value.root?.entries != nil else {
      throw Failure(
        .invalidInput, "`\(file)` can't be read as a project: nobody can review it before it is mended",
        diagnostics: view.assessment.diagnostics)
    }
    guard try assessor.reviews.path(for: path) != nil else {
      record = .none(name: assessor.names.name(of: assessor.reviews.newPath(for: path) ?? ""))
      return
    }
    do {
      record = .present(try ReviewDesk(path, item, assessor))
    } catch let failure as Failure where failure.status == .invalidInput {
      record = .broken(failure)
    }
  }

  var file: String { view.file }

  /// Nil where there is no record, or one that has to be mended.
  var desk: ReviewDesk? { if case .present(let desk) = record { desk } else { nil } }

  var assessment: Assessment { desk?.present ?? view.assessment }

  var versions: Versions {
    Versions(
      project: item.digest, record: desk?.present.review?.digest ?? view.assessment.review?.digest ?? "none")
  }

  /// Whether the record is for the project as it is now.
  var isCurrent: Bool { assessment.record?.subject == item.digest }

  /// Throws a `Failure` where there is nothing to add to or to take from.
  func openDesk() throws -> ReviewDesk {
    switch record {
    case .present(let desk): return desk
    case .broken(let failure): throw failure
    case .none(let name): throw Failure(.missingInput, "there is no review record `\(name)`: begin one first")
    }
  }

  /// What the terminal says of the record.
  var status: ReviewStatusReport {
    ReviewStatusReport(
      assessment, record: desk?.record.name ?? "", warningDays: warnBefore, options: ReportFormat.Options())
  }

  func layout(_ title: String) -> PageLayout {
    PageLayout(
      title: title, place: view.place, part: .review,
      version: ProjectView.version(project: versions.project, record: assessment.review?.digest))
  }

  /// Where a rule, or the question of a field, is explained.
  func explanation(of subject: String) -> SitePath { view.explanation(of: subject) }
}
