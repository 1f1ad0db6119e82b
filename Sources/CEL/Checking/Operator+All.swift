extension Operator {
  /// Every operator, from those that bind most tightly (cel-spec `langdef.md`, List of Standard Definitions), with
  /// ordering across number types and optional access.
  public static let all: [Operator] = [
    Operator(
      "_._", "_.field", "The value of a field or of a key; an error where it is not there.",
      [Signature([.map(.string, b)], b)], isCall: false, examples: [("{'a': 1}.a", "1")]),
    Operator(
      "_.?_", "_.?field", "An optional with the value of a field or of a key, and with nothing where it is not there.",
      [Signature([.map(.string, b)], .optional(b))], isCall: false,
      examples: [("{'a': 1}.?a.value()", "1"), ("{'a': 1}.?b.hasValue()", "false")]),
    Operator(
      "_[_]", "_[_]", "The item at a position, from 0, or the value of a key; an error where there is none.",
      [
        Signature([.list(a), .int], a), Signature([.map(a, b), a], b),
        Signature([.optional(.list(a)), .int], .optional(a)), Signature([.optional(.map(a, b)), a], .optional(b)),
      ], isCall: false, examples: [("['a', 'b'][1]", "b"), ("{'a': 1}['a']", "1")]),
    Operator(
      "_[?_]", "_[?_]", "An optional with the item or the value, and with nothing where there is none.",
      [
        Signature([.list(a), .int], .optional(a)), Signature([.map(a, b), a], .optional(b)),
        Signature([.optional(.list(a)), .int], .optional(a)), Signature([.optional(.map(a, b)), a], .optional(b)),
      ], isCall: false, examples: [("['a', 'b'][?2].hasValue()", "false")]),
    Operator("!_", "!_", "The opposite.", [Signature([.bool], .bool)], examples: [("!true", "false")]),
    Operator(
      "-_", "-_", "The number with the other sign.", [Signature([.int], .int), Signature([.double], .double)],
      examples: [("-(1 + 2)", "-3")]),
    Operator("_*_", "_ * _", "The product.", numbers([.int, .uint, .double]), examples: [("2 * 3", "6")]),
    Operator(
      "_/_", "_ / _", "The quotient, of whole numbers without its fraction; by 0 they cannot be divided.",
      numbers([.int, .uint, .double]), examples: [("-7 / 2", "-3"), ("7.0 / 2.0", "3.5")]),
    Operator(
      "_%_", "_ % _", "What is left by a division, with the sign of the number that is divided.",
      numbers([.int, .uint]), examples: [("-7 % 2", "-1")]),
    Operator(
      "_+_", "_ + _", "The sum; of texts, bytes and lists the second behind the first.",
      numbers([.int, .uint, .double]) + [
        Signature([.string, .string], .string), Signature([.bytes, .bytes], .bytes),
        Signature([.list(a), .list(a)], .list(a)), Signature([.timestamp, .duration], .timestamp),
        Signature([.duration, .timestamp], .timestamp), Signature([.duration, .duration], .duration),
      ],
      examples: [
        ("1 + 2", "3"), ("'a' + 'b'", "ab"), ("[1] + [2]", "1, 2"),
        ("timestamp('2026-03-01T00:00:00Z') + duration('24h')", "2026-03-02"),
      ]),
    Operator(
      "_-_", "_ - _", "The difference.",
      numbers([.int, .uint, .double]) + [
        Signature([.timestamp, .timestamp], .duration), Signature([.timestamp, .duration], .timestamp),
        Signature([.duration, .duration], .duration),
      ], examples: [("1 - 2", "-1"), ("duration('1m') - duration('1s')", "59 s")]),
    Operator(
      "_==_", "_ == _", "Whether two values are equal; numbers of different types may be, other types never are.",
      [Signature([a, a], .bool)], examples: [("'a' == 'a'", "true"), ("dyn(1) == dyn(1.0)", "true")]),
    Operator(
      "_!=_", "_ != _", "Whether two values are not equal.", [Signature([a, a], .bool)],
      examples: [("[1, 2] != [2, 1]", "true")]),
    Operator("_<_", "_ < _", "Whether the first comes before the second.", orderings, examples: [("1 < 2", "true")]),
    Operator(
      "_<=_", "_ <= _", "Whether the first does not come after the second.", orderings,
      examples: [("'b' <= 'a'", "false")]),
    Operator("_>_", "_ > _", "Whether the first comes after the second.", orderings, examples: [("2u > 1", "true")]),
    Operator(
      "_>=_", "_ >= _", "Whether the first does not come before the second.", orderings,
      examples: [("duration('60s') >= duration('1m')", "true")]),
    Operator(
      "@in", "_ in _", "Whether a list holds the item, or a map the key.",
      [Signature([a, .list(a)], .bool), Signature([a, .map(a, b)], .bool)],
      examples: [("2 in [1, 2]", "true"), ("'b' in {'a': 1}", "false")]),
    Operator(
      "_&&_", "_ && _", "Whether both hold. One that does not hold decides, whatever is wrong with the other.",
      [Signature([.bool, .bool], .bool)], isCall: false, examples: [("1 / 0 > 1 && false", "false")]),
    Operator(
      "_||_", "_ || _", "Whether either holds. One that holds decides, whatever is wrong with the other.",
      [Signature([.bool, .bool], .bool)], isCall: false, examples: [("1 / 0 > 1 || true", "true")]),
    Operator(
      "_?_:_", "_ ? _ : _", "The second where the first holds, else the third; only that one is evaluated.",
      [Signature([.bool, a, a], a)], isCall: false, examples: [("2 > 1 ? 'a' : 'b'", "a")]),
  ]

  private static let a = CELType.parameter("A")
  private static let b = CELType.parameter("B")

  private static func numbers(_ types: [CELType]) -> [Signature] { types.map { Signature([$0, $0], $0) } }

  private static let orderings: [Signature] = {
    let numbers: [CELType] = [.int, .uint, .double]
    let others: [CELType] = [.string, .bool, .bytes, .timestamp, .duration]
    return numbers.flatMap { left in numbers.map { Signature([left, $0], .bool) } }
      + others.map { Signature([$0, $0], .bool) }
  }()
}
