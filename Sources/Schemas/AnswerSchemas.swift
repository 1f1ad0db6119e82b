internal import PolicyModel

/// Makes schemas of questions.
///
/// Each question stands once under `$defs`, by its dotted name, since an answer can be written in several ways.
struct AnswerSchemas {
  private let policies: PolicySet

  init(_ policies: PolicySet) {
    self.policies = policies
  }

  /// Any plain value: what looks like a number is read as a text too.
  static let text = JSONSchema().with("type", ["string", "number", "boolean"])

  /// The word that leaves a question open, in any letter case.
  private static let unknown = JSONValue.text("^[Uu][Nn][Kk][Nn][Oo][Ww][Nn]$")

  private static let dateOrUnknown = "^(\(date)|[Uu][Nn][Kk][Nn][Oo][Ww][Nn])$"

  /// A date, as part of a regular expression.
  static let date = "[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])"

  /// Every question by its dotted name.
  var definitions: [(key: String, value: JSONValue)] {
    policies.schema.questions.map { ($0.id, schema(of: $0).value) }
  }

  // MARK: Where answers stand

  /// The sections of a project description, nested, and how dotted names are matched at the top.
  func sections() -> (members: [JSONSchema.Member], dotted: JSONValue) {
    let tree = AnswerTree(policies.schema.questions.map(\.parts))
    let members = tree.children.map { name, child in
      JSONSchema.Member(name, section(child, [name]), isRequired: false)
    }
    return (members, .object(dotted(tree, [])))
  }

  /// Answers as a group of their own: under dotted names, which are offered, or nested.
  func answers(isOpen: Bool) -> JSONSchema {
    let names = policies.schema.questions.map { ($0.id, JSONSchema.reference($0.id).value) }
    let isQuestion = Set(names.map { "^\($0.0.split(separator: ".").joined(separator: "[.]"))$" })
    let tree = AnswerTree(policies.schema.questions.map(\.parts))
    var schema = JSONSchema(type: "object")
    schema.add("properties", .object(names + tree.children.map { ($0.name, section($0.child, [$0.name]).value) }))
    let groups = dotted(tree, []).filter { !isQuestion.contains($0.key) }
    if !groups.isEmpty { schema.add("patternProperties", .object(groups)) }
    if !isOpen { schema.add("additionalProperties", false) }
    return schema
  }

  private func section(_ tree: AnswerTree, _ path: [String]) -> JSONSchema {
    if tree.isQuestion { return .reference(path.joined(separator: ".")) }
    var schema = JSONSchema()
    let name = path.joined(separator: ".")
    schema.add("title", .text(policies.foundation.sectionTitles[name] ?? name))
    schema.add("description", .text("The answers under `\(name)`."))
    schema.add("type", ["object", "string", "null"])
    schema.add("pattern", Self.unknown)
    schema.add("properties", .object(tree.children.map { ($0, section($1, path + [$0]).value) }))
    let inner = dotted(tree, path)
    if !inner.isEmpty { schema.add("patternProperties", .object(inner)) }
    schema.add("additionalProperties", false)
    return schema
  }

  /// What can stand below a path under a name of several parts: matched and shown, but not among what is offered first.
  private func dotted(_ tree: AnswerTree, _ path: [String]) -> [(key: String, value: JSONValue)] {
    tree.children.flatMap { name, child in
      child.descendants([name]).map { names, node in
        ("^\(names.joined(separator: "[.]"))$", section(node, path + names).value)
      }
    }
  }

  // MARK: Questions

  private func schema(of question: Question) -> JSONSchema {
    var schema = JSONSchema()
    schema.add("title", .text(question.id))
    schema.add("description", .text(Self.words(of: question)))
    switch question.type {
    case .boolean, .choice: schema.add("anyOf", Self.offered(question.type))
    case .number:
      schema.add("type", ["number", "string", "null"])
      schema.add("pattern", Self.unknown)
      schema.add("minimum", .number(question.minimum))
      if question.maximum < .greatestFiniteMagnitude { schema.add("maximum", .number(question.maximum)) }
    case .text:
      schema.add("type", ["string", "number", "boolean", "null"])
    case .date:
      schema.add("type", ["string", "null"])
      schema.add("pattern", .text(Self.dateOrUnknown))
    case .textList: Self.addList(of: JSONSchema().with("type", ["string", "number", "boolean", "null"]), &schema)
    case .choiceList(let values):
      Self.addList(of: JSONSchema().with("anyOf", Self.offered(.choice(values))), &schema)
    case .recordList(let keys): Self.addList(of: Self.entry(keys, question), &schema)
    }
    if let example = question.example {
      schema.add("examples", [JSONValue(example, question.type)])
    }
    return schema
  }

  private static func addList(of items: JSONSchema, _ schema: inout JSONSchema) {
    schema.add("type", ["array", "string", "null"])
    schema.add("pattern", Self.unknown)
    schema.add("items", items.value)
    schema.add("maxItems", .number(Double(Answer.mostItems)))
  }

  private static func entry(_ keys: [RecordKey], _ question: Question) -> JSONSchema {
    var schema = JSONSchema().with("type", ["object", "string", "null"])
    schema.add("pattern", Self.unknown)
    schema.add("properties", .object(keys.map { ($0.name, plain($0.type, question).value) }))
    schema.add("additionalProperties", false)
    return schema
  }

  private static func plain(_ type: AnswerType, _ question: Question) -> JSONSchema {
    switch type {
    case .boolean, .choice: JSONSchema().with("anyOf", offered(type))
    case .number:
      JSONSchema().with("type", ["number", "string", "null"]).with("pattern", unknown)
        .with("minimum", .number(question.minimum))
    case .date: JSONSchema().with("type", ["string", "null"]).with("pattern", .text(dateOrUnknown))
    default: JSONSchema().with("type", ["string", "number", "boolean", "null"])
    }
  }

  /// What is offered, and the ways to say that there is no answer.
  private static func offered(_ type: AnswerType) -> JSONValue {
    let values: [JSONValue] =
      switch type {
      case .boolean: [true, false]
      case .choice(let values): values.map { .text($0) }
      default: []
      }
    return [
      JSONSchema().with("enum", .array(values + ["unknown", .null])).value,
      JSONSchema(type: "string").with("pattern", unknown).value,
    ]
  }

  private static func words(of question: Question) -> String {
    var parts = [question.ask]
    if let why = question.why { parts.append("Why: \(why)") }
    if let answer = question.goodAnswer { parts.append("A good answer: \(answer)") }
    if let people = question.knownBy { parts.append("Usually known by: \(people).") }
    if let unit = question.unit { parts.append("Unit: \(unit).") }
    if question.type == .date, !question.allowsFuture { parts.append("Not after the day of the assessment.") }
    return parts.joined(separator: "\n\n")
  }
}

/// Questions by the parts of their names.
private struct AnswerTree {
  private(set) var children: [(name: String, child: AnswerTree)] = []
  private(set) var isQuestion = false

  init(_ paths: [[String]]) {
    for path in paths { add(path[...]) }
  }

  private init() {}

  private mutating func add(_ path: ArraySlice<String>) {
    guard let name = path.first else {
      isQuestion = true
      return
    }
    if let index = children.firstIndex(where: { $0.name == name }) {
      children[index].child.add(path.dropFirst())
    } else {
      var child = AnswerTree()
      child.add(path.dropFirst())
      children.append((name, child))
    }
  }

  /// Everything below, by the names that lead there from the path given.
  func descendants(_ path: [String]) -> [(names: [String], node: AnswerTree)] {
    children.flatMap { name, child in [(path + [name], child)] + child.descendants(path + [name]) }
  }
}

extension JSONValue {
  /// An example of an answer of a type.
  init(_ example: AnswerExample, _ type: AnswerType) {
    switch (example, type) {
    case (.list(let items), .recordList(let keys)): self = .array(items.map { JSONValue($0, keys) })
    case (.list(let items), _): self = .array(items.map { JSONValue($0, .text) })
    case (.scalar(let text), .boolean): self = .boolean(text == "true")
    case (.scalar(let text), .number): self = Double(text).map { .number($0) } ?? .text(text)
    case (.scalar(let text), _): self = .text(text)
    case (.entry, _): self = JSONValue(example, [])
    }
  }

  private init(_ example: AnswerExample, _ keys: [RecordKey]) {
    guard case .entry(let members) = example else {
      self = JSONValue(example, .text)
      return
    }
    self = .object(
      members.map { member in
        (member.key, JSONValue(member.value, keys.first { $0.name == member.key }?.type ?? .text))
      })
  }
}
