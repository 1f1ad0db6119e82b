internal import CEL
internal import Diagnostics
internal import LocalFiles
internal import PolicyModel
internal import ProjectFiles
internal import Questionnaire

/// Asks whoever sits at the terminal for what is missing.
enum Prompter {
  /// Whether somebody can be asked.
  static var hasTerminal: Bool { Terminal.isTerminal(0) }

  /// Fills a form: what was given on the command line first, then what is missing, one by one. `introduction` is shown
  /// before the first question.
  ///
  /// Throws a `Failure` where something given is wrong, where something is missing and nobody can be asked, and where the
  /// input ends before everything is answered.
  static func fill(
    _ form: inout EntryForm, given: [String: String], introduction: @autoclosure () -> String
  ) throws {
    for field in form.fields where field.isDate {
      if let text = given[field.key], CivilDate(text) == nil {
        throw Failure(.usage, "`\(field.option) \(text)` is no date such as 2026-03-01")
      }
    }
    let faults = form.take(given)
    if !faults.isEmpty {
      throw Failure(.invalidInput, faults.joined(separator: "; ") + ": nothing was written")
    }
    guard form.next != nil else { return }
    guard hasTerminal else {
      let options = form.missing.map { "`\($0.option)`" }.joined(separator: ", ")
      throw Failure(.usage, "missing: \(options)")
    }
    Console.write(introduction() + "\n")
    while let field = form.next { try ask(field, &form) }
  }

  private static func ask(_ field: EntryField, _ form: inout EntryForm) throws {
    Console.write(question(field))
    let line: String
    switch try TypedLine.read() {
    case .line(let typed): line = typed.trimmed
    case .refused(let why): return Console.write("  ✗ \(why)\n")
    case .end: throw Failure(.usage, "the input ended before everything was answered: nothing was written")
    }
    if let fault = form.typed(field, line) {
      Console.write("  ✗ \(DiagnosticRenderer.printable(fault))\n")
    }
  }

  private static func question(_ field: EntryField) -> String {
    let offers = field.offers.enumerated().map { "  \($0.offset + 1)  \($0.element)\n" }.joined()
    return field.ask + "\n" + offers + (field.suggestion.map { "[\($0)] " } ?? "") + "> "
  }
}
