internal import AssessmentEngine
internal import DocumentWriting
internal import PolicyModel

extension DifferenceFormat {
  /// One object, `answerable/difference-1`.
  static let json = DifferenceFormat(name: "json", summary: "One JSON object, for programs.") { differences, _, out in
    var json = JSONWriter(isIndented: true)
    json.object { json in
      json.member("schema", "answerable/difference-1")
      json.member("worse", differences.isWorse)
      json.key("projects")
      json.array { json in for difference in differences.both { json.write(difference) } }
      json.key("new")
      json.array { json in for project in differences.come { json.write(project) } }
      json.key("gone")
      json.array { json in for project in differences.gone { json.write(project) } }
    }
    out.line(json.bytes)
  }
}

extension JSONWriter {
  /// One side: which project, when, and what the gate said.
  fileprivate mutating func write(_ project: RecordedAssessment) {
    object { json in
      json.member("file", project.file)
      json.member("document", project.document)
      if let name = project.name { json.member("name", name) }
      json.member("date", project.date)
      json.member("stage", project.stage?.name ?? "unknown")
      json.key("decision")
      if let decision = project.decision { json.string(decision.rawValue) } else { json.scalar("null") }
      json.member("sha256", project.sha256)
    }
  }

  fileprivate mutating func write(_ difference: AssessmentDifference) {
    object { json in
      json.key("old")
      json.write(difference.old)
      json.key("new")
      json.write(difference.new)
      json.member("worse", difference.isWorse)
      json.member("worked_out", difference.isWorkedOut)
      json.key("differs")
      json.array { json in for part in difference.circumstances { json.write(part) } }
      json.key("rules")
      json.array { json in for change in difference.rules { json.write(change) } }
    }
  }

  private mutating func write(_ change: AssessmentDifference.RuleChange) {
    object { json in
      json.member("id", change.rule)
      json.member("pack", change.pack)
      json.member("severity", change.severity.name)
      if let title = change.title { json.member("title", title) }
      json.member("direction", change.direction.rawValue)
      json.write("old", change.old)
      json.write("new", change.new)
      json.key("reasons")
      json.array { json in
        for reason in change.reasons {
          json.object { json in
            json.member("bearing", reason.bearing.rawValue)
            json.key("parts")
            json.array { json in for part in reason.parts { json.write(part) } }
          }
        }
      }
    }
  }

  /// What became of the rule on one side; null where it is not there.
  private mutating func write(_ side: String, _ record: RecordedAssessment.RuleRecord?) {
    key(side)
    guard let record else { return scalar("null") }
    object { json in
      json.member("outcome", record.outcome.rawValue)
      if let reason = record.notApplicable { json.member("because", reason.rawValue) }
      json.member("unanswered", record.unanswered)
      json.key("causes")
      json.array { json in
        for cause in record.causes {
          json.object { json in
            json.member("field", cause.field)
            if let actual = cause.actual { json.member("actual", actual) }
            json.member("required", cause.required)
            if let line = cause.line { json.member("line", line) }
          }
        }
      }
    }
  }

  private mutating func write(_ part: ChangeReason.Part) {
    object { json in
      json.member("kind", part.kind.rawValue)
      if let subject = part.subject { json.member("subject", subject) }
      if let old = part.old { json.member("old", old) }
      if let new = part.new { json.member("new", new) }
      if let file = part.file { json.member("file", file) }
      if let line = part.line { json.member("line", line) }
    }
  }
}
