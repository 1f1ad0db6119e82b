public import AssessmentEngine
public import Diagnostics
internal import PolicyModel

/// A way to write assessments. A new format is a file in Formats/ and a line in `all`.
public struct ReportFormat: Sendable {
  /// How a report is written for whoever reads it.
  public struct Options: Sendable {
    /// Whether colour may be used.
    public var decorator = Decorator.plain
    /// Columns to wrap at.
    public var width = 100
    /// Only the decision and what it follows from.
    public var isQuiet = false
    /// Everything, also what needs no action.
    public var isVerbose = false
    /// Whether the report is one over several projects, even where only one of them could be assessed.
    public var isOneOfSeveral = false
    /// Whether something that was to be assessed could not be: then nothing as a whole may go on.
    public var isIncomplete = false
    /// The version of the program, for formats that name what wrote them.
    public var version = ""
    /// The classification marking given beside the projects; it stands in place of their own.
    public var marking: String?
    /// What became of each project since a baseline; nil where none was given.
    public var baseline: BaselineComparisons?
    /// The projects to tell of, in formats that leave some out; nil for all.
    public var selection: Selection?
    let recurring = RecurringRules()

    public init() {}

    /// What is to be marked on a report over a project; nil where neither it nor the caller names a marking.
    func marking(of assessment: Assessment) -> String? { marking ?? assessment.project.marking }
  }

  public let name: String
  /// One sentence for the help.
  public let summary: String
  /// Whether each assessment can be written on its own, as soon as it is there.
  public let isStreaming: Bool
  /// Whether it is for reading, and may tell of some projects only. What a pipeline decides by tells of all.
  public let takesSelection: Bool
  /// What stands between two assessments that are written on their own.
  public let separator: String
  let body: @Sendable (_ assessments: [Assessment], _ options: Options, _ out: inout ReportText) -> Void

  init(
    name: String, summary: String, isStreaming: Bool, takesSelection: Bool = false, separator: String = "",
    body: @escaping @Sendable (_ assessments: [Assessment], _ options: Options, _ out: inout ReportText) -> Void
  ) {
    self.name = name
    self.summary = summary
    self.isStreaming = isStreaming
    self.takesSelection = takesSelection
    self.separator = separator
    self.body = body
  }

  /// All formats, in the order that the help lists them in.
  public static let all: [ReportFormat] = [
    .text, .json, .ndjson, .html, .markdown, .sarif, .junit, .github, .gitlab, .tap, .csv, .oscal,
  ]

  /// The format of that name.
  public static func named(_ name: String) -> ReportFormat? { all.first { $0.name == name } }

  /// The report as bytes.
  public func write(_ assessments: [Assessment], options: Options = Options()) -> [UInt8] {
    var out = ReportText()
    body(assessments, options, &out)
    return out.bytes
  }
}

/// The bytes of a report as they are written.
struct ReportText {
  private(set) var bytes: [UInt8] = []

  mutating func write(_ text: String) { bytes.append(contentsOf: text.utf8) }

  mutating func write(_ more: [UInt8]) { bytes.append(contentsOf: more) }

  mutating func line(_ line: [UInt8]) {
    bytes.append(contentsOf: line)
    bytes.append(0x0A)
  }

  mutating func line(_ text: String = "") {
    write(text)
    bytes.append(0x0A)
  }
}
