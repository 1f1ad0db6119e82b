internal import AssessmentEngine
internal import DocumentWriting
internal import PolicyModel
internal import ProjectFiles
internal import Questionnaire
internal import Reports

/// The form of one entry, with everything that somebody has to see before they put their name to it.
struct ReviewFormPage {
  private let visit: ReviewVisit
  private let action: ReviewAction
  private let subject: String
  private let attempt: ReviewAttempt?
  /// The fields; empty where nothing has to be said, nil where nothing can be entered.
  private let fields: [EntryField]?
  /// Why nothing can be entered.
  private let obstacle: Failure?

  /// Throws a `Failure` where there is no such rule, field or entry.
  init(visit: ReviewVisit, action: ReviewAction, subject: String, attempt: ReviewAttempt? = nil) throws {
    self.visit = visit
    self.action = action
    self.subject = subject
    self.attempt = attempt
    do {
      fields = try Self.fields(action, subject, at: visit.openDesk())
      obstacle = nil
    } catch let failure as Failure
      where failure.status == .invalidInput || attempt != nil && failure.status != .internalError
    {
      fields = nil
      obstacle = failure
    }
  }

  private static func fields(
    _ action: ReviewAction, _ subject: String, at desk: ReviewDesk
  ) throws -> [EntryField] {
    if let list = action.list { return try desk.form(for: list, about: subject).fields }
    let entry = try desk.entry(subject)
    guard action == .confirm else { return [] }
    try desk.requireConfirmable([entry])
    // Who confirms is not known yet: whoever signed at first states no rank.
    return desk.forms.confirmation().fields + desk.rankForm(of: "", confirming: [entry]).fields
  }

  /// After somebody else changed the record, the same place may hold another entry: it has to be chosen anew.
  private var isChosenAnew: Bool { action.list == nil && (attempt?.isConflict ?? false) }

  var bytes: [UInt8] {
    visit.layout(action.title(about: subject)).bytes { html in
      html.element(.div, [.styled("title")]) { html in
        html.element(.h1, text: action.title(about: subject))
        html.element(.p, [.styled("lead")]) { html in
          html.text("The gate is now ")
          html.element(.strong, text: visit.assessment.decisionInWords)
          html.text(".")
        }
      }
      writeFaults(&html)
      writeSubject(&html)
      if let fields, !isChosenAnew {
        write(fields, &html)
      } else {
        if let obstacle, !(attempt?.isConflict ?? false) || !isChosenAnew { write(obstacle, &html) }
        writeTyped(&html)
      }
      html.element(.p) { html in html.element(.a, [.link(.review(visit.file))], text: "Back to the review") }
      html.nothingIsSigned()
    }
  }

  // MARK: What is wrong

  private func writeFaults(_ html: inout HTMLWriter) {
    guard let attempt else { return }
    if attempt.isConflict { html.conflict(from: attempt.versions, to: visit.versions) }
    if let refusal = attempt.refusal, obstacle == nil { write(refusal, &html) }
    guard !attempt.faults.isEmpty, let fields else { return }
    html.element(.section, [.styled("summary"), .id("faults"), .role("alert"), .tabIndex(-1)]) { html in
      html.element(.h2, text: "Nothing was written yet")
      html.element(.ul) { html in
        for field in fields {
          guard let fault = attempt.faults[field.key] else { continue }
          html.element(.li) { html in
            html.element(.a, [.target("field-\(field.key)")]) { $0.message(fault) }
          }
        }
      }
    }
  }

  private func write(_ failure: Failure, _ html: inout HTMLWriter) {
    html.element(.div, [.styled("notice grave-notice"), .role("alert")]) { html in
      html.element(.p, [.styled("notice-title")], text: "Nothing was written")
      html.element(.p) { $0.message(failure.message) }
      html.diagnostics(failure.diagnostics)
    }
  }

  /// What was typed, where there is no form for it any more.
  private func writeTyped(_ html: inout HTMLWriter) {
    let typed = attempt?.typed.filter { !$0.value.isEmpty } ?? [:]
    html.typedFields(typed.sorted { $0.key < $1.key }.map { FormField(name: $0.key, value: $0.value) })
  }

  // MARK: What it is about

  private func writeSubject(_ html: inout HTMLWriter) {
    let assessment = visit.assessment
    html.element(.section, [.id("about")]) { html in
      if action.list == nil, let entry = assessment.reviewEntries.first(where: { $0.name == subject }) {
        html.element(.h2, text: "The entry")
        EntryDetails(visit: visit, entry: entry).write(&html)
      } else if let index = assessment.policies.ruleIndex(subject) {
        html.element(.h2, text: assessment.policies.rules[index].title)
        write(assessment.results[index], &html)
      } else if let state = visit.view.question(ofField: subject) {
        html.element(.h2, text: state.question.ask)
        html.element(.p) { html in
          html.element(.a, [.link(visit.view.address(of: state.index))], text: "The answer as it stands")
          html.text(", ")
          html.element(.a, [.link(visit.explanation(of: subject))], text: "what hangs on it")
        }
      }
    }
  }

  private func write(_ result: RuleResult, _ html: inout HTMLWriter) {
    html.element(.p, [.styled("state")]) { html in
      html.outcome(result.outcome, result.rule.severity)
      html.rule(result.rule.id, visit)
    }
    html.element(.dl) { html in
      html.term("Requires", [result.rule.requires])
      if !result.causes.isEmpty { html.term("Decided by", [result.causes.inWords]) }
    }
    let fields = result.causes.map { String($0.field.prefix { $0 != "[" }) } + result.unanswered
    var seen: Set<String> = []
    let questions = fields.filter { seen.insert($0).inserted }.compactMap { visit.view.state($0) }
    guard !questions.isEmpty else { return }
    html.element(.p, text: "The questions behind it:")
    html.element(.ul) { html in
      for state in questions {
        html.element(.li) { html in
          html.element(.a, [.link(visit.view.address(of: state.index))], text: state.question.ask)
        }
      }
    }
  }

  // MARK: The form

  private func write(_ fields: [EntryField], _ html: inout HTMLWriter) {
    html.element(.section, [.id("entry")]) { html in
      html.element(.h2, text: fields.isEmpty ? "Take it out of the record?" : "The entry")
      if action == .withdraw {
        html.element(.p, text: "Its text is shown once more when it is out. Nothing else in the record changes.")
      }
      html.form(to: action.address, visit) { html in
        html.hidden("about", subject)
        for field in fields {
          EntryFieldWriter(
            field: field, typed: attempt?.typed[field.key], fault: attempt?.faults[field.key],
            isOptional: action == .confirm && field.key == "rank"
          ).write(&html)
        }
        html.actions { html in
          html.element(.button, [.sends, .styled("main")], text: action.button)
        }
      }
    }
  }
}
