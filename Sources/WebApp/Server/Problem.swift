internal import Diagnostics
internal import HTTPTypes
internal import Hummingbird
internal import LocalFiles
internal import ProjectFiles

/// Why a request is not answered as it was asked (RFC 9457): a document of that kind under `/api/`, a page elsewhere.
struct Problem: Error {
  let kind: Kind
  /// Lowercase, without a full stop, with the remedy.
  private(set) var detail: String
  let diagnostics: [Diagnostic]
  /// Of the response.
  var headers = HTTPFields()
  /// What was typed into the form that was sent: it must not be lost.
  var typed: [FormField] = []

  init(_ kind: Kind, _ detail: String, diagnostics: [Diagnostic] = []) {
    self.kind = kind
    self.detail = detail
    self.diagnostics = diagnostics
  }

  /// An address that can't be asked in the way it was.
  static func method(_ allowed: [HTTPRequest.Method]) -> Problem {
    let list = allowed.map(\.rawValue).sorted().joined(separator: ", ")
    var problem = Problem(.methodNotAllowed, "this address can be asked by \(list)")
    problem.headers[.allow] = list
    return problem
  }

  var status: HTTPResponse.Status { HTTPResponse.Status(integerLiteral: kind.status) }
  var title: String { kind.title }

  /// Why something was not done to a file that a request named.
  init(_ failure: Failure) {
    let kind: Kind =
      switch failure.status {
      case .missingInput: .notFound
      case .usage: .badRequest
      case .invalidInput where failure.isConflict, .inputOutput where failure.isConflict: .conflict
      case .invalidInput, .stop, .hold, .conditional, .proceed: .unacceptable
      case .inputOutput, .internalError: .fault
      }
    self.init(kind, failure.message, diagnostics: failure.diagnostics)
  }

  /// Without the folder of the projects in what it says.
  func shortened(_ names: FileNames) -> Problem {
    var problem = self
    problem.detail = names.shortened(detail)
    return problem
  }

  init(_ problem: FileProblem) {
    let kind: Kind =
      switch problem.kind {
      case .missing: .notFound
      case .taken: .conflict
      case .tooLarge: .tooLarge
      case .closedPipe, .other: .fault
      }
    self.init(kind, problem.message)
  }

  /// What can't be read, with what is wrong first.
  init(unreadable what: String, _ diagnostics: [Diagnostic]) {
    let first = diagnostics.first { $0.severity == .error }.map { ": \($0.message)" }
    self.init(.unacceptable, "\(what) can't be read\(first ?? "")", diagnostics: diagnostics)
  }

  /// Whatever a route throws. What is not known says nothing of itself.
  init(thrown error: any Error) {
    switch error {
    case let problem as Problem: self = problem
    case let failure as Failure: self.init(failure)
    case let problem as FileProblem: self.init(problem)
    case let error as HTTPError where error.status == .notFound:
      self.init(.notFound, "there is nothing at this address")
    default: self.init(.fault, "the request could not be answered: this is our mistake")
    }
  }
}
