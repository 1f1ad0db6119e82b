internal import Diagnostics
internal import LocalFiles
internal import ProjectFiles
internal import Questionnaire

/// Evidence as somebody sent it: a file, the name of one that is there, or an address; and what it supports.
struct EvidenceForm {
  var title = ""
  var supports: [String] = []
  var present = ""
  var address = ""
  var madeOn = ""
  var expiresOn = ""
  private(set) var upload: SubmittedForm.File?

  init() {}

  init(_ form: SubmittedForm) {
    func text(_ name: String) -> String { (form[name] ?? "").trimmed }
    title = text("title")
    supports = form.all("supports")
    present = text("present")
    address = text("uri")
    madeOn = text("made_on")
    expiresOn = text("expires_on")
    upload = form.file("file")
  }

  /// Why it is not in the project's file.
  enum Refusal: Error {
    case because(String)
    case diagnosed([Diagnostic])
  }

  /// The folder beside the project that files are put into.
  static let folder = "evidence"

  /// Writes it into the project's file, and a file that was sent beside that. Throws a `Refusal` where it is no evidence;
  /// then nothing was written.
  func save(to project: String, _ site: Site) throws {
    guard !title.isEmpty else { throw Refusal.because("say in a few words what it is") }
    guard !supports.isEmpty else { throw Refusal.because("choose at least one rule or question that it supports") }
    let sources = [upload != nil, !present.isEmpty, !address.isEmpty].count { $0 }
    guard sources == 1 else {
      throw Refusal.because(
        sources == 0
          ? "choose a file, name one that is there, or give an address"
          : "give one of the three: a file, the name of one that is there, or an address")
    }
    var item = NewEvidence(
      supports: supports, title: title, uri: address.isEmpty ? nil : address, madeOn: madeOn.isEmpty ? nil : madeOn,
      expiresOn: expiresOn.isEmpty ? nil : expiresOn)
    let parent = project.lastIndex(of: "/").map { String(project[...$0]) } ?? ""
    if !present.isEmpty {
      let path = try found(parent + present, site)
      item.file = present
      item.sha256 = Digest.ofFile(path)
    }
    guard let upload else { return try attach(item, to: project, site) }
    let name = try EvidenceFileName(upload.name, taken: { isTaken(parent + Self.folder + "/" + $0, site) }).text
    item.file = "\(Self.folder)/\(name)"
    item.sha256 = Digest.of(upload.bytes)
    guard !upload.bytes.isEmpty else { throw Refusal.because("`\(upload.name)` is empty: it shows nothing") }
    // Nobody wants a file whose evidence is refused.
    try check(item, project, site)
    try LocalFile.makeFolder(site.folder.path + "/" + parent + Self.folder)
    let path = try site.folder.newFile(parent + Self.folder + "/" + name)
    try EditedFile.create(path, upload.bytes)
    try attach(item, to: project, site)
  }

  private func found(_ name: String, _ site: Site) throws -> String {
    do {
      return try site.folder.presentFile(name)
    } catch let failure as Failure {
      throw Refusal.because(failure.message)
    }
  }

  private func isTaken(_ name: String, _ site: Site) -> Bool { LocalFile.isTaken("\(site.folder.path)/\(name)") }

  private func check(_ item: NewEvidence, _ project: String, _ site: Site) throws {
    let desk = try ProjectDesk(site.folder.file(project), site.assessor)
    guard case .success(let draft) = desk.draft else { return }
    if case .refused(let errors) = draft.attaching(item) { throw Refusal.diagnosed(errors) }
  }

  private func attach(_ item: NewEvidence, to project: String, _ site: Site) throws {
    let outcome = try ProjectDesk.save(
      .evidence(item), to: site.folder.file(project), replacing: nil, site.assessor)
    if case .refused(let errors) = outcome { throw Refusal.diagnosed(errors) }
  }
}
