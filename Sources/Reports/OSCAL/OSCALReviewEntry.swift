internal import AssessmentEngine
internal import CEL
internal import Diagnostics
internal import PolicyModel

/// One entry of a review record, as something that people said.
struct OSCALReviewEntry {
  /// Where it stands: `risk_acceptances[0]`.
  let name: String
  let title: String
  let reason: String?
  let rule: String?
  /// The answer that is disputed.
  var field: String?
  /// Why it changes nothing; nil where it does.
  let fault: String?
  let actors: [OSCALActor]
  /// Who, of what rank, and until when.
  let properties: [OSCALProperty?]
  /// The day on which it begins to have no effect, and the day on which it was decided.
  var ends: Int?
  var began: Int?
  let location: Location

  static func all(_ assessment: Assessment, _ people: OSCALPeople) -> [OSCALReviewEntry] {
    assessment.reviewEntries.map { entry in
      switch entry.content {
      case .claim(let claim): self.claim(claim, entry, people)
      case .acceptance(let acceptance): self.acceptance(acceptance, entry, people)
      case .dispute(let dispute): self.dispute(dispute, entry, people)
      }
    }
  }

  private static func acceptance(
    _ acceptance: RiskAcceptance, _ entry: ReviewEntry, _ people: OSCALPeople
  ) -> OSCALReviewEntry {
    OSCALReviewEntry(
      name: entry.name,
      title: "Acceptance of a failure of \(OSCALText.code(acceptance.rule)) by \(shown(acceptance.acceptedBy))",
      reason: acceptance.reason, rule: acceptance.rule, fault: entry.fault,
      actors: [people.actor(acceptance.acceptedBy, .riskAcceptor)].compactMap { $0 },
      properties: [
        OSCALProperty("accepted-by", acceptance.acceptedBy), OSCALProperty("rank", acceptance.rank),
        OSCALProperty("holder-type", acceptance.holderType), date("accepted-on", acceptance.acceptedOn),
        date("expires-on", acceptance.expiresOn),
      ] + confirmation(entry),
      ends: acceptance.expiresOn, began: acceptance.acceptedOn, location: acceptance.location)
  }

  private static func claim(
    _ claim: NotApplicableClaim, _ entry: ReviewEntry, _ people: OSCALPeople
  ) -> OSCALReviewEntry {
    OSCALReviewEntry(
      name: entry.name,
      title: "Claim that \(OSCALText.code(claim.rule)) does not apply, by \(shown(claim.claimedBy)), "
        + "approved by \(shown(claim.approvedBy))",
      reason: claim.justification, rule: claim.rule, fault: entry.fault,
      actors: [people.actor(claim.claimedBy, .claimant), people.actor(claim.approvedBy, .claimApprover)].compactMap {
        $0
      },
      properties: [
        OSCALProperty("claimed-by", claim.claimedBy), OSCALProperty("approved-by", claim.approvedBy),
        OSCALProperty("approver-rank", claim.approverRank), date("review-by", claim.reviewBy),
      ] + confirmation(entry),
      ends: claim.reviewBy, location: claim.location)
  }

  private static func dispute(
    _ dispute: Dispute, _ entry: ReviewEntry, _ people: OSCALPeople
  ) -> OSCALReviewEntry {
    OSCALReviewEntry(
      name: entry.name,
      title: "Dispute of \(OSCALText.code(dispute.rule ?? dispute.field ?? "")) by \(shown(dispute.raisedBy))",
      reason: dispute.reason, rule: dispute.rule, field: dispute.field, fault: entry.fault,
      actors: [people.actor(dispute.raisedBy, .disputant)].compactMap { $0 },
      properties: [OSCALProperty("raised-by", dispute.raisedBy), date("raised-on", dispute.raisedOn)],
      began: dispute.raisedOn, location: dispute.location)
  }

  /// Who looked at it again for this version.
  private static func confirmation(_ entry: ReviewEntry) -> [OSCALProperty?] {
    [
      OSCALProperty("confirmed-by", entry.confirmation?.by), OSCALProperty("confirmed-rank", entry.confirmation?.rank),
      date("confirmed-on", entry.confirmation?.on),
    ]
  }

  private static func shown(_ name: String?) -> String { name.map { OSCALText.written($0) } ?? "nobody named" }

  private static func date(_ name: String, _ day: Int?) -> OSCALProperty? {
    OSCALProperty(name, day.map { CivilDate(day: $0).description })
  }
}
