internal import CEL
internal import Diagnostics
public import LocatedYAML
internal import PolicyModel

/// One thing that an entry says, and how it is asked for.
public struct EntryField: Sendable {
  /// As the record calls it: `accepted_by`.
  public let key: String
  /// The question.
  public let ask: String
  public var isDate = false
  /// Whether the answer is a sentence or several.
  public var isLong = false
  /// The answers to choose from; any where there are none.
  public var offers: [String] = []
  /// What an empty answer stands for.
  public var suggestion: String?
  /// What is wrong with an answer, given the form; nil where nothing is.
  public let fault: @Sendable (_ answer: String, _ form: EntryForm) -> String?

  public init(
    key: String, ask: String, isDate: Bool = false, isLong: Bool = false, offers: [String] = [],
    suggestion: String? = nil,
    fault: @escaping @Sendable (_ answer: String, _ form: EntryForm) -> String?
  ) {
    self.key = key
    self.ask = ask
    self.isDate = isDate
    self.isLong = isLong
    self.offers = offers
    self.suggestion = suggestion
    self.fault = fault
  }

  /// As the command line calls it: `--accepted-by`.
  public var option: String { "--" + key.split(separator: "_").joined(separator: "-") }
}

/// The answers that make an entry, each checked as it is given. A value: who asks, and where, is for others.
public struct EntryForm: Sendable {
  public let fields: [EntryField]
  public private(set) var answers: [String: String] = [:]

  public init(_ fields: [EntryField]) {
    self.fields = fields
  }

  /// The first field without an answer.
  public var next: EntryField? { fields.first { answers[$0.key] == nil } }

  public var missing: [EntryField] { fields.filter { answers[$0.key] == nil } }

  /// Days since 1970 of an answer that is a date.
  public func day(_ key: String) -> Int? { answers[key].flatMap { CivilDate($0)?.day } }

  /// Takes what was typed for a field: the number of an offer stands for the offer, nothing for what is suggested.
  public mutating func typed(_ field: EntryField, _ text: String) -> String? {
    if text.isEmpty, let suggestion = field.suggestion { return answer(field, suggestion) }
    if let number = Int(text), field.offers.indices.contains(number - 1) {
      return answer(field, field.offers[number - 1])
    }
    return answer(field, text)
  }

  /// Takes an answer, unless something is wrong with it: then says what.
  public mutating func answer(_ field: EntryField, _ text: String) -> String? {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    if lines.contains(where: { DiagnosticRenderer.printable(String($0)) != $0 }) {
      return "there are characters in it that are not seen"
    }
    if text.isEmpty { return "`\(field.key)` is missing" }
    if field.isDate, CivilDate(text) == nil { return "`\(text)` is no date such as 2026-03-01" }
    if let fault = field.fault(text, self) { return fault }
    answers[field.key] = text
    return nil
  }

  /// Takes what was given beforehand, and says of each what is wrong with it.
  public mutating func take(_ given: [String: String]) -> [String] {
    fields.compactMap { field in
      given[field.key].flatMap { text in answer(field, text).map { "`\(field.option)`: \($0)" } }
    }
  }

  /// The members of the entry, in the order of the fields.
  public var members: [NewYAMLValue.Member] {
    fields.compactMap { field in
      answers[field.key].map { .init(field.key, field.isDate ? .literal($0) : .text($0)) }
    }
  }
}
