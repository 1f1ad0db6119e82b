internal import PolicyModel

/// A way to write the reference of a set of policies. A new format is a file in Formats/ and a line in `all`.
public struct ReferenceFormat: Sendable {
  public let name: String
  /// One sentence for the help.
  public let summary: String
  let body: @Sendable (_ document: ReferenceDocument) -> [UInt8]

  init(name: String, summary: String, body: @escaping @Sendable (_ document: ReferenceDocument) -> [UInt8]) {
    self.name = name
    self.summary = summary
    self.body = body
  }

  /// All formats, in the order that the help lists them in.
  public static let all: [ReferenceFormat] = [.markdown, .html]

  /// The format of that name.
  public static func named(_ name: String) -> ReferenceFormat? { all.first { $0.name == name } }

  /// The reference as bytes; the same for the same policies.
  public func write(_ subject: ReferenceSubject) -> [UInt8] { body(ReferenceContent(subject).document) }
}
