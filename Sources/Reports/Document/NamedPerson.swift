internal import AssessmentEngine
internal import CEL
internal import Diagnostics
internal import LocatedYAML
internal import PolicyModel

/// Somebody whom the project's answers name as answerable for something.
struct NamedPerson {
  let role: String
  let name: String
  let dates: String
  let location: Location?

  /// The questions that name one person or post, with those that say since when and until when.
  private static let questions: [(name: String, role: String, since: String?, until: String?)] = [
    ("governance.developer_lead", "leads the development", nil, nil),
    ("governance.assessor", "assesses it", nil, nil),
    ("governance.risk_owner", "owns the risk", nil, nil),
    (
      "risk.acceptance.post", "accepted the remaining risk", "risk.acceptance.accepted_on", "risk.acceptance.expires_on"
    ),
    ("approvals.approver_post", "approves the fielding", "approvals.fielding_on", nil),
  ]

  /// First those who answer for each stage, in the order written, then the others.
  static func all(_ assessment: Assessment) -> [NamedPerson] {
    assignments(assessment) + questions.compactMap { named($0, assessment) }
  }

  private static func named(
    _ question: (name: String, role: String, since: String?, until: String?), _ assessment: Assessment
  ) -> NamedPerson? {
    guard let name = text(question.name, assessment) else { return nil }
    let since = question.since.flatMap { text($0, assessment) }.map { "since \($0)" }
    let until = question.until.flatMap { text($0, assessment) }.map { "until \($0)" }
    return NamedPerson(
      role: question.role, name: name, dates: [since, until].compactMap { $0 }.joined(separator: ", "),
      location: assessment.location(of: question.name))
  }

  private static func text(_ question: String, _ assessment: Assessment) -> String? {
    let value = assessment.project.answer(question, in: assessment.policies.schema)?.value
    return value.map(\.written).flatMap { $0.isEmpty ? nil : $0 }
  }

  private static func assignments(_ assessment: Assessment) -> [NamedPerson] {
    let answer = assessment.project.answer("accountability.assignments", in: assessment.policies.schema)
    guard let answer, case .list(let list) = answer.value else { return [] }
    return zip(list.items, answer.items).compactMap { value, item in
      guard case .record(let record) = value else { return nil }
      var keys: [String: String] = [:]
      for (field, value) in zip(record.type.fields, record.fields) {
        if case .unknown = value { continue }
        keys[field.name] = value.written
      }
      guard let holder = keys["holder"] else { return nil }
      let role = [keys["stage"], keys["role"]].compactMap { $0 }.joined(separator: ": ")
      return NamedPerson(
        role: role.isEmpty ? "not said" : role,
        name: holder, dates: keys["accepted_on"].map { "since \($0)" } ?? "",
        location: assessment.project.document.location(item.node.range))
    }
  }
}
