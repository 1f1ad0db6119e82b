import AssessmentEngine
import Foundation
import Reports
import Testing

/// An OSCAL document as a reader's program has it: objects, and nothing of what they were made from.
struct OSCALReport {
  typealias Object = [String: Any]

  let bytes: [UInt8]
  let root: Object

  init(_ assessments: [Assessment], options: ReportFormat.Options = .init()) throws {
    bytes = try #require(ReportFormat.named("oscal")).write(assessments, options: options)
    let document = try #require(JSONSerialization.jsonObject(with: Data(bytes)) as? Object)
    root = try #require(document["assessment-results"] as? Object)
  }

  var results: [Object] { Self.list(root, "results") }
  var metadata: Object { root["metadata"] as? Object ?? [:] }
  var resources: [Object] { Self.list(root["back-matter"] as? Object ?? [:], "resources") }

  static func list(_ object: Object, _ key: String) -> [Object] { object[key] as? [Object] ?? [] }

  static let namespace = "urn:answerable:oscal"

  /// The values of our own property of that name.
  static func values(_ name: String, in object: Object) -> [String] {
    list(object, "props").filter { $0["name"] as? String == name && $0["ns"] as? String == namespace }
      .compactMap { $0["value"] as? String }
  }

  static func value(_ name: String, in object: Object) -> String? { values(name, in: object).first }

  static func objects(_ key: String, of rule: String, in result: Object) -> [Object] {
    list(result, key).filter { value("rule", in: $0) == rule && value("review-entry", in: $0) == nil }
  }

  static func state(_ finding: Object) -> String? {
    ((finding["target"] as? Object)?["status"] as? Object)?["state"] as? String
  }

  /// Every value under one of the keys, wherever it stands.
  func strings(_ keys: Set<String>) -> [String] { Self.strings(keys, in: root) }

  static func strings(_ keys: Set<String>, in value: Any) -> [String] {
    if let list = value as? [Any] { return list.flatMap { strings(keys, in: $0) } }
    guard let object = value as? Object else { return [] }
    return object.flatMap { key, part -> [String] in
      guard keys.contains(key) else { return strings(keys, in: part) }
      if let text = part as? String { return [text] }
      return part as? [String] ?? strings(keys, in: part)
    }
  }
}
