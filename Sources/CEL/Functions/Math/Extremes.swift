extension Function {
  private static let numbers: [CELType] = [.int, .uint, .double]

  /// `math.name(a, b, …)`: the number that comes last when all are put in an order; with overloads for numbers of one
  /// type and of several, and for a list.
  static func extreme(_ name: String, _ summary: String, accepting wanted: Ordering) -> Function {
    let full = "math.\(name)"
    let isGreatest = wanted == .greater
    func overload(
      _ parameters: [CELType], _ result: CELType, isVariadic: Bool = false, _ arguments: String,
      _ shown: (String, String)
    ) -> Overload {
      let id = ([full.replacingDots] + parameters.map(\.identifier) + (isVariadic ? ["more"] : [])).joined(
        separator: "_")
      return Overload(
        id: id, .global, parameters, isVariadic: isVariadic, result,
        examples: [("\(full)(\(arguments))", isGreatest ? shown.1 : shown.0)]
      ) { arguments, _ in
        let items = arguments.count == 1 ? arguments[0].asList?.items ?? arguments : arguments
        return extreme(items, wanted, full)
      }
    }
    var overloads: [Overload] = []
    for type in numbers {
      let one = example(type, 1)
      overloads.append(overload([type], type, one, ("1", "1")))
      overloads.append(overload([type, type], type, "\(one), \(example(type, 2))", ("1", "2")))
      for other in numbers where other != type {
        overloads.append(overload([type, other], .dyn, "\(one), \(example(other, 2))", ("1", "2")))
      }
      let three = (1...3).map { example(type, $0) }.joined(separator: ", ")
      overloads.append(overload([type, type, type], type, isVariadic: true, three, ("1", "3")))
      overloads.append(overload([.list(type)], type, "[\(three)]", ("1", "3")))
    }
    overloads.append(overload([.dyn, .dyn, .dyn], .dyn, isVariadic: true, "1, 2.5, 3u", ("1", "3")))
    overloads.append(overload([.list(.dyn)], .dyn, "[1, 2.5, 3u]", ("1", "3")))
    return Function(name: full, summary: summary, overloads: overloads)
  }

  private static func example(_ type: CELType, _ number: Int) -> String {
    switch type {
    case .uint: "\(number)u"
    case .double: "\(number).0"
    default: "\(number)"
    }
  }

  private static func extreme(_ items: [Value], _ wanted: Ordering, _ name: String) -> Value {
    guard var found = items.first else { return .error(.emptyList) }
    for item in items {
      guard let ordering = Ordering.compareNumbers(item, found) else { return .noOverload(name) }
      if ordering == wanted { found = item }
    }
    return found
  }
}

extension CELType {
  fileprivate var identifier: String {
    if case .list(let element) = self { return "list_\(element)" }
    return description
  }
}

extension String {
  fileprivate var replacingDots: String { String(map { $0 == "." ? "_" : $0 }) }
}
