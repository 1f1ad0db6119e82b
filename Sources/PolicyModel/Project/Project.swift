public import CEL
public import Diagnostics
public import LocatedYAML

/// A project description as read: answers by question, evidence, and where everything stands.
public struct Project: Sendable {
  public let document: YAMLDocument
  /// One for each question of the schema.
  public let answers: [Answer]
  public let evidence: [EvidenceItem]
  /// The classification marking, as written.
  public let marking: String?
  /// Questions whose answer is invalid; each has an error among the diagnostics.
  public let invalid: Set<Int>

  /// The answer to a question of the schema.
  public func answer(_ question: String, in schema: AnswerSchema) -> Answer? {
    schema.index(of: question).map { answers[$0] }
  }
}

/// What a project says to one question.
public struct Answer: Sendable {
  /// Nil where it is unanswered or invalid.
  public let value: Value?
  /// What was written, even where it is no answer.
  public let node: YAMLNode?
  /// For lists: what wrote each item of the value, and its place among all items.
  public let items: [(node: YAMLNode, position: Int)]

  /// Items of a list: far more than anybody reads, few enough to compare all with all.
  package static let mostItems = 500

  static let none = Answer(value: nil, node: nil, items: [])
}

/// Something that supports answers: a report, a record, a certificate.
public struct EvidenceItem: Sendable {
  /// Whether it says where it can be looked at. What does not is no evidence, whatever else it says.
  public var hasSource: Bool { file != nil || uri != nil }

  /// Dotted fields and ids of rules.
  public let supports: [String]
  public let title: String?
  /// A path relative to the project file.
  public let file: String?
  public let uri: String?
  /// Lower-case hexadecimal.
  public let sha256: String?
  /// Days since 1970.
  public let madeOn: Int?
  public let expiresOn: Int?
  public let location: Location
  /// Where `file` stands.
  public let fileLocation: Location?
  /// Where `expires_on` stands.
  public let expiryLocation: Location?
}
