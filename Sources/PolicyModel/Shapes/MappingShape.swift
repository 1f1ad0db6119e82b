package import Diagnostics

/// What the mappings of one kind look like: the keys that they may have, in the order in which people write them.
///
/// Readers report from it what is missing and what nobody knows, and JSON Schemas are made of it. So what an editor
/// offers is what the program reads.
package struct MappingShape: Sendable {
  /// What one is, for messages: `a rule`.
  package let subject: String
  /// What it is for, in a sentence.
  package let meaning: String
  package let keys: [KeyShape]
  /// Where one of several keys must be there: these. The reader of the mapping reports it.
  package let needsOneOf: [String]

  package init(_ subject: String, _ meaning: String, needsOneOf: [String] = [], _ keys: [KeyShape]) {
    self.subject = subject
    self.meaning = meaning
    self.needsOneOf = needsOneOf
    self.keys = keys
  }

  /// The key of that name; nil where it has none.
  ///
  /// - Complexity: linear in the number of keys.
  package func key(_ name: String) -> KeyShape? { keys.first { $0.name == name } }
}

/// One key of a mapping.
package struct KeyShape: Sendable {
  /// Whether it must be there.
  package enum Presence: Sendable {
    case optional
    case required
    /// With words of its own where it is missing, given the place to show.
    case requiredSaying(@Sendable (Location) -> Diagnostic)
  }

  package let name: String
  package let value: ValueShape
  package let presence: Presence
  /// What it says, in a sentence.
  package let meaning: String
  /// Nil where the value's shape says it all.
  package let example: ExampleValue?

  package init(
    _ name: String, _ value: ValueShape, _ presence: Presence, _ meaning: String, example: ExampleValue? = nil
  ) {
    self.name = name
    self.value = value
    self.presence = presence
    self.meaning = meaning
    self.example = example
  }

  /// One that may be left out.
  package init(_ name: String, _ value: ValueShape, _ meaning: String, example: ExampleValue? = nil) {
    self.init(name, value, .optional, meaning, example: example)
  }

  package var isRequired: Bool {
    if case .optional = presence { return false }
    return true
  }
}

/// What stands behind a key.
package indirect enum ValueShape: Sendable {
  /// This text, which says what kind of file it is.
  case constant(String)
  /// Any plain value: what looks like a number or a date is a text here.
  case text
  /// A text of a certain form.
  case form(TextForm)
  case number
  /// A whole number, 0 or above.
  case wholeNumber
  case boolean
  /// Year, month and day.
  case date
  /// A SHA-256 digest.
  case digest
  /// An expression of CEL that is true or false.
  case condition
  case regularExpression
  /// One of the values.
  case choice([String])
  /// The name of something that another place declares, or one of the words given.
  case reference(Reference, or: [String] = [])
  case list(ValueShape, least: Int = 0)
  /// Values of one shape under names of the writer's choice.
  case group(ValueShape, of: NameShape)
  case mapping(MappingShape)
  /// An answer to a question, of whatever type.
  case answer

  /// Whether a plain value is read as it is written.
  var isText: Bool {
    switch self {
    case .constant, .text, .form, .date, .digest, .condition, .regularExpression, .choice, .reference: true
    case .number, .wholeNumber, .boolean, .list, .group, .mapping, .answer: false
    }
  }

  var isList: Bool { if case .list = self { true } else { false } }

  var isGroup: Bool { if case .group = self { true } else { false } }

  /// Fewest items that it can have; nil where it is no list.
  var least: Int? { if case .list(_, let least) = self { least } else { nil } }

  /// The values offered; nil where it is no choice, and no list of choices.
  var choices: [String]? {
    switch self {
    case .choice(let values): values
    case .list(let item, _): item.choices
    default: nil
    }
  }
}

/// What the names in a group of free names are.
package enum NameShape: Sendable {
  case any
  case form(TextForm)
  case choice([String])
  case reference(Reference)
}

/// Something that a pack, a foundation or a project declares and others name.
package enum Reference: Sendable, Hashable, CaseIterable {
  case clause, crosswalk, foundation, holderType, pack, packOrFoundation, parameter, pattern, question, questionOrRule
  case rank, rule
}

/// A value as it could stand in a file, for examples.
package indirect enum ExampleValue: Sendable, Hashable {
  case text(String)
  case number(Double)
  case boolean(Bool)
  case list([ExampleValue])
  case mapping([Member])

  package struct Member: Sendable, Hashable {
    package let key: String
    package let value: ExampleValue
  }
}

extension ExampleValue: ExpressibleByStringLiteral, ExpressibleByFloatLiteral, ExpressibleByIntegerLiteral,
  ExpressibleByBooleanLiteral, ExpressibleByArrayLiteral, ExpressibleByDictionaryLiteral
{
  package init(stringLiteral value: String) { self = .text(value) }

  package init(floatLiteral value: Double) { self = .number(value) }

  package init(integerLiteral value: Int) { self = .number(Double(value)) }

  package init(booleanLiteral value: Bool) { self = .boolean(value) }

  package init(arrayLiteral elements: ExampleValue...) { self = .list(elements) }

  package init(dictionaryLiteral elements: (String, ExampleValue)...) {
    self = .mapping(elements.map { Member(key: $0, value: $1) })
  }
}
