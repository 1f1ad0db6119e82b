internal import LocatedYAML

/// An item of evidence to add to a project description. What is wrong with it the reader of projects says.
public struct NewEvidence: Sendable, Hashable {
  /// Dotted fields and ids of rules.
  public var supports: [String]
  public var title: String
  /// A path relative to the project file.
  public var file: String?
  public var uri: String?
  /// Lower-case hexadecimal.
  public var sha256: String?
  /// ISO dates.
  public var madeOn: String?
  public var expiresOn: String?

  public init(
    supports: [String], title: String, file: String? = nil, uri: String? = nil, sha256: String? = nil,
    madeOn: String? = nil, expiresOn: String? = nil
  ) {
    self.supports = supports
    self.title = title
    self.file = file
    self.uri = uri
    self.sha256 = sha256
    self.madeOn = madeOn
    self.expiresOn = expiresOn
  }

  /// As it is written; dates that are not given are left out.
  var value: NewYAMLValue {
    var members: [NewYAMLValue.Member] = [
      .init("supports", .list(supports.map { .text($0) })), .init("title", .text(title)),
    ]
    if let file { members.append(.init("file", .text(file))) }
    if let uri { members.append(.init("uri", .text(uri))) }
    if let sha256 { members.append(.init("sha256", .text(sha256))) }
    if let madeOn { members.append(.init("made_on", .literal(madeOn))) }
    if let expiresOn { members.append(.init("expires_on", .literal(expiresOn))) }
    return .mapping(members)
  }
}
