internal import CEL
internal import Diagnostics
internal import LocatedYAML
internal import PolicyModel

extension AssessmentDifference {
  /// The difference of two assessments with its reasons worked out: the project is assessed again with one thing exchanged
  /// at a time, and where none alone brings a change, with as few together as do.
  ///
  /// - Complexity: an assessment for each thing that differs and that a changed rule reads, and where none suffices alone
  ///   a few more for the rule.
  public init(from old: Assessment, to new: Assessment) {
    self.init(from: RecordedAssessment(old), to: RecordedAssessment(new))
    isWorkedOut = true
    var inquiry = ChangeInquiry(old, new)
    for index in rules.indices {
      if let reasons = inquiry.reasons(for: rules[index]) { rules[index].reasons = reasons }
    }
  }
}

/// Assesses mixtures of an old and a new state of a project.
private struct ChangeInquiry {
  /// Something that can be taken from the one state or the other.
  private enum Ingredient: Hashable {
    case answer(String)
    /// The declared stage and the one asked for.
    case stage
    /// The record, and the digest that its entries have to be for.
    case review
    case evidence
    case date
    case packs
  }

  /// What a change is a change of.
  private struct State: Equatable {
    let standing: Standing
    /// Whether a pass rests on current evidence; it matters where the outcome is the same.
    let hasEvidence: Bool
  }

  private let old: Assessment
  private let new: Assessment
  private let places = PlaceIndex()
  /// What is not the same, in the order in which it is named.
  private let differing: [Ingredient]
  private var states: [Set<Ingredient>: [String: State]] = [:]
  /// Assessments that may still be made. Two states that have little in common are not taken apart to the end.
  private var left = 600

  init(_ old: Assessment, _ new: Assessment) {
    self.old = old
    self.new = new
    differing = Self.differing(old, new)
  }

  private static func differing(_ old: Assessment, _ new: Assessment) -> [Ingredient] {
    var found: [Ingredient] = []
    let (before, after) = (RecordedAssessment(old), RecordedAssessment(new))
    if !AssessmentDifference.packParts(before, after).isEmpty { found.append(.packs) }
    if old.day != new.day { found.append(.date) }
    var questions = new.policies.schema.questions.map(\.id)
    questions += old.policies.schema.questions.map(\.id).filter { new.policies.schema.index(of: $0) == nil }
    var isStageOther = old.input.stage != new.input.stage
    for question in questions where !isSame(question, old, new) {
      if question == Answering.stageQuestion { isStageOther = true } else { found.append(.answer(question)) }
    }
    if isStageOther { found.append(.stage) }
    let hasReview = old.input.review != nil || new.input.review != nil
    if hasReview, old.input.reviewDigest != new.input.reviewDigest || old.projectDigest != new.projectDigest {
      found.append(.review)
    }
    if evidence(old) != evidence(new) { found.append(.evidence) }
    return found
  }

  /// Nothing else than a text for people says fully what a list holds, so what was written is compared too.
  private static func isSame(_ question: String, _ old: Assessment, _ new: Assessment) -> Bool {
    let answers = [old, new].map { $0.project.answer(question, in: $0.policies.schema) }
    return answers[0]?.value?.written == answers[1]?.value?.written
      && answers[0]?.node?.flatText == answers[1]?.node?.flatText
  }

  private static func evidence(_ assessment: Assessment) -> [String] {
    let files = assessment.input.evidenceFiles
    return assessment.project.evidence.enumerated().map { index, item in
      let parts: [String?] = [
        item.supports.joined(separator: " "), item.title, item.file, item.uri, item.sha256,
        item.expiresOn.map { "\($0)" }, files.indices.contains(index) ? "\(files[index])" : nil,
      ]
      return parts.map { $0 ?? "" }.joined(separator: "\n")
    }
  }

  // MARK: Reasons

  /// Nil where they can't be worked out: then the records' word stands.
  mutating func reasons(for change: AssessmentDifference.RuleChange) -> [ChangeReason]? {
    let relevant = relevant(to: change.rule)
    guard !relevant.isEmpty else { return nil }
    var alone: [Ingredient] = []
    for ingredient in relevant where brings([ingredient], change) == true { alone.append(ingredient) }
    if !alone.isEmpty { return alone.map { ChangeReason(.alone, parts($0, change)) } }
    // All of them bring it; what can be left out is left out, one after the other.
    var needed = relevant
    guard brings(Set(needed), change) == true else { return nil }
    for ingredient in relevant {
      let rest = needed.filter { $0 != ingredient }
      if brings(Set(rest), change) == true { needed = rest }
    }
    guard left > 0 else { return nil }
    return [ChangeReason(.together, needed.flatMap { parts($0, change) })]
  }

  /// What can bear on a rule: the answers that it reads on either side, those that names of reviewers are held against,
  /// and everything that all rules hang on.
  private func relevant(to rule: String) -> [Ingredient] {
    var questions: Set<String> = []
    for policies in [old.policies, new.policies] {
      guard let rule = policies.rule(rule) else { continue }
      questions.formUnion(rule.questions + rule.scopeQuestions)
      if differing.contains(.review) {
        questions.formUnion(policies.foundation.reviewLimits.differFrom + EntryRules.parties)
      }
    }
    return differing.filter { ingredient in
      if case .answer(let question) = ingredient { return questions.contains(question) }
      return true
    }
  }

  /// Nil where nothing can be assessed any more.
  private mutating func brings(_ taken: Set<Ingredient>, _ change: AssessmentDifference.RuleChange) -> Bool? {
    guard let states = states(taken) else { return nil }
    let found = states[change.rule]
    guard change.isOutcomeChanged, let new = change.new else { return found == change.new.map { Self.state($0) } }
    return found?.standing == new.standing
  }

  private mutating func states(_ taken: Set<Ingredient>) -> [String: State]? {
    if let known = states[taken] { return known }
    guard left > 0 else { return nil }
    left -= 1
    let rules = RecordedAssessment(mixture(taken)).rules
    let found = Dictionary(rules.map { ($0.id, Self.state($0)) }) { first, _ in first }
    states[taken] = found
    return found
  }

  private static func state(_ record: RecordedAssessment.RuleRecord) -> State {
    State(standing: record.standing, hasEvidence: record.evidence.current > 0)
  }

  /// The old state with some things from the new one.
  private func mixture(_ taken: Set<Ingredient>) -> Assessment {
    let policies = taken.contains(.packs) ? new.policies : old.policies
    let day = taken.contains(.date) ? new.day : old.day
    let sides = [old, new].map { side in
      // What was read for these packs and this day need not be read again.
      let isRead = side.day == day && side.policies.isSame(as: policies)
      return isRead ? side.project : policies.readProject(side.project.document, on: day).value
    }
    var questions: Set<Int> = []
    for case .answer(let question) in taken {
      if let index = policies.schema.index(of: question) { questions.insert(index) }
    }
    if taken.contains(.stage), let index = policies.schema.index(of: Answering.stageQuestion) {
      questions.insert(index)
    }
    var project = sides[0].taking(questions, from: sides[1])
    if taken.contains(.evidence) { project = project.takingEvidence(from: sides[1]) }
    let review = taken.contains(.review) ? new.input : old.input
    let evidence = taken.contains(.evidence) ? new.input : old.input
    let input = AssessmentInput(
      project: project, projectDigest: review.projectDigest, review: review.review, reviewDigest: review.reviewDigest,
      day: day, stage: taken.contains(.stage) ? new.input.stage : old.input.stage,
      evidenceFiles: evidence.evidenceFiles)
    return Assessment(input, against: policies)
  }

  // MARK: Words

  private func parts(_ ingredient: Ingredient, _ change: AssessmentDifference.RuleChange) -> [ChangeReason.Part] {
    switch ingredient {
    case .answer(let question): return [answerPart(question)]
    case .stage: return [.init(.stage, old: old.stage?.name, new: new.stage?.name)]
    case .date: return [.init(.date, old: old.date, new: new.date)]
    case .packs:
      return AssessmentDifference.packParts(RecordedAssessment(old), RecordedAssessment(new))
    case .evidence:
      return [.init(.evidence, old: change.old?.evidence.described, new: change.new?.evidence.described)]
    case .review: return reviewParts(change.rule)
    }
  }

  private func answerPart(_ question: String) -> ChangeReason.Part {
    let answers = [old, new].map { $0.project.answer(question, in: $0.policies.schema) }
    let (before, after) = AnswerChange.described(answers[0], answers[1])
    let side = answers[1]?.node == nil && answers[0]?.node != nil ? old : new
    let location = side.project.answer(question, in: side.policies.schema)?.node.map {
      side.project.document.location($0.range)
    }
    return .init(
      .answer, subject: question, old: before, new: after, line: location.map { places.region($0).start.line },
      file: location?.file.name)
  }

  /// The entries about the rule, or about an answer of it, that are on one side only. Where there are none, the same
  /// entries hold no more, or hold now, since the project's file is another.
  private func reviewParts(_ rule: String) -> [ChangeReason.Part] {
    let listed = [old, new].map { entries(of: $0, about: rule) }
    let gone = listed[0].filter { !listed[1].contains($0) }.map { ChangeReason.Part(.review, old: $0, new: nil) }
    let come = listed[1].filter { !listed[0].contains($0) }.map { ChangeReason.Part(.review, old: nil, new: $0) }
    if !(gone + come).isEmpty { return gone + come }
    let bound = [old, new].map { side in
      guard let subject = side.input.review?.subject else { return "no record for this file" }
      return subject == side.projectDigest ? "written for this file" : "written for another version of the file"
    }
    return [.init(.review, old: bound[0], new: bound[1])]
  }

  private func entries(of side: Assessment, about rule: String) -> [String] {
    guard let review = side.input.review, let found = side.policies.rule(rule) else { return [] }
    let fields = Set(found.questions + found.scopeQuestions)
    let signatures: [RecordedAssessment.Signature] =
      review.acceptances.filter { $0.rule == rule }.map { .init($0) }
      + review.claims.filter { $0.rule == rule }.map { .init($0) }
      + review.disputes.filter { $0.rule == rule }.map { .init($0) }
    return signatures.map(\.described)
      + review.disputes.compactMap { dispute in
        guard let field = dispute.field, fields.contains(field) else { return nil }
        return "`\(field)` \(RecordedAssessment.Signature(dispute).described)"
      }
  }
}

extension PolicySet {
  fileprivate func isSame(as other: PolicySet) -> Bool {
    foundation.sha256 == other.foundation.sha256 && packs.map(\.sha256) == other.packs.map(\.sha256)
  }
}

extension YAMLNode {
  /// All that it holds, whatever its layout: equal texts are equal values.
  var flatText: String {
    switch content {
    case .scalar(let scalar): "\(scalar.style == .plain ? "" : "'")\(scalar.text)\n"
    case .sequence(let items): "[" + items.map(\.flatText).joined() + "]"
    case .mapping(let entries): "{" + entries.map { "\($0.name): \($0.value.flatText)" }.joined() + "}"
    }
  }
}

/// How an answer is told from another one in a line.
enum AnswerChange {
  static func described(_ old: Answer?, _ new: Answer?) -> (old: String?, new: String?) {
    let texts = [old, new].map { answer in answer?.value?.written }
    guard let before = texts[0], let after = texts[1] else {
      return (texts[0].map { shortened($0) }, texts[1].map { shortened($0) })
    }
    if let lists = itemChanges(old, new) { return lists }
    return around(before, after)
  }

  /// Of lists the items that are on one side only.
  private static func itemChanges(_ old: Answer?, _ new: Answer?) -> (old: String?, new: String?)? {
    guard let old = old?.node?.items, let new = new?.node?.items else { return nil }
    let (before, after) = (old.map(\.flatText), new.map(\.flatText))
    let gone = old.enumerated().filter { !after.contains(before[$0.offset]) }
    let come = new.enumerated().filter { !before.contains(after[$0.offset]) }
    guard !gone.isEmpty || !come.isEmpty else { return ("in another order", "as it is now") }
    return (listed(gone, of: old.count), listed(come, of: new.count))
  }

  private static func listed(_ items: [(offset: Int, element: YAMLNode)], of count: Int) -> String {
    let total = count == 1 ? "1 item" : "\(count) items"
    let shown = items.prefix(2).map { "item \($0.offset + 1) (\(shortened($0.element.brief)))" }
    let rest = items.count > 2 ? " and \(items.count - 2) more" : ""
    return shown.isEmpty ? total : "\(total), of which \(shown.joined(separator: ", "))\(rest)"
  }

  /// Two long texts, from a little before the first difference.
  private static func around(_ old: String, _ new: String) -> (old: String?, new: String?) {
    let same = zip(old.unicodeScalars, new.unicodeScalars).prefix { $0 == $1 }.count
    guard same > 30 else { return (shortened(old), shortened(new)) }
    let cut = [old, new].map { "…" + String(String.UnicodeScalarView($0.unicodeScalars.dropFirst(same - 12))) }
    return (shortened(cut[0]), shortened(cut[1]))
  }

  private static func shortened(_ text: String) -> String { text.isEmpty ? "empty" : Diagnostic.shortened(text) }
}

extension YAMLNode {
  /// In one line, without its keys.
  fileprivate var brief: String {
    switch content {
    case .scalar(let scalar): scalar.text
    case .sequence(let items): items.map(\.brief).joined(separator: ", ")
    case .mapping(let entries): entries.map(\.value.brief).joined(separator: ", ")
    }
  }
}
