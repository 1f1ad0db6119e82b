/// Finds what type parameters stand for, as the checker goes (the rules are those of cel-go's checker, which the type
/// deduction tests of cel-spec were made with).
struct TypeInference {
  private var bindings: [String: CELType] = [:]
  private var count = 0

  /// A type parameter that nothing is known of yet.
  mutating func variable() -> CELType {
    count += 1
    return .parameter("$\(count)")
  }

  /// Declared types with their parameters replaced by new ones, so that each call finds its own.
  mutating func instance(of types: [CELType], result: CELType) -> (parameters: [CELType], result: CELType) {
    var fresh: [String: CELType] = [:]
    let parameters = types.map { renew($0, &fresh) }
    return (parameters, renew(result, &fresh))
  }

  private mutating func renew(_ type: CELType, _ fresh: inout [String: CELType]) -> CELType {
    switch type {
    case .parameter(let name):
      if let known = fresh[name] { return known }
      let made = variable()
      fresh[name] = made
      return made
    case .list(let element): return .list(renew(element, &fresh))
    case .map(let key, let value):
      let key = renew(key, &fresh)
      return .map(key, renew(value, &fresh))
    case .optional(let inner): return .optional(renew(inner, &fresh))
    case .type(let inner?): return .type(renew(inner, &fresh))
    case .opaque(let name, let parameters):
      var renewed: [CELType] = []
      for parameter in parameters { renewed.append(renew(parameter, &fresh)) }
      return .opaque(name, renewed)
    default: return type
    }
  }

  // MARK: Assignability

  /// Whether values of each type can stand where the other types are expected; what that binds is kept only then.
  mutating func areAssignable(_ found: [CELType], to expected: [CELType]) -> Bool {
    let before = bindings
    for (found, expected) in zip(found, expected) where !isAssignable(found, expected) {
      bindings = before
      return false
    }
    return true
  }

  /// Whether values of a type can stand where another is expected; what that binds is kept only then.
  mutating func accepts(_ found: CELType, as expected: CELType) -> Bool {
    if case .bool = found, case .bool = expected { return true }
    let before = bindings
    if isAssignable(found, expected) { return true }
    bindings = before
    return false
  }

  /// The more general of two types, where one can stand for the other.
  mutating func join(_ left: CELType, _ right: CELType) -> CELType? {
    accepts(left, as: right) ? Self.mostGeneral(left, right) : nil
  }

  private mutating func isAssignable(_ found: CELType, _ expected: CELType) -> Bool {
    if case .parameter(let name) = expected {
      let (isValid, wasBound) = substitute(found, for: name)
      if isValid || wasBound { return isValid }
    }
    if case .parameter(let name) = found { return substitute(expected, for: name).isValid }
    switch (found, expected) {
    case (.dyn, _), (_, .dyn): return true
    case (.null, let other), (let other, .null): return other.takesNull
    case (.list(let first), .list(let second)), (.optional(let first), .optional(let second)):
      return isAssignable(first, second)
    case (.map(let firstKey, let first), .map(let secondKey, let second)):
      return isAssignable(firstKey, secondKey) && isAssignable(first, second)
    case (.opaque(let first, let firsts), .opaque(let second, let seconds)):
      guard first == second, firsts.count == seconds.count else { return false }
      for (first, second) in zip(firsts, seconds) where !isAssignable(first, second) { return false }
      return true
    case (.type, .type): return true
    default: return found == expected
    }
  }

  private mutating func substitute(_ type: CELType, for name: String) -> (isValid: Bool, wasBound: Bool) {
    if type == .parameter(name) { return (true, true) }
    guard let bound = bindings[name] else {
      guard !occurs(name, in: type) else { return (false, false) }
      bindings[name] = type
      return (true, false)
    }
    if type == bound { return (true, true) }
    guard isAssignable(type, bound) else { return (false, true) }
    let general = Self.mostGeneral(type, bound)
    if !occurs(name, in: general) { bindings[name] = general }
    return (true, true)
  }

  private func occurs(_ name: String, in type: CELType) -> Bool {
    switch type {
    case .parameter(let other):
      if other == name { return true }
      return bindings[other].map { occurs(name, in: $0) } ?? false
    case .list(let element): return occurs(name, in: element)
    case .map(let key, let value): return occurs(name, in: key) || occurs(name, in: value)
    case .optional(let inner): return occurs(name, in: inner)
    case .type(let inner?): return occurs(name, in: inner)
    case .opaque(_, let parameters): return parameters.contains { occurs(name, in: $0) }
    default: return false
    }
  }

  private static func mostGeneral(_ left: CELType, _ right: CELType) -> CELType {
    isAsGeneral(left, as: right) ? left : right
  }

  private static func isAsGeneral(_ left: CELType, as right: CELType) -> Bool {
    switch (left, right) {
    case (.dyn, _), (.parameter, _): true
    case (_, .dyn), (_, .parameter): false
    case (_, .null): left.takesNull
    case (.list(let first), .list(let second)), (.optional(let first), .optional(let second)):
      isAsGeneral(first, as: second)
    case (.map(let firstKey, let first), .map(let secondKey, let second)):
      isAsGeneral(firstKey, as: secondKey) && isAsGeneral(first, as: second)
    case (.opaque(let first, let firsts), .opaque(let second, let seconds)):
      first == second && zip(firsts, seconds).allSatisfy { isAsGeneral($0, as: $1) }
    case (.type, .type): true
    default: left == right
    }
  }

  // MARK: Results

  /// All types at the end.
  func resolve(_ types: [CELType]) -> [CELType] { count == 0 ? types : types.map { resolve($0, atEnd: true) } }

  /// The type with its known parameters filled in; those not known become `dyn` at the end.
  func resolve(_ type: CELType, atEnd: Bool = false) -> CELType {
    if count == 0 { return type }
    switch type {
    case .parameter(let name):
      if let bound = bindings[name] { return resolve(bound, atEnd: atEnd) }
      return atEnd ? .dyn : type
    case .list(let element): return .list(resolve(element, atEnd: atEnd))
    case .map(let key, let value): return .map(resolve(key, atEnd: atEnd), resolve(value, atEnd: atEnd))
    case .optional(let inner): return .optional(resolve(inner, atEnd: atEnd))
    case .type(let inner?): return .type(resolve(inner, atEnd: atEnd))
    case .opaque(let name, let parameters): return .opaque(name, parameters.map { resolve($0, atEnd: atEnd) })
    default: return type
    }
  }
}

extension CELType {
  fileprivate var takesNull: Bool {
    switch self {
    case .null, .timestamp, .duration, .object, .optional, .opaque: true
    default: false
    }
  }
}
