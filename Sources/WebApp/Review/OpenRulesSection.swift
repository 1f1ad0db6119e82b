internal import AssessmentEngine
internal import DocumentWriting
internal import PolicyModel

/// The rules that stand in the way and could be accepted or claimed away, and by whom.
struct OpenRulesSection {
  let visit: ReviewVisit

  func write(_ html: inout HTMLWriter) {
    let open = visit.assessment.openRules
    html.element(.section, [.id("open")]) { html in
      html.element(.h2, text: "Could still be accepted or claimed (\(open.count))")
      if open.isEmpty {
        html.element(
          .p, text: "No rule that fails or is undecided may be accepted or claimed away.")
      }
      html.element(.ul, [.styled("findings")]) { html in
        for each in open { html.element(.li) { write(each, &$0) } }
      }
    }
  }

  private func write(_ open: OpenRule, _ html: inout HTMLWriter) {
    html.element(.h3) { html in html.text(open.rule.title) }
    html.element(.p, [.styled("state")]) { html in
      html.outcome(open.outcome, open.rule.severity)
      html.rule(open.rule.id, visit)
    }
    html.element(.ul) { html in
      if let rank = open.acceptanceRank {
        html.element(.li, text: "The failure may be accepted for a time by \(rank) or above.")
      }
      if open.allowsClaim {
        let approval = open.claimRank.map { ", approved by \($0) or above" } ?? ", approved by another person"
        html.element(.li, text: "It may be claimed not to apply\(approval).")
      }
    }
    // What is entered for another version would have no effect.
    guard visit.isCurrent else { return }
    html.actions { html in
      if open.acceptanceRank != nil {
        html.button(.reviewForm(visit.file, .accept, about: open.rule.id), "Accept", of: open.rule.id)
      }
      if open.allowsClaim {
        html.button(.reviewForm(visit.file, .claim, about: open.rule.id), "Claim", of: open.rule.id)
      }
    }
  }
}
