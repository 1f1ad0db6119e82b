/// Why an outcome changed.
public struct ChangeReason: Sendable, Hashable {
  /// How far it is known.
  public enum Bearing: String, Sendable, CaseIterable {
    /// This alone brings the change: found by assessing again with nothing else exchanged.
    case alone
    /// These bring the change together, and none of them can be left out.
    case together
    /// Both records show it of the rule itself.
    case recorded
  }

  /// One thing that is not the same on both sides.
  public struct Part: Sendable, Hashable {
    public enum Kind: String, Sendable, CaseIterable {
      case answer, stage, review, evidence, date, pack, foundation, project
    }

    public let kind: Kind
    /// The question, or the id of the pack.
    public let subject: String?
    /// Nil where there was nothing.
    public let old: String?
    /// Nil where there is nothing any more.
    public let new: String?
    /// The line of the new answer, or of the old one where there is none any more; from 1.
    public let line: Int?
    /// The file that `line` is of.
    public let file: String?

    init(
      _ kind: Kind, subject: String? = nil, old: String?, new: String?, line: Int? = nil, file: String? = nil
    ) {
      self.kind = kind
      self.subject = subject
      self.old = old
      self.new = new
      self.line = line
      self.file = file
    }

    /// What it is about, in words.
    public var title: String {
      switch kind {
      case .answer: subject ?? ""
      case .stage: "the stage"
      case .review: "the review record"
      case .evidence: "the evidence"
      case .date: "the date"
      case .pack: "the pack \(subject ?? "")"
      case .foundation: "the foundation \(subject ?? "")"
      case .project: "the project's file"
      }
    }

    /// What there is in place of nothing.
    private var nothing: String {
      switch kind {
      case .answer: "not answered"
      case .stage: "unanswered"
      case .pack: "not there"
      case .review, .evidence, .date, .foundation, .project: "nothing"
      }
    }

    public var oldText: String { old ?? nothing }
    public var newText: String { new ?? nothing }
  }

  public let bearing: Bearing
  public let parts: [Part]

  init(_ bearing: Bearing, _ parts: [Part]) {
    self.bearing = bearing
    self.parts = parts
  }
}
