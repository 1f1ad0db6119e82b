public import PolicyModel

/// What one item of evidence is worth on the day of the assessment.
public struct EvidenceStanding: Sendable {
  public let item: EvidenceItem
  /// What was found at the item's file.
  public let file: AssessmentInput.FileState
  public let isExpired: Bool
  /// Whether it supports what it names.
  public let isCurrent: Bool
  /// The rules that it names, or one of whose questions it names.
  public let rules: [String]
  /// What tells it apart from other files and addresses, however each is written.
  public let identity: String
  /// Days from that of the assessment to the last on which it counts; negative where that has passed, nil where it has
  /// no end.
  public let daysLeft: Int?
}
