internal import CEL
internal import Diagnostics

/// Finds questions that no project could answer or no condition could read, because their names mean something else.
struct QuestionNameCheck {
  /// What stands beside the sections in a project description, and what conditions know beside them.
  private static let taken = ["answerable", "assessment", "date", "evidence", "marking", "params", "patterns"]

  private let names: Set<String>

  init(_ questions: [Question]) {
    names = Set(questions.map(\.id))
  }

  /// What is wrong with a question's name, as far as it has the form of one. The section `project` is the foundation's.
  func problem(of question: Question, isOfPack: Bool) -> Diagnostic? {
    guard TextForm.question.accepts(question.id), let section = question.parts.first else { return nil }
    if Self.taken.contains(section) || isOfPack && section == "project" {
      return Messages.reservedName(section, of: question.id, at: question.location)
    }
    if let word = question.parts.first(where: { ReservedWords.all.contains($0) }) {
      return Messages.reservedName(word, of: question.id, at: question.location)
    }
    for count in 1..<question.parts.count {
      let above = question.parts.prefix(count).joined(separator: ".")
      if names.contains(above) { return Messages.questionBelow(question.id, above, at: question.location) }
    }
    return nil
  }
}
