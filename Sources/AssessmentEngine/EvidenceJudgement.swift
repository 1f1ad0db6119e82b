internal import CEL
internal import Diagnostics
internal import PolicyModel

/// Which evidence supports which rule, and whether it is current.
struct EvidenceJudgement {
  private let items: [EvidenceItem]
  /// Whether each item is current.
  private var isCurrent: [Bool] = []
  /// The items that name a field or a rule, by that name.
  private var supporting: [String: [Int]] = [:]
  /// Why items are not current.
  private(set) var warnings: [Diagnostic] = []

  init(_ input: AssessmentInput) {
    items = input.project.evidence
    for (index, item) in items.enumerated() {
      let file = input.state(ofEvidence: index)
      let isExpired = item.expiresOn.map { $0 < input.day } ?? false
      let isThere = file == .current || file == .unchecked
      isCurrent.append(!isExpired && isThere)
      if isExpired { warnings.append(Messages.evidenceExpired(item)) }
      if let fault = Self.fault(file, item) { warnings.append(fault) }
      for name in item.supports where item.hasSource { supporting[name, default: []].append(index) }
    }
  }

  private static func fault(_ file: AssessmentInput.FileState, _ item: EvidenceItem) -> Diagnostic? {
    switch file {
    case .current, .unchecked: nil
    case .missing: Messages.evidenceMissing(item)
    case .noFile: Messages.evidenceNoFile(item)
    case .outside: Messages.evidenceOutside(item)
    case .unreadable: Messages.evidenceUnreadable(item)
    case .hashDiffers: Messages.evidenceChanged(item)
    }
  }

  /// What every item is worth, in the order written.
  func standings(_ input: AssessmentInput, _ results: [RuleResult]) -> [EvidenceStanding] {
    var rules = items.map { _ in [String]() }
    for result in results {
      for index in named(by: result.rule) { rules[index].append(result.rule.id) }
    }
    return items.enumerated().map { index, item in
      EvidenceStanding(
        item: item, file: input.state(ofEvidence: index), isExpired: item.expiresOn.map { $0 < input.day } ?? false,
        isCurrent: isCurrent[index] && item.hasSource, rules: rules[index],
        identity: input.identity(ofEvidence: index), daysLeft: item.expiresOn.map { $0 - input.day })
    }
  }

  /// The items that support a rule, whether they are current or not.
  private func named(by rule: Rule) -> Set<Int> {
    var named = Set(supporting[rule.id] ?? [])
    for question in rule.questions { named.formUnion(supporting[question] ?? []) }
    return named
  }

  /// The items that support a rule on the day of the assessment.
  func current(for rule: Rule) -> [Int] { named(by: rule).filter { isCurrent[$0] }.sorted() }

  /// Counts what supports the rule; a pass all of whose evidence is stale is unknown.
  func judge(_ result: inout RuleResult) {
    guard !isCurrent.isEmpty else { return }
    let named = named(by: result.rule)
    result.evidence.items = named.count
    result.evidence.current = named.filter { isCurrent[$0] }.count
    guard result.outcome == .pass, result.evidence.items > 0, result.evidence.current == 0 else { return }
    result.outcome = .unknown
    result.causes = named.sorted().map { index in
      let item = items[index]
      return Finding(
        field: "evidence[\(index)]", actual: .string(item.title ?? item.file ?? item.uri ?? ""),
        required: "evidence that is neither expired nor missing nor changed", related: [], location: item.location)
    }
  }
}

extension AssessmentInput {
  /// What is known of the file of an item of evidence.
  func state(ofEvidence index: Int) -> FileState {
    evidenceFiles.indices.contains(index) ? evidenceFiles[index] : .unchecked
  }

  /// What tells an item of evidence apart from others: what the caller found out, or the path or address as written.
  func identity(ofEvidence index: Int) -> String {
    if evidenceIdentities.indices.contains(index), let known = evidenceIdentities[index] { return known }
    let item = project.evidence[index]
    return item.file.map { Self.plain($0) } ?? item.uri ?? ""
  }

  /// A path without `.` and empty parts. `..` stays: only the file system knows where it leads.
  private static func plain(_ path: String) -> String {
    let parts = path.split(separator: "/").filter { $0 != "." }.joined(separator: "/")
    return path.hasPrefix("/") ? "/" + parts : parts
  }
}
