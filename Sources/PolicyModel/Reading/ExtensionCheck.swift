internal import Diagnostics
internal import LocatedYAML

/// Checks what packs say that they build on.
struct ExtensionCheck {
  private let drafts: [PackDraft]
  private let foundation: String
  private(set) var diagnostics: [Diagnostic] = []

  init(_ drafts: [PackDraft], foundation: String) {
    self.drafts = drafts
    self.foundation = foundation
    for draft in drafts { check(draft) }
    checkCircles()
  }

  private mutating func check(_ draft: PackDraft) {
    let known = (drafts.map(\.id) + [foundation]).filter { !$0.isEmpty }
    for node in draft.extended {
      let name = node.scalar?.text ?? ""
      if name == draft.id {
        diagnostics.append(Messages.extendsItself([name], at: draft.location(node)))
      } else if !known.contains(name) {
        let near = Suggestions.near(name, in: known)
        diagnostics.append(Messages.noSuch("pack", name, near: near, at: draft.location(node)))
      }
    }
    if let name = draft.foundation, name.scalar?.text != foundation {
      let near = [foundation].filter { !$0.isEmpty }
      diagnostics.append(
        Messages.noSuch("foundation", name.scalar?.text ?? "", near: near, at: draft.location(name)))
    }
    if draft.extended.isEmpty, let place = draft.overridesKey {
      diagnostics.append(Messages.overridesNothing(at: draft.location(place)))
    }
  }

  /// Reports each circle once: at the pack that is read first, where it names the next one.
  private mutating func checkCircles() {
    var reported: Set<String> = []
    for draft in drafts where !reported.contains(draft.id) {
      guard let (circle, node) = circle(from: draft) else { continue }
      reported.formUnion(circle)
      diagnostics.append(Messages.extendsItself(circle, at: draft.location(node)))
    }
  }

  /// The packs that lead from one back to itself, and where it names the first of them; nil where none do.
  private func circle(from start: PackDraft) -> (packs: [String], node: YAMLNode)? {
    for node in start.extended {
      guard let first = node.scalar?.text, first != start.id else { continue }
      var paths = [[start.id, first]]
      var seen: Set<String> = [first]
      while let path = paths.popLast() {
        for next in drafts.first(where: { $0.id == path.last })?.extended.compactMap({ $0.scalar?.text }) ?? [] {
          if next == start.id { return (path, node) }
          if seen.insert(next).inserted { paths.append(path + [next]) }
        }
      }
    }
    return nil
  }
}
