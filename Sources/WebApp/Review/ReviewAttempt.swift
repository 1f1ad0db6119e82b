internal import AssessmentEngine
internal import HTTPTypes
internal import ProjectFiles
internal import Questionnaire

/// A form of a reviewer as it was sent, and what is wrong with it.
struct ReviewAttempt {
  let action: ReviewAction
  /// The rule, the field or the entry.
  let subject: String
  /// What was typed, by the keys of the form's fields.
  let typed: [String: String]
  /// The versions that the form was made from.
  let versions: ReviewVisit.Versions
  /// What is wrong with single answers, by their keys.
  private(set) var faults: [String: String] = [:]
  /// Why the whole was not done; nil where single answers are wrong, or nothing is.
  var refusal: Failure?
  /// Whether the project or its record has changed since the form was made.
  var isConflict = false

  /// Of the page that shows it again.
  var status: HTTPResponse.Status {
    isConflict ? .conflict : refusal.map { Problem($0).status } ?? .unprocessableContent
  }

  /// The keys of every form.
  private static let keys = [
    "reason", "accepted_by", "holder_type", "rank", "accepted_on", "expires_on", "justification", "claimed_by",
    "approved_by", "approver_rank", "review_by", "raised_by", "raised_on", "by",
  ]

  init(_ action: ReviewAction, _ form: SubmittedForm) throws {
    self.action = action
    guard let subject = form["about"], !subject.isEmpty else {
      throw Problem(.badRequest, "the form does not say what it is about: open the page again")
    }
    self.subject = subject
    versions = ReviewVisit.Versions(form)
    typed = Dictionary(
      uniqueKeysWithValues: Self.keys.compactMap { key in form[key].map { (key, Self.trimmed($0)) } })
  }

  /// Does what the form says; nil, with the faults, where answers are wrong. Throws a `Failure` where it can't be done.
  mutating func perform(at desk: ReviewDesk) throws -> ReviewDesk.Change? {
    switch action {
    case .accept, .claim, .dispute:
      guard let list = action.list else { return nil }
      var form = try desk.form(for: list, about: subject)
      fill(&form)
      return faults.isEmpty ? try desk.enter(form, into: list, about: subject) : nil
    case .confirm:
      let entry = try desk.entry(subject)
      try desk.requireConfirmable([entry])
      var form = desk.forms.confirmation()
      fill(&form)
      guard let person = form.answers["by"] else { return nil }
      var ranks = desk.rankForm(of: person, confirming: [entry])
      fill(&ranks)
      return faults.isEmpty ? try desk.confirm([entry], by: person, rank: ranks.answers["rank"]) : nil
    case .withdraw: return try desk.withdraw([try desk.entry(subject)])
    }
  }

  private mutating func fill(_ form: inout EntryForm) {
    for field in form.fields {
      if let fault = form.answer(field, typed[field.key] ?? "") { faults[field.key] = fault }
    }
  }

  /// Browsers end lines with two characters.
  private static func trimmed(_ text: String) -> String {
    let lines = text.split(separator: "\r\n", omittingEmptySubsequences: false).joined(separator: "\n")
    let rest = lines.drop(while: \.isWhitespace)
    return String(rest.reversed().drop(while: \.isWhitespace).reversed())
  }
}

extension ReviewVisit.Versions {
  /// Those that a form was made from, as its hidden fields say.
  init(_ form: SubmittedForm) { self.init(project: form["project"] ?? "", record: form["record"] ?? "") }
}
