internal import CEL
internal import Diagnostics
internal import DocumentWriting
internal import PolicyModel

/// Which rules use what, each list in the order of the packs.
struct Uses: Sendable {
  private(set) var byClause: [String: [Rule]] = [:]
  private(set) var byProvision: [String: [Rule]] = [:]
  /// Rules whose conditions read a parameter, or whose words name it.
  private(set) var byParameter: [String: [Rule]] = [:]
  private(set) var byPattern: [String: [Rule]] = [:]
  /// By the name of the operator, macro or function.
  private(set) var byWord: [String: [Rule]] = [:]

  init(_ policies: PolicySet) {
    for rule in policies.rules {
      for clause in Set(rule.clauses) { byClause[clause, default: []].append(rule) }
      for identifier in Set(rule.crosswalk) { byProvision[identifier, default: []].append(rule) }
      for name in rule.parametersRead.union(rule.namedParameters) { byParameter[name, default: []].append(rule) }
      for name in rule.patternsRead { byPattern[name, default: []].append(rule) }
      var words: Set<String> = []
      for condition in rule.conditions { Self.collect(condition.program.checked.parsed.root, &words) }
      for word in words { byWord[word, default: []].append(rule) }
    }
  }

  private static func collect(_ expression: Expression, _ words: inout Set<String>) {
    switch expression.kind {
    case .call(let name, _, _, _): words.insert(name)
    case .and: words.insert("_&&_")
    case .or: words.insert("_||_")
    case .conditional: words.insert("_?_:_")
    case .has: words.insert("has")
    case .comprehension(let comprehension): words.insert(comprehension.macro.rawValue)
    default: break
    }
    for child in expression.children { collect(child, &words) }
  }
}

/// One provision of a framework: what is known of it, and who relies on it.
struct Provision: Sendable {
  let identifier: String
  /// Nil where it is cited and not described.
  let citation: Citation?
  /// Numbers of rules of the ICRC study on custom that match it.
  let custom: [Int]
  let rules: [Rule]

  var isVerified: Bool { citation?.isVerified ?? false }

  /// All that are described, cited or matched by custom: in the order described, then in that of the rules.
  static func all(_ policies: PolicySet, _ uses: Uses) -> [Provision] {
    let instrument = policies.foundation.instrument
    let described = instrument.citations.values.sorted { left, right in
      let names = (left.location.file.name, right.location.file.name)
      if names.0 != names.1 { return names.0.utf8.lexicographicallyPrecedes(names.1.utf8) }
      return left.location.range.start < right.location.range.start
    }
    var identifiers = described.map(\.identifier)
    var known = Set(identifiers)
    let matched = instrument.customaryEquivalents.keys.sorted()
    for identifier in policies.rules.flatMap(\.crosswalk) + matched where known.insert(identifier).inserted {
      identifiers.append(identifier)
    }
    return identifiers.map { identifier in
      Provision(
        identifier: identifier, citation: instrument.citations[identifier],
        custom: instrument.customaryEquivalents[identifier] ?? [], rules: uses.byProvision[identifier] ?? [])
    }
  }
}

extension ReferenceContent {
  /// What a provision says, and in words how far that can be relied on.
  func described(_ provision: Provision) -> Line {
    guard let citation = provision.citation else { return [.label("not described", .doubt)] }
    return [.text(citation.title)] + (citation.isVerified ? [] : [.text(" "), .label("not verified", .doubt)])
  }

  /// How far a provision was checked.
  func checked(_ provision: Provision) -> [Line] {
    guard let citation = provision.citation else { return [[.label("not described", .doubt)]] }
    let status: Inline = citation.isVerified ? .text("verified") : .label("not verified", .doubt)
    return [
      [status, .text(citation.basis == .none ? "" : " against \(citation.basis.described)")],
      citation.source.map { [.text($0)] } ?? [],
    ].filter { !$0.isEmpty }
  }

  func provision(_ identifier: String) -> Provision? { provisions.first { $0.identifier == identifier } }

  /// `rule 14`, `rules 7, 8`, of the ICRC study on customary humanitarian law.
  static func custom(_ numbers: [Int]) -> String {
    (numbers.count == 1 ? "rule " : "rules ") + numbers.map(String.init).joined(separator: ", ")
  }
}
