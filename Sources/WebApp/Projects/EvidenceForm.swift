internal import Diagnostics
internal import HTTPTypes
internal import PolicyModel
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
    /// It may be right; a file can't be read or written now, or was changed meanwhile.
    case blocked(Problem)

    var status: HTTPResponse.Status {
      switch self {
      case .because, .diagnosed: .unprocessableContent
      case .blocked(let problem): problem.status
      }
    }
  }

  /// The item that it makes, as far as the form says. Throws a `Refusal` where something is missing or is none.
  func item() throws -> NewEvidence {
    guard !title.isEmpty else { throw Refusal.because("say in a few words what it is") }
    guard !supports.isEmpty else { throw Refusal.because("choose at least one rule or question that it supports") }
    let sources = [upload != nil, !present.isEmpty, !address.isEmpty].count { $0 }
    guard sources == 1 else {
      throw Refusal.because(
        sources == 0
          ? "choose a file, name one that is there, or give an address"
          : "give one of the three: a file, the name of one that is there, or an address")
    }
    if let upload, upload.bytes.isEmpty { throw Refusal.because("`\(upload.name)` is empty: it shows nothing") }
    try checkAddress()
    return NewEvidence(
      supports: supports, title: title, uri: address.isEmpty ? nil : address, madeOn: madeOn.isEmpty ? nil : madeOn,
      expiresOn: expiresOn.isEmpty ? nil : expiresOn)
  }

  /// Bytes of an address.
  private static let longestAddress = 2048

  private func checkAddress() throws {
    guard address.utf8.count <= Self.longestAddress else {
      throw Refusal.because("an address has at most \(Self.longestAddress) bytes: say where it is kept")
    }
    guard DiagnosticRenderer.printable(address) == address else {
      throw Refusal.because("there are characters in the address that are not seen")
    }
    if !EvidenceAddress.namesPlace(address) {
      throw Refusal.because("nothing is kept at `\(address)`: say where it is, such as `https://records.example/7`")
    }
  }
}
