internal import Diagnostics
internal import LocalFiles
internal import ProjectFiles
internal import Questionnaire

/// How evidence that somebody sent comes into a project's file, and its file beside that.
struct EvidenceAttachment {
  /// The folder beside the project that files are put into.
  static let folder = "evidence"

  /// Tries to find a name for a file: each fails only where somebody else just took the same.
  private static let attempts = 20
  /// What the reader of projects says of evidence that does not count.
  private static let noSource = "project.evidence-without-source"

  private let form: EvidenceForm
  /// The name of the project's file.
  private let project: String
  private let site: Site

  init(_ form: EvidenceForm, to project: String, _ site: Site) {
    self.form = form
    self.project = project
    self.site = site
  }

  /// The folder of the project, with its `/`, below the one that is served.
  private var parent: String { PathText.split(project).folder }

  /// Writes both. Throws a `Refusal` where it is no evidence or can't be written; then nothing was written.
  func save() throws {
    do {
      var item = try form.item()
      if !form.present.isEmpty {
        item.sha256 = try digest(ofPresent: form.present)
        item.file = form.present
      }
      if let upload = form.upload {
        try save(&item, with: upload)
      } else {
        try check(item)
        try attach(item)
      }
    } catch let refusal as EvidenceForm.Refusal {
      throw refusal
    } catch {
      throw EvidenceForm.Refusal.blocked(Problem(thrown: error).shortened(site.names))
    }
  }

  private func save(_ item: inout NewEvidence, with upload: SubmittedForm.File) throws {
    item.sha256 = Digest.of(upload.bytes)
    item.file = "\(Self.folder)/\(try freeName(upload))"
    // Nobody wants a file whose evidence is refused.
    try check(item)
    try LocalFile.makeFolder(site.folder.path + "/" + parent + Self.folder)
    let path = try create(&item, with: upload)
    do {
      try attach(item)
    } catch {
      if !isNamed(item) { LocalFile.remove(path) }
      throw error
    }
  }

  /// Whether the project names the file of an item, or may: it can have been written and be unreadable a moment later.
  private func isNamed(_ item: NewEvidence) -> Bool {
    guard let file = item.file, let bytes = try? LocalFile.contents(site.folder.file(project)) else { return true }
    return String(decoding: bytes, as: UTF8.self).contains(file)
  }

  private func freeName(_ upload: SubmittedForm.File) throws -> String {
    try EvidenceFileName(upload.name) { name in
      LocalFile.isTaken("\(site.folder.path)/\(parent)\(Self.folder)/\(name)")
    }.text
  }

  private func create(_ item: inout NewEvidence, with upload: SubmittedForm.File) throws -> String {
    for _ in 0..<Self.attempts {
      let name = try freeName(upload)
      do {
        let path = try site.folder.newFile("\(parent)\(Self.folder)/\(name)")
        try EditedFile.create(path, upload.bytes)
        item.file = "\(Self.folder)/\(name)"
        return path
      } catch let failure as Failure where failure.isConflict {
        continue
      }
    }
    throw EvidenceForm.Refusal.because("others send files called `\(upload.name)` at this moment: give it another name")
  }

  /// Of a file that is there already. Throws a `Refusal` where it is none, or shows nothing.
  private func digest(ofPresent name: String) throws -> String {
    do {
      return try NewEvidence.digest(
        of: site.folder.presentFile(parent + name), called: name, for: site.folder.file(project))
    } catch let failure as Failure {
      throw EvidenceForm.Refusal.because(failure.message)
    }
  }

  private func check(_ item: NewEvidence) throws {
    let desk = try ProjectDesk(site.folder.file(project), site.assessor)
    guard case .success(let draft) = desk.draft else { return }
    switch draft.attaching(item) {
    case .refused(let errors): throw EvidenceForm.Refusal.diagnosed(errors)
    case .accepted(_, let notes):
      let idle = notes.filter { $0.code == Self.noSource }
      if !idle.isEmpty { throw EvidenceForm.Refusal.diagnosed(idle) }
    case .blocked: break
    }
  }

  private func attach(_ item: NewEvidence) throws {
    let outcome = try ProjectDesk.save(
      .evidence(item), to: site.folder.file(project), replacing: nil, site.assessor)
    if case .refused(let errors) = outcome { throw EvidenceForm.Refusal.diagnosed(errors) }
  }
}
