internal import AssessmentEngine
internal import DocumentWriting

/// What a change of policies does, for programs: one object.
public enum ComparisonJSON {
  public static func bytes(_ difference: PolicyDifference, _ outcomes: [OutcomeDifference]) -> [UInt8] {
    var json = JSONWriter(isIndented: true)
    json.object { json in
      json.member("schema", "answerable/pack-diff-1")
      json.key("changes")
      json.array { json in for change in difference.changes { write(change, &json) } }
      json.key("versions")
      json.array { json in
        for fault in difference.versionFaults {
          json.object { json in
            json.member("name", fault.name)
            json.member("old", fault.old)
            json.member("new", fault.new)
            json.member("needed", fault.needed.description)
          }
        }
      }
      json.key("outcomes")
      json.array { json in for outcome in outcomes { write(outcome, &json) } }
    }
    return json.bytes + [0x0A]
  }

  private static func write(_ change: Change, _ json: inout JSONWriter) {
    json.object { json in
      json.member("kind", change.kind.rawValue)
      json.member("name", change.name)
      if let pack = change.pack { json.member("pack", pack) }
      if let aspect = change.aspect { json.member("aspect", aspect) }
      json.member("effect", change.effect.rawValue)
      if let old = change.old { json.member("old", old) }
      if let new = change.new { json.member("new", new) }
    }
  }

  private static func write(_ outcome: OutcomeDifference, _ json: inout JSONWriter) {
    json.object { json in
      json.member("project", outcome.project)
      json.member("oldDecision", outcome.difference.old.decision?.rawValue ?? "none")
      json.member("newDecision", outcome.difference.new.decision?.rawValue ?? "none")
      json.key("rules")
      json.array { json in
        for rule in outcome.rules {
          json.object { json in
            json.member("id", rule.rule)
            if let old = rule.old { json.member("old", old.outcome.rawValue) }
            if let new = rule.new { json.member("new", new.outcome.rawValue) }
          }
        }
      }
    }
  }
}
