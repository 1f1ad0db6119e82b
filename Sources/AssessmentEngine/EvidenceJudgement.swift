internal import CEL
internal import Diagnostics
internal import PolicyModel

/// Which evidence supports which rule, and whether it is current.
struct EvidenceJudgement: Sendable {
  private let items: [EvidenceItem]
  /// Whether each item is current.
  private var isCurrent: [Bool] = []
  /// The items that name a rule, by its id.
  private var supportingRule: [String: [Int]] = [:]
  /// The items that name a question, by its place in the schema; empty where no item names any.
  private var supportingQuestion: [[Int]] = []
  /// Why items are not current.
  private(set) var warnings: [Diagnostic] = []

  init(_ input: AssessmentInput, _ schema: AnswerSchema) {
    items = input.project.evidence
    for (index, item) in items.enumerated() {
      let file = input.state(ofEvidence: index)
      let isExpired = item.expiresOn.map { $0 < input.day } ?? false
      let isThere = file == .current || file == .unchecked
      isCurrent.append(!isExpired && isThere)
      if isExpired { warnings.append(Messages.evidenceExpired(item)) }
      if let fault = Self.fault(file, item) { warnings.append(fault) }
      for name in item.supports where item.hasSource { note(index, supports: name, schema) }
    }
  }

  private mutating func note(_ item: Int, supports name: String, _ schema: AnswerSchema) {
    guard let question = schema.index(of: name) else {
      supportingRule[name, default: []].append(item)
      return
    }
    if supportingQuestion.isEmpty { supportingQuestion = Array(repeating: [], count: schema.questions.count) }
    supportingQuestion[question].append(item)
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
      for index in result.supporting { rules[index].append(result.rule.id) }
    }
    return items.enumerated().map { index, item in
      EvidenceStanding(
        item: item, file: input.state(ofEvidence: index), isExpired: item.expiresOn.map { $0 < input.day } ?? false,
        isCurrent: isCurrent[index] && item.hasSource, rules: rules[index],
        identity: input.identity(ofEvidence: index), daysLeft: item.expiresOn.map { $0 - input.day })
    }
  }

  /// The items that support a rule, whether they are current or not, in the order written.
  private func named(by rule: Rule) -> [Int] {
    var named = supportingRule.isEmpty ? [] : supportingRule[rule.id] ?? []
    for question in rule.questionIndexes
    where supportingQuestion.indices.contains(question) && !supportingQuestion[question].isEmpty {
      for index in supportingQuestion[question] where !named.contains(index) { named.append(index) }
    }
    return named.count < 2 ? named : Set(named).sorted()
  }

  /// The items that support a rule on the day of the assessment.
  func current(for result: RuleResult) -> [Int] { result.supporting.filter { isCurrent[$0] } }

  /// Counts what supports the rule; a pass all of whose evidence is stale is unknown.
  func judge(_ result: inout RuleResult) {
    guard !isCurrent.isEmpty else { return }
    let named = named(by: result.rule)
    guard !named.isEmpty else { return }
    result.supporting = named
    result.evidence.items = named.count
    result.evidence.current = named.filter { isCurrent[$0] }.count
    guard result.outcome == .pass, result.evidence.items > 0, result.evidence.current == 0 else { return }
    result.outcome = .unknown
    result.causes = named.map { index in
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
    let isPlain = path.utf8.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false).allSatisfy {
      !$0.isEmpty && !$0.elementsEqual([UInt8(ascii: ".")])
    }
    if isPlain { return path }
    let parts = path.split(separator: "/").filter { $0 != "." }.joined(separator: "/")
    return path.hasPrefix("/") ? "/" + parts : parts
  }
}
