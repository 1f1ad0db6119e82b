/// Which entries of a review record count, by review_limits.
struct ReviewLimits {
  let requirements: Requirements
  let patterns: PatternBook
  let answers: [String: ReadProject.Answer]
  let day: Int

  func isValid(_ claim: ReadReview.Claim, for rule: Requirements.Rule) throws -> Bool {
    guard claim.rule == rule.id, rule.naPolicy == "justify" else { return false }
    guard let justification = said(claim.justification), let claimedBy = try goodName(claim.claimedBy),
      let approvedBy = try goodName(claim.approvedBy), let reviewBy = claim.reviewBy
    else { return false }
    guard Texts.words(justification).count >= requirements.limits.minReasonWords else { return false }
    guard reviewBy > day, reviewBy - day <= requirements.limits.naReviewDays else { return false }
    guard differ(claimedBy, approvedBy) else { return false }
    guard rule.severity == "blocker" || rule.severity == "major" else { return true }
    let lowest = rule.waiver == "never" ? "service-chief" : rule.waiver
    return isAtOrAbove(claim.approverRank, lowest) && isOutsider(approvedBy)
  }

  func isValid(_ acceptance: ReadReview.Acceptance, for rule: Requirements.Rule) throws -> Bool {
    guard acceptance.rule == rule.id, rule.waiver != "never" else { return false }
    guard ["named_person", "appointed_post"].contains(acceptance.holderType) else { return false }
    guard isAtOrAbove(acceptance.rank, rule.waiver), said(acceptance.reason) != nil else { return false }
    guard let acceptedBy = try goodName(acceptance.acceptedBy), isOutsider(acceptedBy) else { return false }
    guard let acceptedOn = acceptance.acceptedOn, let expiresOn = acceptance.expiresOn else { return false }
    return acceptedOn >= requirements.earliestDay && acceptedOn <= day && expiresOn > day
      && expiresOn - acceptedOn <= requirements.limits.acceptanceDays
  }

  /// The cleaned text, or nil where it is unanswered, invalid or empty under field_rules.
  private func said(_ text: String?) -> String? {
    guard let cleaned = text.map(Texts.cleaned) else { return nil }
    if requirements.isPlaceholder(cleaned) || requirements.hasLookalike(cleaned) { return nil }
    return requirements.saysNothing(cleaned, isShort: false) ? nil : cleaned
  }

  func goodName(_ name: String?) throws -> String? {
    guard let name = said(name) else { return nil }
    let isRefused = try patterns.anyHits(
      ["machine_hard", "machine_soft", "vendor_hard", "vendor_soft", "faceless"], name)
    return isRefused ? nil : name
  }

  private func isAtOrAbove(_ rank: String?, _ lowest: String) -> Bool {
    guard let rank, let position = requirements.ranks.firstIndex(of: rank),
      let limit = requirements.ranks.firstIndex(of: lowest)
    else { return false }
    return position >= limit
  }

  private func isOutsider(_ name: String) -> Bool {
    ["governance.developer_lead", "governance.assessor"].allSatisfy { field in
      guard case .text(let other)? = answers[field] else { return true }
      return differ(name, other)
    }
  }

  func differ(_ one: String, _ two: String) -> Bool {
    requirements.nameWords(one) != requirements.nameWords(two)
  }
}
