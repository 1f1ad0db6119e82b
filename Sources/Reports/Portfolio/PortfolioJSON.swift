internal import AssessmentEngine
internal import DocumentWriting
internal import PolicyModel

/// Many assessments as the JSON object `answerable/assessments-1`.
struct PortfolioJSON {
  private let assessments: [Assessment]
  private let portfolio: PortfolioContent

  init(_ assessments: [Assessment], _ options: ReportFormat.Options) {
    self.assessments = assessments.filter { options.selection?.holds($0) ?? true }
    portfolio = PortfolioContent(assessments, options)
  }

  func write(_ json: inout JSONWriter) {
    json.object { json in
      json.member("schema", "answerable/assessments-1")
      json.key("assessments")
      json.array { json in
        for each in assessments { AssessmentJSON(each, portfolio.options, isComplete: true).write(&json) }
      }
      json.key("gate")
      json.object { json in json.member("decision", portfolio.worst.rawValue) }
      json.key("portfolio")
      json.object { json in
        json.member("complete", !portfolio.options.isIncomplete)
        json.key("decisions")
        json.object { json in
          for decision in Gate.Decision.allCases {
            json.member(decision.rawValue, assessments.count { $0.isDecided && $0.gate.decision == decision })
          }
          json.member("not_assessed", assessments.count { !$0.isDecided })
        }
        json.member("left_out", portfolio.leftOut)
        json.key("common_failures")
        json.array { json in for failure in CommonFailure.all(portfolio) { write(failure, &json) } }
      }
    }
  }

  private func write(_ failure: CommonFailure, _ json: inout JSONWriter) {
    json.object { json in
      json.member("rule", failure.rule.id)
      json.member("severity", failure.rule.severity.name)
      json.member("failed", failure.failed.count)
      json.member("unknown", failure.undecided)
    }
  }
}
