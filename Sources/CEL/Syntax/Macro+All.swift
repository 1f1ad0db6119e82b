extension Macro {
  /// Every macro: CEL's own, then those of its usual extensions.
  public static let all: [Macro] = [
    Macro(
      "has", "Whether a field or a key is there.",
      [Form("has(value.field)", .presence, examples: [("has({'a': 1}.a)", "true"), ("has({'a': 1}.b)", "false")])]),
    Macro(
      "all", "Whether the condition holds for every item of a list or every key of a map.",
      [
        Form(
          "range.all(x, condition)", .iteration(.all, variables: 1, hasCondition: true),
          examples: [("[1, 2].all(x, x > 1)", "false"), ("[].all(x, x > 1)", "true")]),
        Form(
          "range.all(i, x, condition)", .iteration(.all, variables: 2, hasCondition: true),
          examples: [("[1, 2].all(i, x, i < x)", "true"), ("{'a': 1}.all(k, v, v > 1)", "false")]),
      ]),
    Macro(
      "exists", "Whether the condition holds for an item of a list or a key of a map.",
      [
        Form(
          "range.exists(x, condition)", .iteration(.exists, variables: 1, hasCondition: true),
          examples: [("[1, 2].exists(x, x > 1)", "true"), ("{'a': 1}.exists(k, k == 'b')", "false")]),
        Form(
          "range.exists(i, x, condition)", .iteration(.exists, variables: 2, hasCondition: true),
          examples: [("['a', 'b'].exists(i, x, i == 1 && x == 'b')", "true")]),
      ]),
    Macro(
      "exists_one", "Whether the condition holds for exactly one item of a list or key of a map.",
      [
        Form(
          "range.exists_one(x, condition)", .iteration(.existsOne, variables: 1, hasCondition: true),
          examples: [("[1, 2, 2].exists_one(x, x == 2)", "false")]),
        Form(
          "range.exists_one(i, x, condition)", .iteration(.existsOne, variables: 2, hasCondition: true),
          examples: [("[1, 2, 2].exists_one(i, x, i == x)", "true")]),
      ]),
    Macro(
      "existsOne", "The same as `exists_one`.",
      [
        Form(
          "range.existsOne(x, condition)", .iteration(.existsOne, variables: 1, hasCondition: true),
          examples: [("[1, 2, 2].existsOne(x, x == 1)", "true")]),
        Form(
          "range.existsOne(i, x, condition)", .iteration(.existsOne, variables: 2, hasCondition: true),
          examples: [("[1, 2, 2].existsOne(i, x, i < x)", "false")]),
      ]),
    Macro(
      "filter", "The items of a list, or the keys of a map, for which the condition holds.",
      [
        Form(
          "range.filter(x, condition)", .iteration(.filter, variables: 1, hasCondition: true),
          examples: [("[1, 2, 3].filter(x, x > 1)", "2, 3")])
      ]),
    Macro(
      "map",
      "What becomes of each item of a list or key of a map, as a list; with a condition only of those that meet it.",
      [
        Form(
          "range.map(x, transform)", .iteration(.map, variables: 1, hasTransform: true),
          examples: [("[1, 2].map(x, x * 10)", "10, 20")]),
        Form(
          "range.map(x, condition, transform)",
          .iteration(.map, variables: 1, hasCondition: true, hasTransform: true),
          examples: [("[1, 2].map(x, x > 1, x * 10)", "20")]),
      ]),
    Macro(
      "cel.bind", "The body with a name for a value that is worked out once.",
      [Form("cel.bind(x, value, body)", .binding, examples: [("cel.bind(x, 2 + 3, x * x)", "25")])]),
    Macro(
      "optFlatMap", "What becomes of the value in an optional, as an optional; nothing of an empty one.",
      [
        Form(
          "optional.optFlatMap(x, transform)", .iteration(.optFlatMap, variables: 1, hasTransform: true),
          examples: [("optional.of({'a': 1}).optFlatMap(x, x.?b).hasValue()", "false")])
      ]),
    Macro(
      "optMap", "An optional with what becomes of the value in another; nothing of an empty one.",
      [
        Form(
          "optional.optMap(x, transform)", .iteration(.optMap, variables: 1, hasTransform: true),
          examples: [("optional.of(2).optMap(x, x * 10).value()", "20")])
      ]),
    Macro(
      "sortBy", "The items of a list in the order of a key that is worked out for each.",
      [
        Form(
          "list.sortBy(x, key)", .iteration(.sortBy, variables: 1, hasTransform: true),
          examples: [("['ccc', 'a', 'bb'].sortBy(x, size(x))", "a, bb, ccc")])
      ]),
    Macro(
      "transformList", "A list of what becomes of each item of a list or entry of a map.",
      [
        Form(
          "range.transformList(i, x, transform)", .iteration(.transformList, variables: 2, hasTransform: true),
          examples: [("['a', 'b'].transformList(i, x, x + string(i))", "a0, b1")]),
        Form(
          "range.transformList(i, x, condition, transform)",
          .iteration(.transformList, variables: 2, hasCondition: true, hasTransform: true),
          examples: [("{'a': 1, 'b': 2}.transformList(k, v, v > 1, k)", "b")]),
      ]),
    Macro(
      "transformMap", "A map with the same keys, and what becomes of each value.",
      [
        Form(
          "range.transformMap(k, v, transform)", .iteration(.transformMap, variables: 2, hasTransform: true),
          examples: [("{'a': 1, 'b': 2}.transformMap(k, v, v * 10)", "a: 10, b: 20")]),
        Form(
          "range.transformMap(k, v, condition, transform)",
          .iteration(.transformMap, variables: 2, hasCondition: true, hasTransform: true),
          examples: [("{'a': 1, 'b': 2}.transformMap(k, v, v > 1, v * 10)", "b: 20")]),
      ]),
    Macro(
      "transformMapEntry", "A map of the entries that are made of each item of a list or entry of a map.",
      [
        Form(
          "range.transformMapEntry(k, v, entry)", .iteration(.transformMapEntry, variables: 2, hasTransform: true),
          examples: [("{'a': 'x'}.transformMapEntry(k, v, {v: k})", "x: a")]),
        Form(
          "range.transformMapEntry(k, v, condition, entry)",
          .iteration(.transformMapEntry, variables: 2, hasCondition: true, hasTransform: true),
          examples: [("{'a': 'x', 'b': 'y'}.transformMapEntry(k, v, k != 'a', {v: k})", "y: b")]),
      ]),
  ]
}
