internal import CEL
internal import DocumentWriting
internal import PolicyModel

/// Who may decide otherwise than the rules, and the words that conditions are written in.
extension ReferenceContent {
  /// The review limits in words.
  var deciding: Section {
    Section(
      "deciding", "Who may decide otherwise",
      [
        .fields([
          Field(
            "Gate",
            Line(
              """
              A failed blocker stops. An undecided blocker holds, and so does an answer that is not valid. A major that \
              failed or is undecided makes the gate conditional, and so does, from the stage test on, a blocker that \
              passes without evidence. Nothing offsets anything else.
              """)),
          Field("Acceptance", acceptance),
          Field("Claim", claim),
          Field("Names", names),
          Field(
            "Dispute",
            Line(
              """
              Anybody may dispute a rule or an answer. That only tightens: a disputed rule that would pass fails, and \
              without a disputed answer each rule keeps the worse outcome.
              """)),
        ])
      ])
  }

  private var acceptance: Line {
    let limits = foundation.reviewLimits
    let accepted = policies.rules.count { $0.waiver != nil }
    return Line(
      """
      Of \(Self.count(policies.rules.count, "rule", "rules")), \(accepted) name a rank from which a failure may be \
      accepted. Of the others nobody may accept a failure. From the lowest to the highest the ranks are\u{20}
      """)
      + Self.listed(limits.ranks) + Line(". An acceptance names its holder, which is a ")
      + Self.listed(limits.holderTypes, "or")
      + Line(
        """
        , gives a reason, and ends at most \(Self.count(limits.acceptanceDays, "day", "days")) after it was given. An \
        accepted blocker makes the gate conditional at best, and more than \(limits.mostAcceptedBlockers) of them make \
        it hold. More than \(limits.mostAcceptedMajors) accepted majors make it conditional.
        """)
  }

  private var claim: Line {
    let limits = foundation.reviewLimits
    let claimed = policies.rules.count(where: \.allowsClaim)
    let rank = limits.ranks.indices.contains(limits.claimRankWhereNever) ? limits.ranks[limits.claimRankWhereNever] : ""
    return Line(
      """
      Of \(claimed) of the rules it may be claimed that they do not apply; of the others only answers about the scope \
      can say so. A claim gives reasons of at least \(Self.count(limits.minimumReasonWords, "word", "words")), is \
      approved by somebody other than the claimant, and is reviewed again within \
      \(Self.count(limits.claimReviewDays, "day", "days")). On a blocker or a major the approver has at least the rank \
      that could accept a failure; where nobody could, at least\u{20}
      """) + [.code(rank)] + Line(". A blocker that does not apply by a claim makes the gate conditional at best.")
  }

  private var names: Line {
    let limits = foundation.reviewLimits
    var line: Line = []
    if !limits.namePatterns.isEmpty {
      line += [.text("No name may be hit by the patterns ")] + codes(.pattern, limits.namePatterns) + [.text(". ")]
    }
    if !limits.differFrom.isEmpty {
      line += [.text("Whoever is named under ")] + codes(.question, limits.differFrom)
      line += [.text(" accepts no failure, and approves no claim on a blocker or a major.")]
    }
    return line
  }

  // MARK: Conditions

  /// The operators, macros and functions that the rules use.
  var conditionWords: Section {
    var rows: [Table.Row] = []
    for each in Operator.all {
      add(each.name, [.code(Self.filled(each.form))], each.summary, &rows)
    }
    for each in Macro.all {
      add(each.name, [.code(each.forms.first?.written ?? each.name)], each.summary, &rows)
    }
    for each in policies.environment.functions.functions { add(each.name, [.code(each.name)], each.summary, &rows) }
    let table = Table(
      caption: "What conditions are written with", columns: [.text("Written"), .text("Means"), .number("Rules")],
      rows: rows)
    return Section(
      "conditions", "How conditions are written",
      [
        .paragraph(
          Line(
            """
            Conditions are written in CEL, the Common Expression Language, over the questions' names. A name after \
            `params.` is a number of the packs, and one after `patterns.` a pattern; both are described under their \
            names. Where an answer is missing its value is unknown, and so is the result unless the rest decides it.
            """)),
        .table(table),
      ])
  }

  private func add(_ name: String, _ form: Line, _ summary: String, _ rows: inout [Table.Row]) {
    guard let rules = uses.byWord[name] else { return }
    rows.append(Table.Row([form, [.text(summary)], [.text(String(rules.count))]]))
  }

  /// The form with a letter for each operand.
  private static func filled(_ form: String) -> String {
    var operands = ["a", "b", "c"][...]
    return form.map { $0 == "_" ? operands.popFirst() ?? "_" : String($0) }.joined()
  }
}
