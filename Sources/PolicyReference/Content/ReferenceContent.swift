internal import CEL
internal import DocumentWriting
internal import PolicyModel

/// What stands in the reference of a set of policies, and how things are said that occur in several parts.
struct ReferenceContent: Sendable {
  let subject: ReferenceSubject
  let policies: PolicySet
  let foundation: Foundation
  let instrument: Instrument
  let anchors: Anchors
  let uses: Uses
  let provisions: [Provision]
  private let linker: TermLinker

  init(_ subject: ReferenceSubject) {
    self.subject = subject
    policies = subject.policies
    foundation = policies.foundation
    instrument = foundation.instrument
    uses = Uses(policies)
    provisions = Provision.all(policies, uses)
    anchors = Anchors(policies, provisions: provisions.map(\.identifier))
    linker = TermLinker(foundation.glossary, anchors)
  }

  /// All parts, in their order.
  var document: Document {
    Document(
      title: "Policy reference", subtitle: instrument.title,
      facts: [.text("\(instrument.place), \(instrument.date)")],
      parts: ReferencePart.all.map { $0.make(self) }, hasChapters: true)
  }

  // MARK: Links

  /// A name as it stands in files, leading to where it is described.
  func code(_ kind: Anchors.Kind, _ name: String) -> Line {
    [anchors[kind, name].map { .codeLink(name, to: $0) } ?? .code(name)]
  }

  /// Names, one behind the other.
  func codes(_ kind: Anchors.Kind, _ names: [String]) -> Line { .joined(names.map { code(kind, $0) }) }

  func link(_ words: String, _ kind: Anchors.Kind, _ name: String) -> Line {
    [anchors[kind, name].map { .link(words, to: $0) } ?? .text(words)]
  }

  func ids(_ rules: [Rule]) -> Line { codes(.rule, rules.map(\.id)) }

  /// The texts of one entry: in all of them together each term is linked once.
  func linked(_ texts: [String?], besides term: Int? = nil) -> [Line?] {
    var seen = Set([term].compactMap { $0 })
    return texts.map { text in text.map { linker.link($0, &seen) } }
  }

  // MARK: Words

  static func label(_ severity: Severity) -> Inline {
    let label: Label =
      switch severity {
      case .blocker: .grave
      case .major: .serious
      case .moderate, .advisory: .slight
      }
    return .label(severity.name, label)
  }

  /// Whom a framework binds.
  static func standing(_ framework: Framework) -> String {
    if let standing = framework.standing { return standing }
    return switch framework.ground {
    case .treaty: "binds its parties"
    case .custom: "binds all States"
    case .policy: "binds nobody by itself"
    }
  }

  /// `12 rules`, `1 rule`.
  static func count(_ number: Int, _ one: String, _ many: String) -> String { "\(number) \(number == 1 ? one : many)" }

  /// How many there are of each severity, the gravest first.
  static func numbers(_ rules: [Rule]) -> [String] {
    Severity.allCases.map { severity in String(rules.count { $0.severity == severity }) }
  }

  /// Names as they stand in files, the last two joined by `and` or `or`.
  static func listed(_ names: [String], _ conjunction: String = "and") -> Line {
    guard names.count > 1, let last = names.last else { return names.map { .code($0) } }
    return .joined(names.dropLast().map { [.code($0)] }) + [.text(" \(conjunction) "), .code(last)]
  }

  /// A rank from which a failure may be accepted, in words.
  func acceptance(from rank: Int) -> Line {
    [.text("A failure may be accepted from the rank "), .code(foundation.reviewLimits.ranks[rank]), .text(" up.")]
  }
}

/// A part of the document. A new part is a file beside this and a line in `all`.
struct ReferencePart: Sendable {
  let make: @Sendable (ReferenceContent) -> Section

  static let all: [ReferencePart] = [
    .opening, .clauses, .rules, .questions, .parameters, .crosswalk, .glossary, .traceability,
  ]
}
