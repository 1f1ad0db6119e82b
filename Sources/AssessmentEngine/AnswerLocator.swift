public import CEL
public import Diagnostics
internal import LocatedYAML
public import PolicyModel

/// Finds where an answer stands in the project's file, or the nearest thing around it.
public struct AnswerLocator: Sendable {
  private let project: Project
  private let schema: AnswerSchema

  public init(_ project: Project, _ schema: AnswerSchema) {
    self.project = project
    self.schema = schema
  }

  public func location(of path: AttributePath) -> Location? {
    schema.question(of: path).flatMap { location(of: path, question: $0) }
  }

  /// The same where it is known which question the path belongs to, by its place in the schema.
  func location(of path: AttributePath, question index: Int) -> Location? {
    let answer = project.answers[index]
    guard let node = answer.node else { return nearest(to: schema.questions[index].parts) }
    var found = node
    for qualifier in path.qualifiers {
      switch qualifier {
      case .index(let item): if answer.items.indices.contains(item) { found = answer.items[item].node }
      case .field(let name): if let value = found.value(forKey: name) { found = value }
      case .flag: break
      }
    }
    return project.document.location(found.range)
  }

  /// The section's name, where the section is there; else the beginning of the document.
  private func nearest(to parts: [String]) -> Location? {
    guard var node = project.document.root else { return nil }
    var place = node.entries?.first?.key ?? node
    for part in parts {
      guard let entry = node.entries?.first(where: { $0.name == part }) else { break }
      place = entry.key
      node = entry.value
    }
    return project.document.location(place.range)
  }
}
