internal import AssessmentEngine
internal import DocumentWriting
internal import PolicyModel

/// What was found: only what was decided, one way or the other.
///
/// A finding of OSCAL has to say satisfied or not satisfied. Of a rule that is unknown, not yet due or not applicable
/// neither was established: said to be not satisfied, what nobody looked at would read as a failure, and said to be
/// satisfied it would read as approved. Such a rule has an observation, with its outcome, and no finding.
extension OSCALResult {
  /// Whether the rule's objective is reported as satisfied; nil where nothing is found.
  private func isSatisfied(_ result: RuleResult) -> Bool? {
    switch result.outcome {
    case .pass: withholdsPasses ? nil : true
    // Somebody carries the failure for a time: that meets no requirement.
    case .fail, .accepted: false
    case .unknown, .notApplicable, .notYetDue: nil
    }
  }

  func writeFindings(_ json: inout JSONWriter) {
    let found = results.compactMap { result in isSatisfied(result).map { (result, $0) } }
    json.list("findings", found) { json, entry in
      let (result, isSatisfied) = entry
      let rule = result.rule
      json.member("uuid", uuid("finding", rule.id))
      json.member("title", "\(OSCALText.code(rule.id)) \(OSCALText.written(rule.title))")
      json.member("description", description(of: result))
      json.properties(properties(of: result))
      json.links(rule.clauseLinks(assessment.policies))
      json.origins([.tool(tool)])
      json.key("target")
      json.object { json in
        json.member("type", "objective-id")
        json.member("target-id", rule.objective)
        json.key("status")
        json.object { json in
          json.member("state", isSatisfied ? "satisfied" : "not-satisfied")
          json.member("reason", isSatisfied ? "pass" : "fail")
          if result.outcome == .accepted {
            json.member("remarks", "The failure is accepted for a time. It stays a failure.")
          }
        }
      }
      json.references("related-observations", "observation-uuid", observations(on: rule))
      json.references("related-risks", "risk-uuid", risks(on: rule))
    }
  }
}
