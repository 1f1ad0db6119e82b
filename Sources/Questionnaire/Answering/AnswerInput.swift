public import LocatedYAML
public import PolicyModel

/// An answer as somebody gives it or has written it, before anybody checked it.
public enum AnswerInput: Sendable, Hashable {
  /// Said to be unknown, or not said at all.
  case unanswered
  /// A text, a number, a date, `true`, `false`, or one of the values offered, as typed.
  case text(String)
  /// The items of a list; none of them says "none". The item `unknown` says that there may be more.
  case items([String])
  /// The entries of a list, each with what was typed for its keys. A key that is left out or empty is unanswered; an entry
  /// without any says that there may be more.
  case entries([[String: String]])

  /// The item that says that a list is open: at least what else is in it, and perhaps more.
  public static let openItem = "unknown"

  /// Whether it is a list that says that there may be more.
  public var isOpen: Bool {
    switch self {
    case .unanswered, .text: false
    case .items(let items): items.contains(Self.openItem)
    case .entries(let entries): entries.contains { $0.isEmpty }
    }
  }

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
      self = .items((node.items ?? [node]).map { Self.isUnanswered($0) ? Self.openItem : Self.text($0) })
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
    case .items(let items): .list(items.map { Self.item($0) })
    case .entries(let entries): .list(entries.map { Self.entry($0, type) })
    }
  }

  static func item(_ text: String) -> NewYAMLValue { text == openItem ? .literal(openItem) : .text(text) }

  static func entry(_ entry: [String: String], _ type: AnswerType) -> NewYAMLValue {
    let members = members(entry, type)
    return members.isEmpty ? .literal(openItem) : .mapping(members)
  }

  /// The members of one entry, in the order of the keys.
  private static func members(_ entry: [String: String], _ type: AnswerType) -> [NewYAMLValue.Member] {
    guard case .recordList(let keys) = type else { return [] }
    return keys.compactMap { key in
      entry[key.name].flatMap { $0.isEmpty ? nil : NewYAMLValue.Member(key.name, scalar($0, key.type)) }
    }
  }

  static func scalar(_ text: String, _ type: AnswerType) -> NewYAMLValue {
    if text.isEmpty { return .literal("unknown") }
    switch type {
    case .boolean, .number, .date: return .literal(text)
    case .text, .choice, .textList, .choiceList, .recordList: return .text(text)
    }
  }
}
