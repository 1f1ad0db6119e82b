import AssessmentEngine
import BuiltInPolicies
import CEL
import Diagnostics
import LocatedYAML
import PolicyModel

/// The built-in packs, on a fixed day.
enum World {
  static let policies: PolicySet = {
    guard let policies = BuiltIn.policies else { fatalError("the built-in packs have errors") }
    return policies
  }()

  /// 2026-03-01.
  static let day = 20_513

  static let noAnswers: [Value?] = policies.schema.questions.map { _ in nil }

  /// Sets of answers: none, and some of each type.
  static let answers: [[Value?]] = {
    let types = Dictionary(uniqueKeysWithValues: policies.schema.objectTypes.map { ($0.name, $0) })
    return [noAnswers]
      + (0..<3).map { variant in
        policies.schema.questions.map { question in
          value(of: question.type, variant, entry: types[question.id + "[]"])
        }
      }
  }()

  private static func value(of type: AnswerType, _ variant: Int, entry: ObjectType? = nil) -> Value {
    switch type {
    case .boolean: .bool(variant != 0)
    case .number: .double(Double(variant) * 1.5)
    case .text: .string(["", "Colonel A. Tan", "the AI decides"][variant % 3])
    case .date: Timestamp(day: day - variant * 100).map { .timestamp($0) } ?? .null
    case .choice(let offered): .string(offered[variant % offered.count])
    case .textList: .list(ListValue((0..<variant).map { .string("item \($0)") }))
    case .choiceList(let offered): .list(ListValue(offered.prefix(variant).map { .string($0) }))
    case .recordList(let keys):
      .list(
        ListValue(
          (0..<variant).compactMap { number in
            entry.map { .record(RecordValue(type: $0, fields: keys.map { value(of: $0.type, number) })) }
          }))
    }
  }

  /// A document and what reading it had to say, assessed without review.
  static func assess(_ document: Diagnosed<YAMLDocument>, against policies: PolicySet = policies) -> Assessment {
    let project = policies.readProject(document, on: day)
    return Assessment(
      AssessmentInput(project: project.value, projectDiagnostics: project.diagnostics, projectDigest: "", day: day),
      against: policies)
  }

  /// The documents in some bytes, each on its own, read so many bytes at a time.
  static func documents(in bytes: [UInt8], inParts size: Int = .max) -> [Diagnosed<YAMLDocument>] {
    var rest = bytes[...]
    var reader = YAMLReader(name: "project.yaml") {
      guard !rest.isEmpty else { return nil }
      defer { rest = rest.dropFirst(size) }
      return Array(rest.prefix(size))
    }
    var documents: [Diagnosed<YAMLDocument>] = []
    while let next = try? reader.next() { documents.append(next) }
    return documents
  }
}
