public import AssessmentEngine
public import Diagnostics

/// What the process ends with; the numbers above 63 are those of sysexits.h.
public enum ExitStatus: Int32, CaseIterable, Sendable {
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

  public init(_ decision: Gate.Decision) { self = ExitStatus(rawValue: decision.exitCode) ?? .internalError }

  /// One or two sentences for the manual.
  public var meaning: String {
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
  public func worse(_ other: ExitStatus) -> ExitStatus {
    Self.order.first { $0 == self || $0 == other } ?? self
  }
}

/// Why something was not done, and what a command ends with that says so.
public struct Failure: Error, Sendable {
  public let status: ExitStatus
  public let message: String
  /// What is wrong where, to be shown before the message.
  public let diagnostics: [Diagnostic]
  /// Whether somebody else was faster: what they wrote stays, and the same may be tried again after a look at it.
  public let isConflict: Bool

  public init(
    _ status: ExitStatus, _ message: String, diagnostics: [Diagnostic] = [], isConflict: Bool = false
  ) {
    self.status = status
    self.message = message
    self.diagnostics = diagnostics
    self.isConflict = isConflict
  }

  /// A word that is none of those that may stand there, with the nearest one.
  public static func notOffered(_ word: String, _ names: [String], _ what: String) -> Failure {
    let near = Suggestions.near(word, in: names).first.map { "did you mean `\($0)`?" }
    return Failure(
      .usage, "there is no \(what) `\(word)`: \(near ?? "it can be \(names.joined(separator: ", "))")")
  }
}
