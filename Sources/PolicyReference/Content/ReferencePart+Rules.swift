internal import CEL
internal import DocumentWriting
internal import PolicyModel

extension ReferencePart {
  /// Every field of every rule, pack by pack.
  static let rules = ReferencePart { content in
    Section(
      "rules", "Rules by pack",
      content.policies.packs.map { pack in
        var facts: Line = [.code(pack.id), .text(", version \(pack.version), ")]
        facts.append(.text(ReferenceContent.count(pack.rules.count, "rule", "rules")))
        if !pack.extended.isEmpty { facts += [.text(", overlay on ")] + content.codes(.pack, pack.extended) }
        let summary: [Block] = pack.summary.isEmpty ? [] : [.lead([.text(pack.summary)])]
        return .section(
          Section(
            content.anchors[.pack, pack.id] ?? "", pack.title,
            summary + [.facts(facts)] + pack.rules.map { .section(content.entry($0)) }))
      })
  }
}

extension ReferenceContent {
  fileprivate func entry(_ rule: Rule) -> Section {
    let texts = linked([rule.requires, rule.why, rule.appliesTo, rule.remedy, rule.note])
    var fields: [Field?] = [
      texts[0].map { Field("Requires", $0) },
      texts[1].map { Field("Why", $0) },
      Field("Applies to", blocks: [.paragraph(texts[2] ?? [])] + (rule.appliesWhen.map { condition($0) } ?? [])),
    ]
    fields += rule.tiers.map { tier in
      Field(
        tierName(tier),
        blocks: condition(tier.condition) + (tier.endReason.map { [.paragraph([.text("Ends because \($0)")])] } ?? []))
    }
    fields += [
      clauses(rule),
      Field("Grounds", grounds(rule)),
      related(rule),
      custom(rule),
      list("Evidence", rule.evidence.map { [.text($0)] }),
      texts[3].map { Field("To mend a failure", $0) },
      Field("Claim", claim(rule)),
      Field("Acceptance", acceptance(rule)),
      texts[4].map { Field("Note", $0) },
      list("Questions", questionLines(rule)),
    ]
    let facts: Line = [
      .code(rule.id), .text(" "), Self.label(rule.severity), .text(" \(rule.dueStages)"),
    ]
    return Section(
      entry: anchors[.rule, rule.id] ?? "", [.text(rule.title)], [.facts(facts), .fields(fields.compactMap { $0 })])
  }

  private func list(_ name: String, _ lines: [Line]) -> Field? {
    lines.isEmpty ? nil : Field(name, blocks: [.list(lines)])
  }

  // MARK: Conditions

  private func tierName(_ tier: Tier) -> String {
    "From \(tier.from.name)" + (tier.until.map { " until \($0.name)" } ?? "")
  }

  /// The condition as evaluated, with the values of the numbers that it names.
  private func condition(_ condition: Condition) -> [Block] {
    let lines = condition.source.split(separator: "\n").filter { !$0.allSatisfy { $0 == " " } }
    let read = condition.program.checked.constantsRead().compactMap { path -> String? in
      guard path.variable == "params", case .field(let name)? = path.qualifiers.first else { return nil }
      return name
    }
    let numbers = foundation.parameters.filter { read.contains($0.name) }
    let values = numbers.map { code(.parameter, $0.name) + [.text(" is \($0.valueWithUnit)")] }
    return [.code(lines.joined(separator: "\n"))]
      + (values.isEmpty ? [] : [.paragraph([.text("where ")] + .joined(values))])
  }

  // MARK: Sources

  private func clauses(_ rule: Rule) -> Field? {
    list(
      "Clauses",
      rule.clauses.map { id in
        let text = instrument.clauses.first { $0.id == id }?.text ?? ""
        return link(id, .clause, id) + [.text(" \(text)")]
      })
  }

  private func grounds(_ rule: Rule) -> Line {
    if rule.grounds.isEmpty { return [.label("no ground is named", .doubt)] }
    return .joined(
      rule.grounds.map { ground in
        let (name, rest) = (ground.rawValue, ground.described.dropFirst(ground.rawValue.utf8.count))
        return [.label(name, .plain), .text(String(rest))]
      }, by: "; ")
  }

  private func related(_ rule: Rule) -> Field? {
    list(
      "Related provisions",
      rule.crosswalk.map { identifier in
        let binding = instrument.framework(of: identifier).map { [Inline.text(" (\(Self.standing($0)))")] }
        let said = provision(identifier).map { described($0) } ?? []
        return code(.provision, identifier) + [.text(" ")] + said + (binding ?? [])
      })
  }

  private func custom(_ rule: Rule) -> Field? {
    list(
      "Custom",
      rule.crosswalk.compactMap { identifier in
        instrument.customaryEquivalents[identifier].map { numbers in
          [.text("ICRC study, \(Self.custom(numbers)), for ")] + code(.provision, identifier)
        }
      })
  }

  // MARK: People

  private func claim(_ rule: Rule) -> Line {
    guard rule.allowsClaim else { return Line("No. Only the answers about the scope can make it not applicable.") }
    return Line("A person may claim, with reasons, that it does not apply.")
  }

  private func acceptance(_ rule: Rule) -> Line {
    rule.waiver.map { acceptance(from: $0) } ?? Line("Nobody may accept a failure.")
  }

  private func questionLines(_ rule: Rule) -> [Line] {
    let scope = rule.scopeQuestions.filter { !rule.questions.contains($0) }
    return (rule.questions + scope).map { id in
      let ask = policies.schema.index(of: id).map { policies.schema.questions[$0].ask } ?? ""
      let role = rule.scopeQuestions.contains(id) ? [Inline.text(" (decides whether the rule applies)")] : []
      return code(.question, id) + [.text(" \(ask)")] + role
    }
  }
}
