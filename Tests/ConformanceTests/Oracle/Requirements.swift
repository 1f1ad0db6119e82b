import Diagnostics
import LocatedYAML
import TestSupport

/// requirements.yaml as it stands, read without any part of the program but its YAML reader.
struct Requirements: Sendable {
  indirect enum FieldType: Sendable, Equatable {
    case boolean, number, text, date
    case choice([String])
    case list(FieldType)
    case record([RecordKey])
  }

  struct RecordKey: Sendable, Equatable {
    let name: String
    let type: FieldType
  }

  struct Field: Sendable {
    let name: String
    let type: FieldType
    let unit: String?
    let minimum: Double
  }

  struct Tier: Sendable {
    let from: Int
    let until: Int?
    var condition: Condition
  }

  struct Rule: Sendable {
    let id: String
    let theme: String
    let severity: String
    let dueFrom: Int
    let dueUntil: Int?
    var appliesWhen: Condition
    var tiers: [Tier]
    let questions: [String]
    let paragraphs: [String]
    let naPolicy: String
    let waiver: String
  }

  struct Pattern: Sendable {
    let match: [String]
    let except: [String]
  }

  struct Limits: Sendable {
    let acceptanceDays: Int
    let naReviewDays: Int
    let minReasonWords: Int
    let maxAcceptedMajors: Int
    let maxAcceptedBlockers: Int
  }

  let stages: [String]
  let ranks: [String]
  let limits: Limits
  let lookalikeLetters: Set<Unicode.Scalar>
  let shortTexts: Set<String>
  let placeholderWords: Set<String>
  let noneWords: Set<[String]>
  let nameTitles: Set<String>
  let earliestDay: Int
  let futureDates: Set<String>
  let parameters: [String: Double]
  let patterns: [String: Pattern]
  let fields: [Field]
  let rules: [Rule]
  /// The field names, and every prefix of them that groups fields.
  let fieldsByName: [String: Field]
  let groups: Set<String>

  static let path = "Tests/ConformanceTests/Cases/requirements.yaml"
  static let shared = Result { try Requirements(from: Folder.root(path)) }
}

extension Folder {
  /// The only document of a YAML file of the package.
  static func root(_ path: String) throws -> YAMLNode {
    let read = YAMLReader.read(SourceFile(name: path, bytes: try bytes(path)))
    guard !read.hasErrors, read.value.count == 1, let root = read.value[0].root else {
      throw UnexpectedShape(description: "\(path): \(read.diagnostics.map(\.message))")
    }
    return root
  }
}
