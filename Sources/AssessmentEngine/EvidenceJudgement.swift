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
      let file = input.evidenceFiles.indices.contains(index) ? input.evidenceFiles[index] : .unchecked
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
    case .hashDiffers: Messages.evidenceChanged(item)
    }
  }

  /// What every item is worth, in the order written.
  func standings(_ input: AssessmentInput, _ results: [RuleResult]) -> [EvidenceStanding] {
    items.enumerated().map { index, item in
      let names = Set(item.supports)
      let rules = results.filter { result in
        item.hasSource && (names.contains(result.rule.id) || !names.isDisjoint(with: result.rule.questions))
      }
      return EvidenceStanding(
        item: item, file: input.evidenceFiles.indices.contains(index) ? input.evidenceFiles[index] : .unchecked,
        isExpired: item.expiresOn.map { $0 < input.day } ?? false, isCurrent: isCurrent[index] && item.hasSource,
        rules: rules.map(\.rule.id))
    }
  }

  /// Counts what supports the rule; a pass all of whose evidence is stale is unknown.
  func judge(_ result: inout RuleResult) {
    guard !isCurrent.isEmpty else { return }
    var named: Set<Int> = []
    for name in [result.rule.id] + result.rule.questions { named.formUnion(supporting[name] ?? []) }
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
