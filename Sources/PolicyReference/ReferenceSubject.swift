public import PolicyModel

/// What is documented.
public struct ReferenceSubject: Sendable {
  public let policies: PolicySet
  /// Ids of the packs that were named beside the built-in ones; nil where all stand on the same footing.
  public let named: [String]?
  /// The program and its version.
  public let writer: String

  public init(_ policies: PolicySet, named: [String]? = nil, writer: String) {
    self.policies = policies
    self.named = named
    self.writer = writer
  }
}
