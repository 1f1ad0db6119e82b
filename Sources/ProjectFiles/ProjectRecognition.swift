internal import Diagnostics
internal import LocatedYAML
public import PolicyModel

/// Tells project descriptions from the other files that stand in a folder with them.
public struct ProjectRecognition: Sendable {
  private let schema: AnswerSchema

  public init(_ policies: PolicySet) { schema = policies.schema }

  /// Whether a file found in a folder is clearly something else. What answers one of the questions is not, whatever it
  /// calls itself: a project must not drop out of a run unnoticed.
  public func isOther(_ item: ProjectSource.Item, at path: String) -> Bool {
    let root = item.document.value.root
    // What is wrong with a record is said where the project is that it belongs to.
    if ProjectPaths.isRecord(path) { return !(root.map { isLikeProject($0) } ?? false) }
    guard let root, !item.document.hasErrors else { return false }
    if let items = root.items { return !items.contains { isLikeProject($0) } }
    return !isLikeProject(root)
  }

  /// Whether it is a review record that nobody would read under its name.
  public func isMisnamedRecord(_ item: ProjectSource.Item, at path: String) -> Bool {
    let header = item.document.value.root?.value(forKey: "answerable")?.scalar?.text
    return !ProjectPaths.isRecord(path) && header?.hasPrefix("review/") ?? false
  }

  private func isLikeProject(_ node: YAMLNode) -> Bool {
    guard let entries = node.entries else { return false }
    let header = node.value(forKey: "answerable")?.scalar?.text
    if let header,
      !["pack/", "foundation/", "review/", "assessment/", "pack-tests/"].contains(where: { header.hasPrefix($0) })
    {
      return true
    }
    // A report tells of a project, and answers nothing.
    let isReport = node.value(forKey: "schema")?.scalar?.text.hasPrefix("answerable/") ?? false
    return entries.contains { schema.sections.contains($0.name) && !(isReport && $0.name == "project") }
  }
}

extension Failure {
  /// What is no project could be meant as more answers of the one before it.
  public static func mixed(_ path: String) -> Failure {
    Failure(
      .invalidInput,
      "`\(path)` holds projects and something that is none: begin each with `answerable: project/1`, write what belongs to one "
        + "above the `---`, and put what is none into a file of its own")
  }
}
