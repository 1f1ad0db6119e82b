public import Diagnostics
internal import Sharing

/// One typed field of a project description, with the words that ask it.
///
/// Shared by reference: every state of every question holds one.
public final class Question: Sendable {
  /// The dotted name: `control.abort_latency_s`.
  public let id: String
  let wording: Deferred<QuestionWording>
  public let type: AnswerType
  /// Of a number.
  public let unit: String?
  /// Least number allowed; 0 unless the question says otherwise.
  public let minimum: Double
  /// Whether a date may lie after the assessment date.
  public let allowsFuture: Bool
  /// Whether a single letter or digit is an answer.
  public let isShort: Bool
  public let location: Location

  /// The dotted name's parts.
  public let parts: [String]

  init(
    id: String, wording: Deferred<QuestionWording>, type: AnswerType, unit: String?, minimum: Double,
    allowsFuture: Bool, isShort: Bool, location: Location
  ) {
    self.id = id
    self.wording = wording
    self.type = type
    self.unit = unit
    self.minimum = minimum
    self.allowsFuture = allowsFuture
    self.isShort = isShort
    self.location = location
    parts = id.utf8.split(separator: UInt8(ascii: ".")).map { String(Substring($0)) }
  }

  public var ask: String { wording.made.ask }
  /// Why it is asked.
  public var why: String? { wording.made.why }
  /// What a good answer looks like.
  public var goodAnswer: String? { wording.made.goodAnswer }
  /// Who usually knows.
  public var knownBy: String? { wording.made.knownBy }
  /// An answer of a made-up project.
  public var example: AnswerExample? { wording.made.example }

  /// Largest number allowed.
  public var maximum: Double { unit == "%" ? 100 : .greatestFiniteMagnitude }
}

/// The words that ask a question, which an assessment needs of few.
final class QuestionWording: Sendable {
  let ask: String
  let why: String?
  let goodAnswer: String?
  let knownBy: String?
  let example: AnswerExample?

  init(ask: String, why: String?, goodAnswer: String?, knownBy: String?, example: AnswerExample?) {
    self.ask = ask
    self.why = why
    self.goodAnswer = goodAnswer
    self.knownBy = knownBy
    self.example = example
  }
}

/// What an answer is.
public enum AnswerType: Sendable, Hashable {
  case boolean
  case number
  case text
  case date
  /// One of the values.
  case choice([String])
  case textList
  /// Some of the values.
  case choiceList([String])
  case recordList([RecordKey])

  /// In words for a message.
  public var described: String {
    switch self {
    case .boolean: "`true` or `false`"
    case .number: "a number"
    case .text: "a text"
    case .date: "a date such as 2026-03-01"
    case .choice(let values): "one of " + values.map { "`\($0)`" }.joined(separator: ", ")
    case .textList: "a list of texts"
    case .choiceList: "a list"
    case .recordList: "a list of entries"
    }
  }
}

/// An answer as it could stand in a project description.
public indirect enum AnswerExample: Sendable, Hashable {
  /// A text, date, number or other plain value, as written.
  case scalar(String)
  case list([AnswerExample])
  /// Keys and values, in the order written.
  case entry([Member])

  public struct Member: Sendable, Hashable {
    public let key: String
    public let value: AnswerExample
  }
}

/// One key of the entries of a list.
public struct RecordKey: Sendable, Hashable {
  public let name: String
  /// Never a list.
  public let type: AnswerType
}
