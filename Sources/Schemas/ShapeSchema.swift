internal import PolicyModel

/// Makes schemas of the shapes that the readers read by.
struct ShapeSchema {
  private let policies: PolicySet
  /// Whether names may be those of packs that are not loaded, as in the cases of a pack that is being written.
  private let isOpen: Bool

  init(_ policies: PolicySet, isOpen: Bool) {
    self.policies = policies
    self.isOpen = isOpen
  }

  /// A mapping, with `more` members behind its own.
  func schema(of shape: MappingShape, more: [JSONSchema.Member] = []) -> JSONSchema {
    let members = shape.keys.map { key in
      JSONSchema.Member(key.name, self.schema(of: key), isRequired: key.isRequired)
    }
    let made = JSONSchema.object(members + more)
    guard !shape.needsOneOf.isEmpty else { return made }
    return made.with("anyOf", .array(shape.needsOneOf.map { ["required": .texts([$0])] }))
  }

  /// What stands under `$defs`, so that it need not be repeated for every name of a group.
  func definitions(in shape: MappingShape) -> [(key: String, value: JSONValue)] {
    shape.keys.flatMap { key in definitions(in: key.value) }
  }

  private func definitions(in value: ValueShape) -> [(key: String, value: JSONValue)] {
    switch value {
    case .mapping(let shape): definitions(in: shape)
    case .list(let item, _): definitions(in: item)
    case .group(.mapping(let shape), .reference):
      [(Self.name(of: shape), schema(of: shape).value)] + definitions(in: shape)
    case .group(let value, _): definitions(in: value)
    default: []
    }
  }

  /// The answers to all questions.
  static let answers = "answers"

  private static func name(of shape: MappingShape) -> String {
    shape.subject.split(separator: " ").joined(separator: "-")
  }

  private func schema(of key: KeyShape) -> JSONSchema {
    var made = schema(of: key.value).described(key.meaning)
    if let example = key.example { made.add("examples", [JSONValue(example)]) }
    return key.isRequired ? made : made.orNull()
  }

  private func schema(of value: ValueShape) -> JSONSchema {
    switch value {
    case .constant(let text): JSONSchema().with("const", .text(text))
    case .text, .regularExpression: AnswerSchemas.text
    case .condition: JSONSchema().with("type", ["string", "boolean"])
    case .form(let form): JSONSchema(type: "string").with("pattern", .text(form.expression))
    case .number: JSONSchema(type: "number")
    case .wholeNumber: JSONSchema(type: "integer").with("minimum", 0)
    case .boolean: JSONSchema(type: "boolean")
    case .date: JSONSchema(type: "string").with("pattern", .text("^\(AnswerSchemas.date)$"))
    case .digest: JSONSchema(type: "string").with("pattern", "^(sha256:)?[0-9a-fA-F]{64}$")
    case .choice(let values): .values(values)
    case .reference(let reference, let words): schema(of: reference, or: words)
    case .list(let item, let least):
      least > 0
        ? .array(of: schema(of: item)).with("minItems", .number(Double(least))) : .array(of: schema(of: item))
    case .group(.answer, _): .reference(Self.answers)
    case .group(.mapping(let shape), .reference(let reference)):
      group(of: .reference(Self.name(of: shape)), .reference(reference))
    case .group(let value, let names): group(of: schema(of: value), names)
    case .mapping(let shape): schema(of: shape)
    case .answer: JSONSchema()
    }
  }

  // MARK: Names

  private func schema(of reference: Reference, or words: [String]) -> JSONSchema {
    switch reference {
    case .crosswalk:
      let prefixes = policies.foundation.instrument.frameworks.map { Self.escaped($0.prefix) }
      return JSONSchema(type: "string").with("pattern", .text("^(\(prefixes.joined(separator: "|")))([:#]|$)"))
    default:
      let names = words + names(of: reference)
      guard isOpen, Self.isOfPacks(reference) else { return .values(names) }
      return JSONSchema().with("anyOf", [JSONSchema.values(names).value, JSONSchema(type: "string").value])
    }
  }

  private func group(of value: JSONSchema, _ names: NameShape) -> JSONSchema {
    let object = JSONSchema(type: "object")
    switch names {
    case .any: return object.with("additionalProperties", value.value)
    case .form(let form):
      return object.with("patternProperties", .object([(form.expression, value.value)]))
        .with("additionalProperties", false)
    case .choice(let names): return group(of: value, names, isOpen: false)
    case .reference(let reference):
      return group(of: value, self.names(of: reference), isOpen: isOpen && Self.isOfPacks(reference))
    }
  }

  private func group(of value: JSONSchema, _ names: [String], isOpen: Bool) -> JSONSchema {
    JSONSchema(type: "object")
      .with("properties", .object(names.map { ($0, described(value, as: $0).value) }))
      .with("additionalProperties", isOpen ? value.value : false)
  }

  /// With the words of what has that name.
  private func described(_ schema: JSONSchema, as name: String) -> JSONSchema {
    let words =
      policies.rule(name)?.title ?? policies.foundation.parameters.first { $0.name == name }?.meaning
      ?? policies.foundation.patterns.first { $0.name == name }?.meaning
    return words.map { schema.described($0) } ?? schema
  }

  private func names(of reference: Reference) -> [String] {
    let foundation = policies.foundation
    let packs = policies.packs.map(\.id)
    return switch reference {
    case .clause: foundation.instrument.clauses.map(\.id)
    case .crosswalk: foundation.instrument.frameworks.map(\.prefix)
    case .foundation: [foundation.id]
    case .holderType: foundation.reviewLimits.holderTypes
    case .pack: packs
    case .packOrFoundation: packs + [foundation.id]
    case .parameter: foundation.parameters.map(\.name)
    case .pattern: foundation.patterns.map(\.name)
    case .question: policies.schema.questions.map(\.id)
    case .questionOrRule: policies.schema.questions.map(\.id) + policies.rules.map(\.id)
    case .rank: foundation.reviewLimits.ranks
    case .rule: policies.rules.map(\.id)
    }
  }

  /// Whether a pack can add to what the reference may name.
  private static func isOfPacks(_ reference: Reference) -> Bool {
    switch reference {
    case .pack, .packOrFoundation, .parameter, .pattern, .question, .questionOrRule, .rule: true
    case .clause, .crosswalk, .foundation, .holderType, .rank: false
    }
  }

  private static func escaped(_ text: String) -> String {
    var escaped = ""
    for character in text {
      if ".+*?()[]{}|^$\\/".contains(character) { escaped.append("\\") }
      escaped.append(character)
    }
    return escaped
  }
}

extension JSONValue {
  init(_ example: ExampleValue) {
    switch example {
    case .text(let text): self = .text(text)
    case .number(let number): self = .number(number)
    case .boolean(let flag): self = .boolean(flag)
    case .list(let items): self = .array(items.map { JSONValue($0) })
    case .mapping(let members): self = .object(members.map { ($0.key, JSONValue($0.value)) })
    }
  }
}
