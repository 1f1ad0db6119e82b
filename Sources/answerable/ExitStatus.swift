internal import AssessmentEngine
internal import Diagnostics

/// What the process ends with; the numbers above 63 are those of sysexits.h.
enum ExitStatus: Int32, CaseIterable {
  case proceed = 0
  case stop = 1
  case hold = 2
  case conditional = 3
  /// The command was used wrongly.
  case usage = 64
  /// An input is not valid: nothing was approved.
  case invalidInput = 65
  case missingInput = 66
  /// Our mistake.
  case internalError = 70
  case inputOutput = 74

  init(_ decision: Gate.Decision) { self = ExitStatus(rawValue: decision.exitCode) ?? .internalError }

  /// One or two sentences for the manual.
  var meaning: String {
    switch self {
    case .proceed: "Proceed. Also a decision that --pass-on names."
    case .stop: "Stop: a rule that nothing offsets has failed. Never passed on."
    case .hold: "Hold: something that has to be known is not known."
    case .conditional: "Conditional: it may go on with the conditions listed."
    case .usage: "The command was used wrongly, or names something that does not exist."
    case .invalidInput: "An input is not valid: nothing was approved."
    case .missingInput: "An input is missing: nothing was approved."
    case .internalError: "A fault of the program: nothing that it says can be relied on."
    case .inputOutput: "Reading or writing failed."
    }
  }

  /// The gravest first.
  private static let order: [ExitStatus] = [
    .internalError, .usage, .inputOutput, .invalidInput, .missingInput, .stop, .hold, .conditional, .proceed,
  ]

  /// The graver of the two.
  func worse(_ other: ExitStatus) -> ExitStatus {
    Self.order.first { $0 == self || $0 == other } ?? self
  }
}

/// Ends the command with a message and a status.
struct Failure: Error {
  let status: ExitStatus
  let message: String

  init(_ status: ExitStatus, _ message: String) {
    self.status = status
    self.message = message
  }

  /// A word that is none of those that may stand there, with the nearest one.
  static func notOffered(_ word: String, _ names: [String], _ what: String) -> Failure {
    let near = Suggestions.near(word, in: names).first.map { "did you mean `\($0)`?" }
    return Failure(
      .usage, "there is no \(what) `\(word)`: \(near ?? "it can be \(names.joined(separator: ", "))")")
  }
}
