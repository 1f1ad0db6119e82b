public import Diagnostics

/// A way to write findings about files that are no assessments. A new format is a file in DiagnosticFormats/ and a line
/// in `all`.
public struct DiagnosticFormat: Sendable {
  /// What is known beside the findings.
  public struct Context: Sendable {
    /// The version of the program.
    public var version: String
    /// What findings mean, for formats that have room for it.
    public var codes: [DiagnosticCode]
    public var decorator = Decorator.plain

    public init(version: String, codes: [DiagnosticCode] = []) {
      self.version = version
      self.codes = codes
    }
  }

  public let name: String
  /// One sentence for the help.
  public let summary: String
  let body: @Sendable (_ diagnostics: [Diagnostic], _ context: Context, _ out: inout ReportText) -> Void

  init(
    name: String, summary: String,
    body: @escaping @Sendable (_ diagnostics: [Diagnostic], _ context: Context, _ out: inout ReportText) -> Void
  ) {
    self.name = name
    self.summary = summary
    self.body = body
  }

  /// All formats, in the order that the help lists them in.
  public static let all: [DiagnosticFormat] = [.text, .json, .sarif, .github]

  /// The format of that name.
  public static func named(_ name: String) -> DiagnosticFormat? { all.first { $0.name == name } }

  /// The findings as bytes.
  public func write(_ diagnostics: [Diagnostic], _ context: Context) -> [UInt8] {
    var out = ReportText()
    body(diagnostics, context, &out)
    return out.bytes
  }
}
