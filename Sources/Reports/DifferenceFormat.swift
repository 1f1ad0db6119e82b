public import AssessmentEngine
public import Diagnostics

/// Assessments of two runs, each held against the one of the same project.
public struct ProjectDifferences: Sendable {
  /// Projects that are on both sides, in the order of the new side.
  public var both: [AssessmentDifference]
  /// Projects that are on the new side only.
  public var come: [RecordedAssessment]
  /// Projects that are on the old side only.
  public var gone: [RecordedAssessment]

  /// Pairs projects by the paths of their files and the number of the document, then by the names of the files, then by
  /// their own names: each way only where it fits one on each side. `difference` is asked with the places in both lists.
  public init(
    from old: [RecordedAssessment], to new: [RecordedAssessment], difference: (Int, Int) -> AssessmentDifference
  ) {
    var pairs: [(old: Int, new: Int)] = []
    if old.count == 1, new.count == 1 { pairs = [(0, 0)] }
    let keys: [(RecordedAssessment) -> String?] = [
      { "\($0.document) \($0.file)" },
      { "\($0.document) \($0.file.split(separator: "/").last ?? "")" },
      { $0.name },
    ]
    for key in keys {
      let left = [old, new].enumerated().map { side, items in
        let taken = Set(pairs.map { side == 0 ? $0.old : $0.new })
        let free = items.indices.filter { !taken.contains($0) }
        return Dictionary(grouping: free) { key(items[$0]) }
      }
      for (name, places) in left[1] {
        guard name != nil, places.count == 1, let others = left[0][name], others.count == 1 else { continue }
        pairs.append((others[0], places[0]))
      }
    }
    pairs.sort { $0.new < $1.new }
    both = pairs.map { difference($0.old, $0.new) }
    let (paired, others) = (Set(pairs.map(\.new)), Set(pairs.map(\.old)))
    come = new.indices.filter { !paired.contains($0) }.map { new[$0] }
    gone = old.indices.filter { !others.contains($0) }.map { old[$0] }
  }

  /// Whether anything got worse: a project on both sides, or one that came and may not go on as it is.
  public var isWorse: Bool { both.contains(where: \.isWorse) || come.contains { $0.decision != .proceed } }
}

/// A way to write what changed between two runs. A new format is a file in Differences/ and a line in `all`.
public struct DifferenceFormat: Sendable {
  public let name: String
  /// One sentence for the help.
  public let summary: String
  let body: @Sendable (_ differences: ProjectDifferences, _ layout: Layout, _ out: inout ReportText) -> Void

  /// How it is laid out for whoever reads it.
  public struct Layout: Sendable {
    public var decorator = Decorator.plain
    /// Columns to wrap at.
    public var width = 100

    public init() {}
  }

  init(
    name: String, summary: String,
    body: @escaping @Sendable (_ differences: ProjectDifferences, _ layout: Layout, _ out: inout ReportText) -> Void
  ) {
    self.name = name
    self.summary = summary
    self.body = body
  }

  /// All formats, in the order that the help lists them in.
  public static let all: [DifferenceFormat] = [.text, .json, .markdown]

  /// The format of that name.
  public static func named(_ name: String) -> DifferenceFormat? { all.first { $0.name == name } }

  /// The differences as bytes.
  public func write(_ differences: ProjectDifferences, _ layout: Layout = Layout()) -> [UInt8] {
    var out = ReportText()
    body(differences, layout, &out)
    return out.bytes
  }
}
