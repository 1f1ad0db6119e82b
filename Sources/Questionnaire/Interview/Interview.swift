public import AssessmentEngine
internal import Diagnostics
internal import LocatedYAML
internal import PolicyModel

/// Asks the questions of a project one after the other, the one that decides most next. A value: what is typed goes in,
/// and what there is to show and to save comes out; where the project is kept, and how it is shown, is for others.
///
/// Nothing but the project itself is remembered between two interviews.
public struct Interview: Sendable {
  /// A project as its file says it now.
  public struct Sheet: Sendable {
    public let draft: ProjectDraft
    public let assessment: Assessment

    public init(_ draft: ProjectDraft, _ assessment: Assessment) {
      self.draft = draft
      self.assessment = assessment
    }
  }

  /// Which questions are asked.
  public enum Course: Sendable {
    /// Those that decide most.
    case mostDeciding
    /// The same, once those are asked that a project begins with: its name, its stage and what it is.
    case fromTheStart
    /// Those that a project begins with, and no others.
    case startOnly
  }

  /// What is to be done, in the order given.
  public enum Effect: Sendable {
    case show([InterviewLine])
    /// The same, where what was typed last is not taken as it is: say why, or what has to be decided first.
    case refuse([InterviewLine])
    /// Put an answer into the file; then `saved`, `refused`, `conflicted` or `failed` is due.
    case save(question: Int, AnswerInput)
    /// Take an answer and its field out of the file; the same is due.
    case remove(question: Int)
    /// Name evidence of an answer in the file; then `attached`, `notAttached` or `attachingFailed` is due.
    case attach(source: String, title: String?, supports: String)
    case end
  }

  enum Phase: Sendable {
    case asking(AnswerEntry)
    /// Somebody else answered the question that `mine` was meant for.
    case conflict(AnswerEntry, mine: AnswerInput)
    /// Whether these answers may go.
    case clearing([Int])
    /// These are still to go.
    case removing([Int])
    /// There is nothing to ask.
    case resting
    case ended
  }

  public internal(set) var sheet: Sheet
  var overview: QuestionOverview
  var phase = Phase.resting
  /// What is being saved.
  var pending: AnswerInput?
  /// The answer to the present question that could not be put into the file, and is kept to try again.
  var unsaved: AnswerInput?
  /// Evidence that is being named, and evidence that could not be put into the file and is kept to try again.
  var pendingEvidence: NamedEvidence?
  var keptEvidence: NamedEvidence?
  /// The command of which it was said, as the last thing, that it would lose what was typed.
  var warned: InterviewCommand?
  var skipped: Set<Int> = []
  /// Questions that were asked before the present one.
  var trail: [Int] = []
  let course: Course
  /// Whether all was asked that was to be; false where somebody quit before.
  public private(set) var isComplete = false
  var asked: Set<Int> = []
  private var knownIdle: Set<Int> = []

  public init(_ sheet: Sheet, _ course: Course) {
    self.sheet = sheet
    self.course = course
    overview = QuestionOverview(sheet.assessment)
  }

  /// The question that is asked; nil where none is.
  public var question: Int? {
    switch phase {
    case .asking(let entry), .conflict(let entry, _): entry.index
    case .clearing, .removing, .resting, .ended: nil
    }
  }

  /// What stands before what is typed.
  public var prompt: String {
    if triesAgain { return "Enter tries again> " }
    switch phase {
    case .asking(let entry):
      if case .textList = entry.question.type { return "item \(entry.items.count + 1)> " }
      if let key = entry.askedKey { return "entry \(entry.place + 1), \(key.name)> " }
      return "> "
    case .conflict: return "1 or 2> "
    case .clearing: return "yes or no> "
    case .removing, .resting, .ended: return "> "
    }
  }

  // MARK: What happens

  public mutating func begin() -> [Effect] {
    var lines = opening
    if !sheet.assessment.diagnostics.filter({ $0.severity == .error }).isEmpty {
      lines.append(
        InterviewLine("The file has errors, which hold the gate: they are listed above.", style: .caution))
    }
    return [.show(lines + idleNote())] + advance()
  }

  /// Takes a line; nil where the input ended.
  public mutating func typed(_ line: String?) -> [Effect] {
    guard let line else { return ending() }
    // A tab is a wide blank to whoever pastes it.
    let text = String(line.map { $0 == "\t" ? " " : $0 }).trimmed
    if DiagnosticRenderer.printable(text) != text || text.contains("\u{FFFD}") {
      return complaint("there are characters in it that are not seen, such as those of arrow keys: type it again")
    }
    let meant = InterviewCommand.read(text)
    if case .command = meant {} else { warned = nil }
    switch meant {
    case .wrong(let why): return complaint(why)
    case .command(let command): return obey(command)
    case .stopgap(let word): return take(stopgap: word)
    case .answer(let text): return take(text)
    }
  }

  // MARK: Answers

  private mutating func take(_ text: String) -> [Effect] {
    if text.isEmpty, unsaved == nil, triesAgain, let keptEvidence { return attach(keptEvidence) }
    switch phase {
    case .asking(var entry):
      let index = entry.index
      if text.isEmpty, let unsaved { return save(unsaved, index) }
      let typed = entry.askedKey.map { ProjectDraft.TypedKey(entry: entry.place, key: $0.name) }
      let step = entry.typed(text) { fault(in: $0, to: index, typed) }
      phase = .asking(entry)
      switch step {
      // Each line of a list was looked at as it came, but not what became of it as a whole.
      case .complete(let input): return check(input, entry.index)
      case .more:
        unsaved = nil
        return [.show(progress(entry))]
      case .wrong(let why): return wrong(why)
      case .kept:
        asked.insert(entry.index)
        trail.append(entry.index)
        return [.show([InterviewLine("It stays as it is.", style: .quiet)])] + advance()
      }
    case .conflict(let entry, let mine):
      switch text.lowercased() {
      case "1", "theirs":
        trail.append(entry.index)
        return [.show([InterviewLine("Theirs stays.", style: .quiet)])] + advance()
      case "2", "yours", "mine":
        phase = .asking(entry)
        unsaved = mine
        return check(mine, entry.index)
      default: return complaint("type 1 to keep theirs, or 2 to write yours")
      }
    case .clearing(let questions):
      switch text.lowercased() {
      case "yes", "y":
        var left: [Int] = []
        var faults: [Effect] = []
        for question in questions {
          if case .blocked(let problem) = sheet.draft.removing(question) {
            faults += complaint(problem.message)
          } else {
            left.append(question)
          }
        }
        phase = .removing(left)
        return faults + (left.first.map { [.remove(question: $0)] } ?? advance())
      case "no", "n": return [.show([InterviewLine("They stay.", style: .quiet)])] + advance()
      default: return complaint("type yes to take them out of the file, or no")
      }
    case .resting:
      guard text.isEmpty else { return complaint("nothing is asked: `:go NAME` asks a question, Enter goes on") }
      if skipped.isEmpty || openSkipped == 0 { return ending() }
      skipped = []
      return advance()
    case .removing, .ended: return []
    }
  }

  /// Saves an answer that nobody looked at yet.
  mutating func check(_ input: AnswerInput, _ question: Int) -> [Effect] {
    if let fault = fault(in: input, to: question) { return wrong(fault.message) }
    return save(input, question)
  }

  /// Says what is wrong with what was typed, and that what was kept before is kept still.
  func wrong(_ why: String) -> [Effect] {
    guard let unsaved else { return complaint(why) }
    return complaint(why) + [
      .show(Self.answer(unsaved, label: "  yours") + [InterviewLine("This is kept still: Enter tries again.")])
    ]
  }

  mutating func save(_ input: AnswerInput, _ question: Int) -> [Effect] {
    pending = input
    return [.save(question: question, input)]
  }

  /// Takes a word that people type who have no answer.
  private mutating func take(stopgap word: String) -> [Effect] {
    guard case .asking(let entry) = phase, !entry.offers.contains(word.lowercased()) else { return take(word) }
    let isNone = ["none", "nothing"].contains(word.lowercased())
    switch entry.question.type {
    // Nobody would be there, for example: that is an answer in words.
    case .text where isNone: return take(word)
    case .textList, .choiceList, .recordList:
      if isNone, entry.askedKey == nil || entry.endsWithNothing {
        return complaint("`:none` says that there is none; to list the word itself type `::\(word)`")
      }
      if isNone, entry.askedKey?.type == .text { return take(word) }
    case .boolean, .number, .text, .date, .choice: break
    }
    return complaint(
      "`\(word)` is no answer: \(Self.withoutAnswer(isKey: entry.askedKey != nil)); to answer with the word itself type "
        + "`::\(word)`")
  }

  /// What there is to do for whoever has no answer.
  private static func withoutAnswer(isKey: Bool) -> String {
    isKey ? "`unknown` leaves it open" : "`:unknown` says that it is not known, `:skip` goes on"
  }

  /// What the reader of projects says against an answer.
  private func fault(
    in input: AnswerInput, to question: Int, _ typed: ProjectDraft.TypedKey? = nil
  ) -> AnswerEntry.Fault? {
    switch sheet.draft.answering(question, input, typed: typed) {
    case .accepted(_, let notes):
      let placeholder = notes.first { $0.code == "project.placeholder" }
      return placeholder.map {
        AnswerEntry.Fault(
          message: "\($0.message): \(Self.withoutAnswer(isKey: typed != nil))", replacement: nil)
      }
    case .refused(let errors):
      return AnswerEntry.Fault(
        message: Self.words(errors),
        // Where an answer is kept, Enter tries that one again.
        replacement: errors.count == 1 && unsaved == nil ? errors[0].fixIts.first?.replacement : nil)
    case .blocked(let problem):
      return AnswerEntry.Fault(message: "\(problem.message); then answer again, or `:skip`", replacement: nil)
    }
  }

  /// Each with its first remedy.
  static func words(_ findings: [Diagnostic]) -> String {
    findings.map { ([$0.message] + $0.notes.prefix(1).map(\.message)).joined(separator: ": ") }.joined(separator: "; ")
  }

  // MARK: What is asked

  mutating func renew(_ sheet: Sheet) {
    self.sheet = sheet
    overview = QuestionOverview(sheet.assessment)
  }

  func entry(_ question: Int) -> AnswerEntry {
    AnswerEntry(
      sheet.assessment.policies.schema.questions[question], question, present: sheet.draft.answer(to: question))
  }

  /// Asks the next question; where there is none, says so.
  mutating func advance() -> [Effect] {
    guard let next = nextQuestion else {
      isComplete = true
      if course == .startOnly {
        phase = .ended
        return [.end]
      }
      phase = .resting
      return [.show(atRest)]
    }
    return ask(next)
  }

  mutating func ask(_ question: Int) -> [Effect] {
    let entry = entry(question)
    phase = .asking(entry)
    unsaved = nil
    return [.show(card(entry))]
  }

  private var nextQuestion: Int? {
    if course != .mostDeciding {
      let first = StartingQuestions.next(sheet.assessment, asked: asked.union(skipped))
      if first != nil || course == .startOnly { return first }
    }
    let invalid = overview.states.first { $0.standing == .invalid && !skipped.contains($0.index) }
    return (invalid ?? overview.next.first { !skipped.contains($0.index) })?.index
  }

  /// How many questions are open although they were asked.
  var openSkipped: Int { overview.next.count { skipped.contains($0.index) } }

  /// What there is to say where answers came to count for nothing.
  mutating func idleNote() -> [InterviewLine] {
    let idle = Set(overview.idle.map(\.index))
    let hasNew = !idle.isSubset(of: knownIdle)
    knownIdle = idle
    guard hasNew, course != .startOnly else { return [] }
    let count = idle.count == 1 ? "1 answer counts" : "\(idle.count) answers count"
    return [
      InterviewLine(
        "\(count) for nothing, since no rule that reads it applies: `:idle` shows, and takes out.", style: .caution)
    ]
  }

  mutating func ending() -> [Effect] {
    let lost = lostNote
    unsaved = unwritten
    phase = .ended
    return course == .startOnly ? [.end] : [.show(lost + farewell), .end]
  }

  func complaint(_ why: String) -> [Effect] { [.refuse([InterviewLine(why, label: "  ✗ ", style: .caution)])] }
}
