public import CEL

/// How the questions' dotted names become variables and fields of expressions, and answers become their values.
public final class AnswerSchema: Sendable {
  /// A section, or a group inside one.
  final class Group: Sendable {
    let type: ObjectType
    let path: AttributePath
    let members: [Member]
    /// The names of the members.
    let names: [String]

    init(type: ObjectType, path: AttributePath, members: [Member]) {
      self.type = type
      self.path = path
      self.members = members
      names = type.fields.map(\.name)
    }
  }

  enum Member: Sendable {
    /// Index of the question.
    case question(Int)
    case group(Group)
  }

  /// The questions, in the order declared.
  public let questions: [Question]
  /// The path of each question in expressions.
  public let paths: [AttributePath]
  /// The object types that expressions meet.
  public let objectTypes: [ObjectType]
  /// The sections, in order of first use; each is a variable.
  public let sections: [String]
  private let indexes: [String: Int]
  /// Dotted names that stand above questions: `control`, `risk`, `risk.acceptance`.
  private let sectionPaths: Set<String>
  /// The sections, as `sections` has them.
  let groups: [Group]
  /// Whether no question's name stands above others.
  let isTree: Bool
  private let unanswered: [Value]
  /// The type of a list's entries, by question index.
  private let entryTypes: [ObjectType?]

  init(_ questions: [Question]) {
    self.questions = questions
    var indexes = [String: Int](minimumCapacity: questions.count)
    for (index, question) in questions.enumerated() { indexes[question.id] = index }
    self.indexes = indexes
    var sectionPaths = Set<String>(minimumCapacity: questions.count)
    var last: ArraySlice<String> = []
    // Questions of a section mostly stand together.
    for parts in questions.map({ $0.parts.dropLast() }) where parts != last {
      last = parts
      var above = ""
      for part in parts {
        above += above.isEmpty ? part : "." + part
        sectionPaths.insert(above)
      }
    }
    self.sectionPaths = sectionPaths
    isTree = !questions.contains { sectionPaths.contains($0.id) }
    paths = questions.map { question in
      let parts = question.parts
      return AttributePath(parts.first ?? "", parts.dropFirst().map { .field($0) })
    }
    unanswered = paths.map { .unknown(UnknownSet($0)) }
    var entryTypes = [ObjectType?](repeating: nil, count: questions.count)
    for (index, question) in questions.enumerated() {
      guard case .recordList(let keys) = question.type else { continue }
      entryTypes[index] = ObjectType(
        name: question.id + "[]",
        fields: keys.map {
          ObjectField(name: $0.name, type: Self.type(of: $0.type, ""), allowedValues: Self.values($0.type))
        })
    }
    self.entryTypes = entryTypes
    var sections: [String] = []
    var members: [[Int]] = []
    var places: [String: Int] = [:]
    for (index, path) in paths.enumerated() {
      if let place = places[path.variable] {
        members[place].append(index)
      } else {
        places[path.variable] = sections.count
        sections.append(path.variable)
        members.append([index])
      }
    }
    self.sections = sections
    var types = entryTypes.compactMap { $0 }
    groups = zip(sections, members).map { section, members in
      Self.makeGroup(AttributePath(section), members, questions, depth: 1, &types)
    }
    objectTypes = types
  }

  private static func makeGroup(
    _ path: AttributePath, _ indexes: [Int], _ questions: [Question], depth: Int, _ types: inout [ObjectType]
  ) -> Group {
    var fields: [ObjectField] = []
    var members: [Member] = []
    fields.reserveCapacity(indexes.count)
    members.reserveCapacity(indexes.count)
    var seen = Set<String>(minimumCapacity: indexes.count)
    for index in indexes {
      let parts = questions[index].parts
      guard parts.count > depth else { continue }
      let name = parts[depth]
      guard seen.insert(name).inserted else { continue }
      if parts.count == depth + 1 {
        let question = questions[index]
        fields.append(
          ObjectField(name: name, type: type(of: question.type, question.id), allowedValues: values(question.type)))
        members.append(.question(index))
      } else {
        let inner = indexes.filter { questions[$0].parts.count > depth + 1 && questions[$0].parts[depth] == name }
        let group = makeGroup(path.field(name), inner, questions, depth: depth + 1, &types)
        fields.append(ObjectField(name: name, type: .object(group.type.name)))
        members.append(.group(group))
      }
    }
    let type = ObjectType(name: path.description, fields: fields)
    types.append(type)
    return Group(type: type, path: path, members: members)
  }

  private static func type(of type: AnswerType, _ id: String) -> CELType {
    switch type {
    case .boolean: .bool
    case .number: .double
    case .text, .choice: .string
    case .date: .timestamp
    case .textList, .choiceList: .list(.string)
    case .recordList: .list(.object(id + "[]"))
    }
  }

  private static func values(_ type: AnswerType) -> [String]? {
    switch type {
    case .choice(let values), .choiceList(let values): values
    default: nil
    }
  }

  /// The index of a question by its dotted name.
  public func index(of question: String) -> Int? { indexes[question] }

  /// Whether questions stand below a dotted name.
  func isSection(_ path: String) -> Bool { sectionPaths.contains(path) }

  /// The type of the entries of a list of entries.
  func entryType(_ index: Int) -> ObjectType? { entryTypes[index] }

  /// The question that a path of an expression belongs to: the path itself, or the list that it leads into.
  public func question(of path: AttributePath) -> Int? {
    var id = path.variable
    if let index = indexes[id] { return index }
    for qualifier in path.qualifiers {
      guard case .field(let name) = qualifier else { return nil }
      id += "." + name
      if let index = indexes[id] { return index }
    }
    return nil
  }

  /// One value for each section, given the answers by question; nil is unanswered.
  public func values(of answers: [Value?]) -> [Value] {
    groups.map { value(of: $0, answers) }
  }

  private func value(of group: Group, _ answers: [Value?]) -> Value {
    var fields: [Value] = []
    fields.reserveCapacity(group.members.count)
    for member in group.members {
      switch member {
      case .question(let index): fields.append(answers[index] ?? unanswered[index])
      case .group(let inner): fields.append(value(of: inner, answers))
      }
    }
    return .record(RecordValue(type: group.type, fields: fields))
  }
}
