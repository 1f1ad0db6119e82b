public import AssessmentEngine
internal import CEL
public import PolicyModel

/// The forms of the three kinds of entry. Each answer is held against the checks that records are judged by.
public struct EntryForms: Sendable {
  public let rules: EntryRules
  public let limits: ReviewLimits
  /// Today, or the day of the assessment.
  public let day: Int

  public init(_ policies: PolicySet, _ project: Project, on day: Int) {
    rules = EntryRules(policies, project, on: day)
    limits = policies.foundation.reviewLimits
    self.day = day
  }

  private var today: String { CivilDate(day: day).description }

  private func date(_ text: String) -> Int? { CivilDate(text)?.day }

  public func acceptance(of rule: Rule) -> EntryForm {
    let latest = CivilDate(day: day + limits.acceptanceDays)
    return EntryForm([
      EntryField(key: "reason", ask: "Why can the failure be borne for a time?", isLong: true) { text, _ in
        rules.reason(text)
      },
      EntryField(key: "accepted_by", ask: "Who accepts it? A person or a post, who answers for it by name.") {
        text, _ in
        rules.person(text, key: "accepted_by") ?? rules.independence(of: text, key: "accepted_by")
      },
      EntryField(key: "holder_type", ask: "What are they?", offers: limits.holderTypes) { text, _ in
        rules.holderType(text)
      },
      EntryField(
        key: "rank", ask: "What is their rank? The first is the lowest that may accept this.",
        offers: rules.ranksForAcceptance(of: rule)
      ) { text, _ in rules.acceptanceRank(text, for: rule, key: "rank") },
      EntryField(key: "accepted_on", ask: "When did they accept it?", isDate: true, suggestion: today) { text, _ in
        rules.acceptedOn(date(text))
      },
      EntryField(
        key: "expires_on",
        ask: "When does it end? At most \(limits.acceptanceDays) days after it begins (\(latest) from \(today)).",
        isDate: true
      ) { text, form in rules.expiresOn(date(text), acceptedOn: form.day("accepted_on")) },
    ])
  }

  public func claim(on rule: Rule) -> EntryForm {
    let latest = CivilDate(day: day + limits.claimReviewDays)
    let ranks = rules.ranksForClaim(on: rule)
    let rank = EntryField(
      key: "approver_rank", ask: "What is the approver's rank? The first is the lowest that may approve this.",
      offers: ranks
    ) { text, _ in rules.approverRank(text, for: rule, key: "approver_rank") }
    return EntryForm(
      [
        EntryField(
          key: "justification",
          ask:
            "Why does the rule not apply, although its condition says so? At least \(limits.minimumReasonWords) words.",
          isLong: true
        ) { text, _ in rules.justification(text) },
        EntryField(key: "claimed_by", ask: "Who claims it? A person or a post.") { text, _ in
          rules.person(text, key: "claimed_by")
        },
        EntryField(key: "approved_by", ask: "Who approves it? Another person or post.") { text, form in
          rules.person(text, key: "approved_by")
            ?? rules.approver(text, of: form.answers["claimed_by"], key: "approved_by")
            ?? rules.independence(ofApprover: text, for: rule, key: "approved_by")
        },
      ] + (ranks.isEmpty ? [] : [rank]) + [
        EntryField(key: "review_by", ask: "When is it looked at again? \(latest) at the latest.", isDate: true) {
          text, _ in rules.reviewBy(date(text))
        }
      ])
  }

  public func dispute() -> EntryForm {
    EntryForm([
      EntryField(key: "reason", ask: "What is in doubt, and what would settle it?", isLong: true) { text, _ in
        rules.reason(text)
      },
      EntryField(key: "raised_by", ask: "Who raises it? A person or a post.") { text, _ in
        rules.person(text, key: "raised_by")
      },
      EntryField(key: "raised_on", ask: "When?", isDate: true, suggestion: today) { text, _ in
        rules.done(date(text), key: "raised_on")
      },
    ])
  }

  /// Who looked at an entry again, and stands by it.
  public func confirmation() -> EntryForm {
    EntryForm([
      EntryField(key: "by", ask: "Who looked at it again and stands by it? A person or a post.") { text, _ in
        rules.person(text, key: "confirmed_by")
      }
    ])
  }

  /// The rank of who confirms entries that somebody else signed at first; no fields where none is needed.
  public func rank(of name: String, confirming entries: [(entry: ReviewEntry, rule: Rule)]) -> EntryForm {
    let ranks = entries.filter { !rules.isSame(name, $0.entry.signatory) }.map { entry, rule in
      entry.list == .riskAcceptances ? rules.ranksForAcceptance(of: rule) : rules.ranksForClaim(on: rule)
    }
    // The fewest ranks are those that suffice for each entry.
    guard let offers = ranks.filter({ !$0.isEmpty }).min(by: { $0.count < $1.count }) else { return EntryForm([]) }
    return EntryForm([
      EntryField(
        key: "rank", ask: "What is their rank? They did not sign at first, so the first is the lowest that suffices.",
        offers: offers
      ) { text, _ in
        offers.contains(text) ? nil : "`\(text)` does not suffice: it can be \(offers.joined(separator: ", "))"
      }
    ])
  }
}
