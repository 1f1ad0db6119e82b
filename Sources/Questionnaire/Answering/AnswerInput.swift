public import LocatedYAML
public import PolicyModel

/// An answer as somebody gives it or has written it, before anybody checked it.
public enum AnswerInput: Sendable, Hashable {
  /// Said to be unknown, or not said at all.
  case unanswered
  /// A text, a number, a date, `true`, `false`, or one of the values offered, as typed.
  case text(String)
  /// The items of a list; none of them says "none".
  case items([String])
  /// The entries of a list, each with what was typed for its keys. A key that is left out or empty is unanswered.
  case entries([[String: String]])

  /// What a project says, as it would have been typed. What no answer of that type could look like becomes its plain
  /// text, or is left out.
  public init(_ node: YAMLNode?, of type: AnswerType) {
    guard let node, !Self.isUnanswered(node) else {
      self = .unanswered
      return
    }
    switch type {
    case .boolean, .number, .text, .date, .choice: self = .text(Self.text(node))
    case .textList, .choiceList:
      self = .items((node.items ?? [node]).filter { !Self.isUnanswered($0) }.map { Self.text($0) })
    case .recordList:
      self = .entries(
        (node.items ?? [node]).map { item in
          Dictionary(
            (item.entries ?? []).filter { !Self.isUnanswered($0.value) }.map { ($0.name, Self.text($0.value)) }
          ) { first, _ in first }
        })
    }
  }

  private static func isUnanswered(_ node: YAMLNode) -> Bool {
    guard let scalar = node.scalar else { return false }
    if case .null = scalar.resolved { return true }
    return scalar.text == "unknown"
  }

  private static func text(_ node: YAMLNode) -> String { node.scalar?.text ?? node.described }

  /// As it is written into a project description that has no answer yet.
  func value(of type: AnswerType) -> NewYAMLValue {
    switch self {
    case .unanswered: .literal("unknown")
    case .text(let text): Self.scalar(text, type)
    case .items(let items): .list(items.map { .text($0) })
    case .entries(let entries):
      .list(entries.map { .mapping(Self.members($0, type)) })
    }
  }

  /// The members of one entry, in the order of the keys.
  static func members(_ entry: [String: String], _ type: AnswerType) -> [NewYAMLValue.Member] {
    guard case .recordList(let keys) = type else { return [] }
    let given = keys.compactMap { key in
      entry[key.name].flatMap { $0.isEmpty ? nil : NewYAMLValue.Member(key.name, scalar($0, key.type)) }
    }
    // An entry without any key would be no entry.
    return given.isEmpty ? keys.prefix(1).map { .init($0.name, .literal("unknown")) } : given
  }

  static func scalar(_ text: String, _ type: AnswerType) -> NewYAMLValue {
    if text.isEmpty { return .literal("unknown") }
    switch type {
    case .boolean, .number, .date: return .literal(text)
    case .text, .choice, .textList, .choiceList, .recordList: return .text(text)
    }
  }
}
