import LocatedYAML

extension Requirements {
  init(from root: YAMLNode) throws {
    stages = try root.texts("stages")
    ranks = try root.texts("waiver_rank")
    let limits = try root.required("review_limits")
    func limit(_ key: String) throws -> Int { Int(try limits.required(key).number()) }
    self.limits = Limits(
      acceptanceDays: try limit("acceptance_days"), naReviewDays: try limit("na_review_days"),
      minReasonWords: try limit("min_reason_words"), maxAcceptedMajors: try limit("max_accepted_majors"),
      maxAcceptedBlockers: try limit("max_accepted_blockers"))

    let fieldRules = try root.required("field_rules")
    lookalikeLetters = Set(try fieldRules.text("lookalike_letters").unicodeScalars)
    shortTexts = Set(try fieldRules.texts("short_texts"))
    placeholderWords = Set(try fieldRules.texts("placeholder_words").map(Texts.folded))
    noneWords = Set(try fieldRules.texts("none_words").map { Texts.words(Texts.cleaned($0)) })
    nameTitles = Set(try fieldRules.texts("name_titles").map(Texts.folded))
    futureDates = Set(try fieldRules.texts("future_dates"))
    guard let earliest = Calendar.day(try fieldRules.text("earliest_date")) else {
      throw UnexpectedShape(description: "earliest_date is no date")
    }
    earliestDay = earliest
    parameters = try Dictionary(
      uniqueKeysWithValues: root.required("params").pairs().map { ($0.name, try $0.value.number()) })
    patterns = try Dictionary(
      uniqueKeysWithValues: root.required("patterns").pairs().map { name, node in
        (name, Pattern(match: try node.texts("match"), except: try node.value(forKey: "except")?.texts() ?? []))
      })
    let stages = stages
    fields = try root.required("fields").pairs().map { name, node in
      Field(
        name: name, type: try Self.type(of: node, stages: stages),
        unit: try node.value(forKey: "unit")?.text(),
        minimum: try node.value(forKey: "min")?.number() ?? 0)
    }
    rules = try (root.required("requirements").items ?? []).map { try Rule(from: $0, stages: stages) }
    fieldsByName = Dictionary(uniqueKeysWithValues: fields.map { ($0.name, $0) })
    var groups = Set<String>()
    for field in fields {
      let parts = field.name.split(separator: ".")
      for length in 1..<max(parts.count, 1) { groups.insert(parts.prefix(length).joined(separator: ".")) }
    }
    self.groups = groups
  }

  private static func type(of node: YAMLNode, stages: [String]) throws -> FieldType {
    switch try node.text("type") {
    case "boolean": return .boolean
    case "number": return .number
    case "text": return .text
    case "date": return .date
    case "enum": return .choice(try node.texts("values"))
    case "list":
      switch try node.text("item") {
      case "text": return .list(.text)
      case "enum": return .list(.choice(try node.texts("values")))
      case "record":
        return .list(
          .record(
            try node.required("record").pairs().map { name, type in
              RecordKey(name: name, type: try recordKeyType(try type.text(), stages: stages))
            }))
      case let other: throw UnexpectedShape(description: "item type `\(other)`")
      }
    case let other: throw UnexpectedShape(description: "field type `\(other)`")
    }
  }

  private static func recordKeyType(_ text: String, stages: [String]) throws -> FieldType {
    switch text {
    case "text": return .text
    case "date": return .date
    case "boolean": return .boolean
    case "enum:lifecycle": return .choice(stages)
    default:
      guard text.hasPrefix("enum:") else { throw UnexpectedShape(description: "record type `\(text)`") }
      return .choice(text.dropFirst(5).split(separator: "|").map(String.init))
    }
  }
}

extension Requirements.Rule {
  init(from node: YAMLNode, stages: [String]) throws {
    func stage(_ node: YAMLNode) throws -> Int {
      guard let index = stages.firstIndex(of: try node.text()) else {
        throw UnexpectedShape(description: "stage \(node.described)")
      }
      return index
    }
    id = try node.text("id")
    theme = try node.text("theme")
    severity = try node.text("severity")
    dueFrom = try stage(node.required("due_from"))
    dueUntil = try node.value(forKey: "due_until").map(stage)
    appliesWhen = try Condition(from: node.required("applies_when"))
    tiers = try (node.required("checks").items ?? []).map { tier in
      Requirements.Tier(
        from: try stage(tier.required("from")), until: try tier.value(forKey: "until").map(stage),
        condition: try Condition(from: tier.required("require")))
    }
    questions = try (node.required("questions").items ?? []).map { try $0.text("field") }
    paragraphs = try node.texts("paragraphs")
    naPolicy = try node.text("na_policy")
    waiver = try node.text("waiver")
  }
}
