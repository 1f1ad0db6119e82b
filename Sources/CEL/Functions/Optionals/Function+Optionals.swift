extension Function {
  static let optionalOf = Function(
    name: "optional.of", summary: "An optional that holds the value.",
    overloads: [
      Overload(
        id: "optional_of", .global, [.parameter("V")], .optional(.parameter("V")),
        examples: [("optional.of(1).hasValue()", "true")]
      ) { .some($0[0]) }
    ])

  static let optionalOfNonZeroValue = Function(
    name: "optional.ofNonZeroValue",
    summary: "An optional that holds the value, unless it is null, false, 0 or empty.",
    overloads: [
      Overload(
        id: "optional_ofNonZeroValue", .global, [.parameter("V")], .optional(.parameter("V")),
        examples: [("optional.ofNonZeroValue('').hasValue()", "false")]
      ) { $0[0].isZero ? .none : .some($0[0]) }
    ])

  static let optionalNone = Function(
    name: "optional.none", summary: "An optional without a value.",
    overloads: [
      Overload(
        id: "optional_none", .global, [], .optional(.parameter("V")),
        examples: [("optional.none().hasValue()", "false")]
      ) { _ in .none }
    ])

  static let hasValue = Function(
    name: "hasValue", summary: "Whether the optional holds a value.",
    overloads: [
      Overload(
        id: "optional_hasValue", .member, [.optional(.parameter("V"))], .bool,
        examples: [("{'a': 1}.?b.hasValue()", "false")], openParameters: [0]
      ) { arguments in
        arguments[0].asOptional.map { .bool($0.value != nil) } ?? .noOverload("hasValue")
      }
    ])

  static let value = Function(
    name: "value", summary: "The value of the optional; an error where there is none.",
    overloads: [
      Overload(
        id: "optional_value", .member, [.optional(.parameter("V"))], .parameter("V"),
        examples: [("{'a': 1}.?a.value()", "1")], openParameters: [0]
      ) { arguments in
        guard let optional = arguments[0].asOptional else { return .noOverload("value") }
        return optional.value ?? .error(.emptyOptional)
      }
    ])

  static let or = Function(
    name: "or", summary: "The optional, or another where it holds no value.",
    overloads: [
      Overload(
        id: "optional_or_optional", .member, [.optional(.parameter("V")), .optional(.parameter("V"))],
        .optional(.parameter("V")), examples: [("optional.none().or(optional.of(2)).value()", "2")],
        openParameters: [0, 1], shortcut: { $0.asOptional?.value == nil ? nil : $0 }
      ) { arguments, _ in
        guard let optional = arguments[0].asOptional, arguments[1].asOptional != nil else { return .noOverload("or") }
        return optional.value == nil ? arguments[1] : arguments[0]
      }
    ])

  static let orValue = Function(
    name: "orValue", summary: "The value of the optional, or another value where it holds none.",
    overloads: [
      Overload(
        id: "optional_orValue_value", .member, [.optional(.parameter("V")), .parameter("V")], .parameter("V"),
        examples: [("{'a': 1}.?b.orValue(0)", "0")], openParameters: [0, 1], shortcut: { $0.asOptional?.value }
      ) { arguments, _ in
        guard let optional = arguments[0].asOptional else { return .noOverload("orValue") }
        return optional.value ?? arguments[1]
      }
    ])

  static let first = end("first", "The first item of a list, if it has any.", "1") { $0.items.first }
  static let last = end("last", "The last item of a list, if it has any.", "3") { list in
    list.openness.map { .unknown($0) } ?? list.items.last
  }

  static let unwrap = Function(
    name: "optional.unwrap", summary: "The values of the optionals in a list, without those that hold none.",
    overloads: [
      Overload(
        id: "optional_unwrap", .global, [.list(.optional(.parameter("V")))], .list(.parameter("V")),
        examples: [("optional.unwrap([optional.of(1), optional.none()])", "1")]
      ) { unwrapped($0[0]) }
    ])

  static let unwrapOpt = Function(
    name: "unwrapOpt", summary: "The values of the optionals in a list, without those that hold none.",
    overloads: [
      Overload(
        id: "optional_unwrapOpt", .member, [.list(.optional(.parameter("V")))], .list(.parameter("V")),
        examples: [("[optional.of(1), optional.none()].unwrapOpt()", "1")]
      ) { unwrapped($0[0]) }
    ])

  private static func unwrapped(_ list: Value) -> Value {
    guard let items = list.asList?.items, items.allSatisfy({ $0.asOptional != nil }) else {
      return .noOverload("optional.unwrap")
    }
    return .list(ListValue(items.compactMap { $0.asOptional?.value }))
  }

  private static func end(
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
  fileprivate var isZero: Bool {
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
