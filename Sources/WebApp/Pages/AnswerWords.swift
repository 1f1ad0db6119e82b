internal import PolicyModel
internal import Questionnaire

/// Answers and names of files, as people read them.
enum AnswerWords {
  /// A name as words: `over the loop`.
  static func plain(_ name: String) -> String { name.split(separator: "_").joined(separator: " ") }

  static func capitalised(_ text: String) -> String { text.prefix(1).uppercased() + text.dropFirst() }

  static func sentence(_ text: String) -> String {
    capitalised(text) + (text.hasSuffix(".") || text.hasSuffix("?") ? "" : ".")
  }

  static func count(_ count: Int, _ one: String, _ many: String) -> String { "\(count) \(count == 1 ? one : many)" }

  /// An answer as one line a part of it.
  static func lines(_ answer: AnswerInput, of question: Question) -> [String] {
    switch answer {
    case .unanswered: ["not known yet"]
    case .text(let text): [value(text, question.type) + (question.unit.map { " \($0)" } ?? "")]
    case .items([]), .entries([]): ["none"]
    case .items(let items): items.map { $0 == AnswerInput.openItem ? more : value($0, question.type) }
    case .entries(let entries): entries.map { $0.isEmpty ? more : entry(entry: $0, question.type) }
    }
  }

  private static let more = "there may be more, not known yet"

  private static func value(_ text: String, _ type: AnswerType) -> String {
    switch type {
    case .boolean where text == "true": "yes"
    case .boolean where text == "false": "no"
    case .choice, .choiceList: plain(text)
    default: text
    }
  }

  private static func entry(entry: [String: String], _ type: AnswerType) -> String {
    guard case .recordList(let keys) = type else { return "" }
    return keys.compactMap { key in entry[key.name].map { "\(plain(key.name)): \(value($0, key.type))" } }
      .joined(separator: "; ")
  }
}
