internal import CEL

extension Ground {
  /// In words that tell the three apart.
  public var described: String {
    switch self {
    case .treaty: "treaty, which binds its parties"
    case .custom: "custom, which binds all States"
    case .policy: "policy, which this pack sets"
    }
  }
}

extension Rule {
  /// When it is due.
  public var dueStages: String { "due from \(dueFrom.name)\(dueUntil.map { " until \($0.name)" } ?? "")" }
}

extension Parameter {
  /// `1.5 s`.
  public var valueWithUnit: String { Value.double(value).written + (unit.map { " \($0)" } ?? "") }

  /// What an overlay may do to it.
  public var allowedChange: String {
    if isAdjustable { return "lower or higher; what that loosens is listed in every report" }
    return switch tighten {
    case .lower: "lower, not higher"
    case .higher: "higher, not lower"
    case .none: "to no other value"
    }
  }
}

extension AnswerExample {
  /// On one line, as it could stand in a project description.
  public var written: String {
    switch self {
    case .scalar(let text): text
    case .list(let items): "[" + items.map(\.written).joined(separator: ", ") + "]"
    case .entry(let members): "{" + members.map { "\($0.key): \($0.value.written)" }.joined(separator: ", ") + "}"
    }
  }
}

extension Question {
  /// What may be answered, in words: type, values, keys, unit, range.
  public var allowedAnswers: String {
    var text = type.described
    switch type {
    case .choiceList(let values): text += ", each one of " + values.map { "`\($0)`" }.joined(separator: ", ")
    case .recordList(let keys):
      text += " with " + keys.map { "`\($0.name)` (\($0.type.described))" }.joined(separator: ", ")
    case .number:
      if let unit { text += " in \(unit)" }
      text += unit == "%" ? ", 0 to 100" : ", at least \(Value.double(minimum).written)"
    case .date where allowsFuture: text += ", which may lie ahead"
    default: break
    }
    return text + "; `unknown` leaves it open"
  }
}
