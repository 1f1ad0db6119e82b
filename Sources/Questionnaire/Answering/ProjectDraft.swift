public import Diagnostics
public import LocatedYAML
public import PolicyModel

/// A project description that somebody is answering, as bytes and as what they say. A value: where it is kept is for
/// others.
///
/// Every answer is written into the bytes and read back by the reader that `check` uses: what it refuses is not written.
/// Everything else in the bytes stays as it is.
public struct ProjectDraft: Sendable {
  /// What became of an answer that was given.
  public enum Result: Sendable {
    /// The draft with the answer, and what there is to say of it: that a word stands in for no answer, for example.
    case accepted(ProjectDraft, notes: [Diagnostic])
    /// Why it is no answer: errors with the codes of project descriptions, placed in the bytes as they would have been.
    case refused([Diagnostic])
    /// Why it can't be written where it belongs.
    case blocked(YAMLEditProblem)
  }

  public let bytes: [UInt8]
  /// What messages call the file.
  public let name: String
  public let policies: PolicySet
  /// Days since 1970: nothing that was done may lie behind it.
  public let day: Int
  public let document: Diagnosed<YAMLDocument>
  public let project: Diagnosed<Project>
  private let editor: YAMLEditor

  /// Throws a `YAMLEditProblem` where the bytes are not one document that can be edited: what is wrong with it has to be
  /// mended by hand first.
  public init(_ bytes: [UInt8], name: String, policies: PolicySet, on day: Int) throws(YAMLEditProblem) {
    try self.init(YAMLEditor(bytes, name: name), name, policies, day)
  }

  private init(
    _ editor: YAMLEditor, _ name: String, _ policies: PolicySet, _ day: Int
  ) throws(YAMLEditProblem) {
    self.editor = editor
    self.name = name
    self.policies = policies
    self.day = day
    bytes = editor.bytes
    guard let document = editor.document else { throw .unreadable }
    self.document = document
    project = policies.readProject(document, on: day)
  }

  /// What the project says to a question, as it would have been typed.
  public func answer(to question: Int) -> AnswerInput {
    AnswerInput(project.value.answers[question].node, of: policies.schema.questions[question].type)
  }

  /// The bytes that write the answer to a question; nil where there are none. Two drafts with the same bytes say the same.
  public func written(_ question: Int) -> ArraySlice<UInt8>? {
    project.value.answers[question].node.map { bytes[$0.range.offsets] }
  }

  // MARK: Changes

  /// A key of an entry of a list, which somebody is typing.
  struct TypedKey: Sendable {
    /// Counted from 0.
    let entry: Int
    let key: String
  }

  /// The draft with an answer to a question. In a list what was wrong before, and still is, stands against nothing else.
  public func answering(_ question: Int, _ input: AnswerInput) -> Result { answering(question, input, typed: nil) }

  /// The same of a list of entries in which a key was typed: what is wrong with that counts, also where it was before.
  func answering(_ question: Int, _ input: AnswerInput, typed: TypedKey?) -> Result {
    changing { editor throws(YAMLEditProblem) in
      let asked = policies.schema.questions[question]
      let writing = AnswerWriting(
        input, to: asked.type, at: YAMLPath(dotted: asked.id), over: project.value.answers[question].node)
      try writing.write(&editor)
    } check: { draft in
      let own = typed.map { draft.findings(about: question, at: $0) } ?? []
      return own.isEmpty ? draft.findings(about: question, since: self) : own
    }
  }

  /// The draft without an answer and its field. What stands beside it stays.
  public func removing(_ question: Int) -> Result {
    changing { editor throws(YAMLEditProblem) in
      let path = YAMLPath(dotted: policies.schema.questions[question].id)
      do throws(YAMLEditProblem) {
        try editor.remove(at: path)
      } catch .unusual {
        // The only field of its section stays, and says nothing.
        try editor.set(.literal("unknown"), at: path)
      }
    } check: { draft in
      draft.findings(about: question, since: self)
    }
  }

  /// The draft with one more item of evidence.
  public func attaching(_ item: NewEvidence) -> Result {
    changing { editor throws(YAMLEditProblem) in
      try editor.append(item.value, to: YAMLPath([.key("evidence")]))
    } check: { draft in
      guard let range = draft.document.value.root?.value(forKey: "evidence")?.items?.last?.range else { return [] }
      return draft.findings(inside: range)
    }
  }

  private func changing(
    _ change: (inout YAMLEditor) throws(YAMLEditProblem) -> Void, check: (ProjectDraft) -> [Diagnostic]
  ) -> Result {
    do throws(YAMLEditProblem) {
      var editor = editor
      try change(&editor)
      let draft = try ProjectDraft(editor, name, policies, day)
      let found = check(draft)
      let errors = found.filter { $0.severity == .error }
      return errors.isEmpty ? .accepted(draft, notes: found) : .refused(errors)
    } catch {
      return .blocked(error)
    }
  }

  /// What the reader says of an answer. Of a list that is changed in places it leaves out what it said before: nobody
  /// could mend one of two slips else.
  private func findings(about question: Int, since earlier: ProjectDraft) -> [Diagnostic] {
    let found = findings(about: question)
    switch policies.schema.questions[question].type {
    case .textList, .recordList:
      guard bytes != earlier.bytes else { return found }
      var known: [String: Int] = [:]
      for finding in earlier.findings(about: question) { known["\(finding.code) \(finding.message)", default: 0] += 1 }
      return found.filter { finding in
        let name = "\(finding.code) \(finding.message)"
        known[name, default: 0] -= 1
        return known[name, default: 0] < 0
      }
    case .boolean, .number, .text, .date, .choice, .choiceList: return found
    }
  }

  /// Of one key of an entry.
  private func findings(about question: Int, at place: TypedKey) -> [Diagnostic] {
    guard let items = project.value.answers[question].node?.items, items.indices.contains(place.entry) else {
      return []
    }
    return items[place.entry].value(forKey: place.key).map { findings(inside: $0.range) } ?? []
  }

  /// Of an answer, or of all where it could not tell which one is meant.
  private func findings(about question: Int) -> [Diagnostic] {
    if let node = project.value.answers[question].node { return findings(inside: node.range) }
    guard project.value.invalid.contains(question) else { return [] }
    return project.diagnostics.filter { $0.severity == .error }
  }

  private func findings(inside range: SourceRange) -> [Diagnostic] {
    project.diagnostics.filter { finding in
      finding.location.map { $0.range.start >= range.start && $0.range.end <= range.end } ?? false
    }
  }
}
