internal import DocumentWriting
internal import PolicyModel

/// A way to write the reference of a set of policies. A new format is a value here and a line in `all`.
public struct ReferenceFormat: Sendable {
  public let name: String
  /// One sentence for the help.
  public let summary: String
  let body: @Sendable (_ document: Document) -> [UInt8]

  init(name: String, summary: String, body: @escaping @Sendable (_ document: Document) -> [UInt8]) {
    self.name = name
    self.summary = summary
    self.body = body
  }

  static let markdown = ReferenceFormat(
    name: "markdown", summary: "Markdown, to keep beside the packs and to compare line by line."
  ) { MarkdownPage.bytes($0) }

  static let html = ReferenceFormat(
    name: "html", summary: "One self-contained page, to read on a screen or to print."
  ) { HTMLPage.bytes($0) }

  /// All formats, in the order that the help lists them in.
  public static let all: [ReferenceFormat] = [.markdown, .html]

  /// The format of that name.
  public static func named(_ name: String) -> ReferenceFormat? { all.first { $0.name == name } }

  /// The reference as bytes; the same for the same policies.
  public func write(_ subject: ReferenceSubject) -> [UInt8] { body(ReferenceContent(subject).document) }
}
