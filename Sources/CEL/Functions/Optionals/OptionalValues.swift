extension Function {
  static func unwrapped(_ list: Value) -> Value {
    guard let items = list.asList?.items, items.allSatisfy({ $0.asOptional != nil }) else {
      return .noOverload("optional.unwrap")
    }
    return .list(ListValue(items.compactMap { $0.asOptional?.value }))
  }

  static func end(
    _ name: String, _ summary: String, _ result: String, _ item: @escaping @Sendable (ListValue) -> Value?
  ) -> Function {
    Function(
      name: name, summary: summary,
      overloads: [
        Overload(
          id: "list_\(name)", .member, [.list(.parameter("V"))], .optional(.parameter("V")),
          examples: [("[1, 2, 3].\(name)().value()", result)], openParameters: [0]
        ) { arguments in
          guard let list = arguments[0].asList else { return .noOverload(name) }
          if list.items.isEmpty, let openness = list.openness { return .unknown(openness) }
          guard let item = item(list) else { return .none }
          return item.isAbsent ? item : .some(item)
        }
      ])
  }
}

extension Value {
  /// Whether it is what a field of its type holds before anything is put there.
  var isZero: Bool {
    switch self {
    case .null: true
    case .bool(let flag): !flag
    case .int(let number): number == 0
    case .uint(let number): number == 0
    case .double(let number): number == 0
    case .string(let text): text.isEmpty
    case .bytes(let bytes): bytes.isEmpty
    case .timestamp(let moment): moment.seconds == 0 && moment.nanoseconds == 0
    case .duration(let span): span.nanoseconds == 0
    case .list(let list): list.items.isEmpty
    case .map(let map): map.entries.isEmpty
    case .optional(let optional): optional.value == nil
    case .record, .type, .error, .unknown: false
    }
  }
}
