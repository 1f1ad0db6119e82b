public import AssessmentEngine
internal import CEL
internal import Diagnostics
internal import LocatedYAML
internal import PolicyModel

/// How things are said of an assessment as a whole, in whatever format.
extension Assessment {
  /// The project's file, with the number of the document where several stand in it.
  var placeName: String {
    let document = project.document
    return document.number > 1 ? "\(document.file.name), document \(document.number)" : document.file.name
  }

  /// `Perisai counter-drone turret — turret.yaml`.
  var heading: String { projectName.map { "\($0) — \(placeName)" } ?? placeName }

  /// `stop (test gate)`: a decision is always said with its stage.
  public var decisionInWords: String {
    guard isDecided else { return "not assessed" }
    return "\(gate.decision.rawValue) (\(gateName))"
  }

  /// `test gate`.
  var gateName: String { stage.map { "\($0.name) gate" } ?? "stage unanswered, assessed as at concept" }

  /// What the decision follows from, each a part of a sentence.
  public var reasonInWords: [String] {
    guard isDecided else { return ["the input can't be read as a project description, so nothing was decided"] }
    let count = gate.because.count
    let rules = count == 1 ? "1 rule" : "\(count) rules"
    let invalid = gate.hasInvalidAnswers ? ["the input has errors, so nothing was approved"] : []
    let reason =
      switch gate.decision {
      case .stop: "blocked by \(rules), which no other result can offset"
      case .hold where count == 0: "correct them and check again"
      case .hold: "\(rules) must be settled before anybody can decide"
      case .conditional: "may go on once these are settled, or with them as conditions"
      case .proceed: "nothing that is due at this stage stands against going on"
      }
    return invalid + [reason]
  }

  /// The rules behind the decision, by what it is about each.
  public var groupedReasons: [(label: String, ids: [String])] {
    var groups: [(label: String, ids: [String])] = []
    for id in isDecided ? gate.because : [] {
      guard let index = policies.ruleIndex(id) else { continue }
      let label =
        switch results[index].outcome {
        case .fail: "failed"
        case .unknown: "undecided"
        case .accepted: "accepted for a time"
        case .notApplicable: "not applicable by claim"
        case .pass, .notYetDue: "blockers that pass without evidence"
        }
      if let group = groups.firstIndex(where: { $0.label == label }) {
        groups[group].ids.append(id)
      } else {
        groups.append((label, [id]))
      }
    }
    return groups
  }

  /// The beginning of the project's document: where that is shown which has no place of its own.
  var beginning: Location {
    location(of: "project.name") ?? Location(file: project.document.file, range: SourceRange(start: 0, end: 0))
  }
}

extension [Assessment] {
  /// The gravest decision; what could not be assessed, or not be read, holds the whole.
  func decision(isIncomplete: Bool) -> Gate.Decision {
    let decisions = map { $0.isDecided ? $0.gate.decision : .hold }
    return (decisions + (isIncomplete ? [.hold] : [])).min() ?? .hold
  }
}
