/// A whole document, whatever format it is written in.
public struct Document: Sendable {
  public let title: String
  public let subtitle: String
  public let facts: Line
  /// What stands before the contents: what a reader must not miss.
  public let opening: [Block]
  public let parts: [Section]
  /// The classification marking, for the top and the foot of every page.
  public let marking: String?
  /// What the foot of every printed page says beside it: which thing the page is about.
  public let footer: String?
  /// Whether each part begins on a page of its own, as the chapters of a book do.
  public let hasChapters: Bool

  public init(
    title: String, subtitle: String, facts: Line, opening: [Block] = [], parts: [Section], marking: String? = nil,
    footer: String? = nil, hasChapters: Bool = false
  ) {
    self.title = title
    self.subtitle = subtitle
    self.facts = facts
    self.opening = opening
    self.parts = parts
    self.marking = marking
    self.footer = footer
    self.hasChapters = hasChapters
  }
}
