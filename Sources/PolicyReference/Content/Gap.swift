internal import DocumentWriting
internal import PolicyModel

/// Something doubtful or missing that reviewers should know of. A new one is a line in `all`.
struct Gap: Sendable {
  let anchor: String
  let title: String
  let meaning: String?
  /// One line for each case.
  let find: @Sendable (ReferenceContent) -> [Line]

  init(
    _ anchor: String, _ title: String, _ meaning: String? = nil, find: @escaping @Sendable (ReferenceContent) -> [Line]
  ) {
    self.anchor = anchor
    self.title = title
    self.meaning = meaning
    self.find = find
  }

  static let all: [Gap] =
    [
      .clausesWithoutRules, .unreadQuestions, .unverifiedProvisions, .undescribedProvisions, .weaklyVerifiedProvisions,
      .unusedProvisions, .unsupportedGrounds, .rulesWithoutVerifiedProvision, .loosenings, .adjustable,
      .acceptableBlockers, .claimableBlockers, .endingRequirements,
    ] + gapsInWords + unusedNames
}

// MARK: Tracing

extension Gap {
  private static let clausesWithoutRules = Gap(
    "gap-clauses", "Clauses without rules", "Nothing is checked because of them."
  ) { content in
    content.instrument.clauses.filter { content.uses.byClause[$0.id] == nil }.map { clause in
      let reason = clause.obliges ? [Inline.label("obliges, and has no rule", .doubt)] : [.text(clause.reason ?? "")]
      return content.link(clause.id, .clause, clause.id) + [.text(": ")] + reason
    }
  }

  private static let unreadQuestions = Gap(
    "gap-questions", "Questions that no rule reads",
    "Their answers decide no rule. What the program itself reads of them is said beside them."
  ) { content in
    zip(content.policies.schema.questions, content.policies.readers).filter { $0.1.rules.isEmpty }.map { question, _ in
      let use =
        switch question.id {
        case "project.name": " (names the project in reports)"
        case "project.lifecycle_stage": " (says which rules are due)"
        case let id where content.foundation.reviewLimits.differFrom.contains(id):
          " (says who may not accept or approve)"
        default: ""
        }
      return content.code(.question, question.id) + [.text(use)]
    }
  }

  private static let unverifiedProvisions = Gap(
    "gap-unverified", "Provisions that are not verified",
    "Not checked, or not enough, against their source. Rules that cite nothing better are listed further down."
  ) { content in
    content.provisions.filter { $0.citation.map { !$0.isVerified } ?? false }.map { content.withRules($0) }
  }

  private static let undescribedProvisions = Gap(
    "gap-undescribed", "Provisions that are named and not described", "What they say is not known here."
  ) { content in
    content.provisions.filter { $0.citation == nil }.map { content.withRules($0) }
  }

  private static let weaklyVerifiedProvisions = Gap(
    "gap-weak", "Provisions verified against less than the text",
    "Marked as verified, though neither the text itself nor the issuer's data was at hand."
  ) { content in
    content.provisions.compactMap { provision in
      guard let citation = provision.citation, citation.isVerified else { return nil }
      if citation.basis == .primaryText || citation.basis == .issuerData { return nil }
      return content.code(.provision, provision.identifier) + [.text(", against \(citation.basis.described)")]
    }
  }

  private static let unusedProvisions = Gap(
    "gap-uncited", "Provisions that no rule is related to", "Described, and cited nowhere."
  ) { content in
    content.provisions.filter(\.rules.isEmpty).map { content.code(.provision, $0.identifier) }
  }

  private static let unsupportedGrounds = Gap(
    "gap-grounds", "Grounds that the related provisions do not bear out",
    "A rule names treaty or custom and cites none, or cites one and does not name it."
  ) { content in
    let instrument = content.instrument
    return content.policies.rules.flatMap { rule -> [Line] in
      let treaty = rule.crosswalk.first { instrument.framework(of: $0)?.ground == .treaty }
      let custom = rule.crosswalk.first { instrument.customaryEquivalents[$0] != nil }
      return [(Ground.treaty, treaty), (.custom, custom)].compactMap { ground, source in
        switch (rule.grounds.contains(ground), source) {
        case (true, nil): content.code(.rule, rule.id) + [.text(" names \(ground.rawValue) and cites no source of it")]
        case (false, let source?):
          content.code(.rule, rule.id) + [.text(" cites ")] + content.code(.provision, source)
            + [.text(" and does not name \(ground.rawValue)")]
        default: nil
        }
      }
    }
  }

  private static let rulesWithoutVerifiedProvision = Gap(
    "gap-unsupported", "Rules without a verified related provision",
    "They rest on the clauses, and on nothing else that was verified."
  ) { content in
    content.policies.rules.filter { !content.hasVerifiedProvision($0) }.map { rule in
      content.code(.rule, rule.id) + [.text(rule.crosswalk.isEmpty ? " (cites nothing)" : "")]
    }
  }
}

// MARK: Leeway

extension Gap {
  private static let loosenings = Gap(
    "gap-loosened", "What overlays loosen", "As the packs that they extend allow it."
  ) { content in
    content.policies.loosened.map { content.code(.pack, $0.pack) + [.text(": ")] + content.loosening($0) }
  }

  private static let adjustable = Gap(
    "gap-adjustable", "Parameters that an overlay may loosen", "A State may set these in either direction."
  ) { content in
    content.foundation.parameters.filter(\.isAdjustable).map { content.code(.parameter, $0.name) }
  }

  private static let acceptableBlockers = Gap(
    "gap-accepted", "Blockers whose failure may be accepted", "By whom is said beside them."
  ) { content in
    content.policies.rules.compactMap { rule in
      guard rule.severity == .blocker, let waiver = rule.waiver else { return nil }
      return content.code(.rule, rule.id) + [.text(". ")] + content.acceptance(from: waiver)
    }
  }

  private static let claimableBlockers = Gap(
    "gap-claimed", "Blockers that may be claimed not to apply", "Beside what the answers about the scope say."
  ) { content in
    content.policies.rules.filter { $0.severity == .blocker && $0.allowsClaim }.map { content.code(.rule, $0.id) }
  }

  private static let endingRequirements = Gap(
    "gap-ending", "Requirements that end before the end of the life", "From then on less is checked."
  ) { content in
    content.policies.rules.flatMap { rule -> [Line] in
      let whole = rule.dueUntil.map { content.code(.rule, rule.id) + [.text(" ends with \($0.name)")] }
      let tiers = rule.tiers.compactMap { tier in
        tier.until.map { stage in
          content.code(.rule, rule.id)
            + [.text(": what is due from \(tier.from.name) ends with \(stage.name)")]
            + [.text(tier.endReason.map { ", because \($0)" } ?? ", for no reason given")]
        }
      }
      return [whole].compactMap { $0 } + tiers
    }
  }
}

// MARK: Words and names

extension Gap {
  private static let gapsInWords: [Gap] = [
    ofRules("gap-why", "Rules that do not say why") { $0.why == nil },
    ofRules("gap-evidence", "Rules that name no evidence") { $0.evidence.isEmpty },
    ofRules("gap-ground", "Rules that name no ground") { $0.grounds.isEmpty },
    ofQuestions("gap-question-why", "Questions that do not say why they are asked") { $0.why == nil },
    ofQuestions("gap-good-answer", "Questions that do not say what a good answer is") { $0.goodAnswer == nil },
    ofQuestions("gap-known-by", "Questions that do not say who knows the answer") { $0.knownBy == nil },
  ]

  private static let unusedNames: [Gap] = [
    Gap("gap-parameters", "Parameters that no rule compares with", "They change nothing.") { content in
      content.foundation.parameters.filter { content.uses.byParameter[$0.name] == nil }
        .map { content.code(.parameter, $0.name) }
    },
    Gap("gap-patterns", "Patterns that nothing looks for", "They change nothing.") { content in
      let ofNames = content.foundation.reviewLimits.namePatterns
      return content.foundation.patterns
        .filter { content.uses.byPattern[$0.name] == nil && !ofNames.contains($0.name) }
        .map { content.code(.pattern, $0.name) }
    },
    Gap("gap-terms", "Terms that no rule and no question uses", "Explained for nothing.") { content in
      let used = Set(content.foundation.terms(in: content.allTexts).map(\.term))
      return content.foundation.glossary.filter { !used.contains($0.term) }.map {
        content.link($0.term, .term, $0.term)
      }
    },
  ]

  private static func ofRules(
    _ anchor: String, _ title: String, _ isMissing: @escaping @Sendable (Rule) -> Bool
  ) -> Gap {
    Gap(anchor, title) { content in
      content.policies.rules.filter(isMissing).map { content.code(.rule, $0.id) }
    }
  }

  private static func ofQuestions(
    _ anchor: String, _ title: String, _ isMissing: @escaping @Sendable (Question) -> Bool
  ) -> Gap {
    Gap(anchor, title) { content in
      content.policies.schema.questions.filter(isMissing).map { content.code(.question, $0.id) }
    }
  }
}

extension ReferenceContent {
  fileprivate func withRules(_ provision: Provision) -> Line {
    let cited: Line =
      provision.rules.isEmpty ? [.text(", cited by no rule")] : [.text(", cited by ")] + ids(provision.rules)
    return code(.provision, provision.identifier) + [.text(provision.citation.map { " \($0.title)" } ?? "")] + cited
  }

  /// The words of all rules and questions.
  fileprivate var allTexts: [String] {
    let rules = policies.rules.flatMap { rule -> [String?] in
      [rule.title, rule.requires, rule.why, rule.appliesTo, rule.remedy, rule.note]
    }
    let questions = policies.schema.questions.flatMap { [$0.ask, $0.why, $0.goodAnswer] as [String?] }
    return (rules + questions).compactMap { $0 }
  }
}
