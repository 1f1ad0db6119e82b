public import AssessmentEngine
internal import CEL
public import Diagnostics
internal import LocatedYAML
public import PolicyModel

/// All there is to say about one thing that packs and reports name, for reading; of rules and questions, with an
/// assessment, also how they stand there.
public struct ExplanationReport {
  let policies: PolicySet
  let assessment: Assessment?
  let codes: [DiagnosticCode]
  private let options: ReportFormat.Options
  var out: ReportLines

  /// With an assessment, its packs are those explained. `codes` are those that any part of the program gives.
  public init(
    _ policies: PolicySet, _ assessment: Assessment?, codes: [DiagnosticCode] = [],
    options: ReportFormat.Options = .init()
  ) {
    self.policies = policies
    self.assessment = assessment
    self.codes = codes
    self.options = options
    out = ReportLines(options)
  }

  /// Everything that can be explained, kind by kind; a name that several kinds have occurs several times.
  public var names: [String] { ExplanationKind.all.flatMap { $0.names(self) } }

  /// Whether there is something of that name.
  public func knows(_ name: String) -> Bool { ExplanationKind.all.contains { $0.names(self).contains(name) } }

  /// All about everything of that name, whatever kind of thing it is; nothing where there is none.
  public mutating func bytes(of name: String) -> [UInt8] {
    for kind in ExplanationKind.all where kind.names(self).contains(name) {
      if !out.lines.isEmpty { out.append() }
      kind.write(name, &self)
    }
    guard !out.lines.isEmpty else { return [] }
    defer { out.lines = [] }
    return Array((out.lines.joined(separator: "\n") + "\n").utf8)
  }

  /// Names that may be meant: those nearest in spelling, else those that begin or go on with the same words.
  public func suggestions(for name: String) -> [String] {
    let names = self.names
    let folded = name.lowercased()
    if let same = names.first(where: { $0.lowercased() == folded }) { return [same] }
    let near = Suggestions.near(name, in: names)
    if !near.isEmpty { return near }
    guard folded.count > 2 else { return [] }
    let beginning = names.filter { $0.lowercased().hasPrefix(folded) }
    return Array((beginning.isEmpty ? names.filter { $0.lowercased().contains(folded) } : beginning).prefix(4))
  }

  // MARK: Shared

  mutating func title(_ name: String, _ text: String = "") {
    let rest = text.isEmpty ? "" : "  \(DiagnosticRenderer.printable(text))"
    out.append(out.paint(DiagnosticRenderer.printable(name), .strong) + rest)
  }

  mutating func field(_ label: String, _ text: String?) {
    guard let text, !text.isEmpty else { return }
    out.add(text, indent: 13, first: "    " + label + String(repeating: " ", count: max(1, 9 - label.utf8.count)))
  }

  /// Rules, the gravest first, with a remark on each.
  mutating func list(_ heading: String, _ rules: [Rule], _ remark: (Rule) -> String = { _ in "" }) {
    guard !rules.isEmpty else { return }
    out.heading("\(heading) (\(rules.count))")
    for rule in rules.sorted(by: { $0.severity < $1.severity }) {
      out.add("\(rule.severity.name) \(rule.id): \(rule.title)\(remark(rule))", indent: 6, first: "  ")
    }
  }

  /// The terms of the glossary that texts use.
  mutating func writeTerms(in texts: [String?]) {
    let terms = policies.foundation.terms(in: texts.compactMap { $0 })
    guard !terms.isEmpty else { return }
    out.heading("Terms")
    for term in terms { out.add("\(term.term): \(term.definition)", indent: 6, first: "  ") }
  }

  /// An identifier of the crosswalk with what is known of it.
  func described(_ identifier: String) -> String {
    guard let citation = policies.foundation.instrument.citations[identifier] else {
      return "\(identifier) (not described)"
    }
    return "\(identifier) \(citation.title)" + (citation.isVerified ? "" : " (not verified)")
  }
}
