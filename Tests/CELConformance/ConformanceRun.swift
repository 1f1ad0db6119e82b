internal import CEL
internal import Foundation

extension ConformanceCase {
  /// What came of a case.
  public enum Verdict: Sendable {
    case passed
    case failed(expected: String, actual: String)
  }

  /// Checks and evaluates the expression, and compares what comes with what is expected.
  public func run() -> Verdict {
    let environment = makeEnvironment()
    let (checked, issues) = isChecked ? environment.compile(expression) : environment.parse(expression)
    guard let checked else {
      return .failed(
        expected: expected, actual: issues.map { "does not compile: \($0.message)" }.joined(separator: "; "))
    }
    if let deducedType, checked.resultType != deducedType {
      return .failed(expected: "\(deducedType)", actual: "\(checked.resultType)")
    }
    guard isEvaluated else { return .passed }
    let program = environment.plan(checked)
    let values = variables.map { Value.partial(bindings[$0.name], of: $0.name, unknown: unknowns) }
    let value = program.evaluate(values)
    guard expectations.isEmpty || expectations.contains(where: { Self.meets(value, $0) }) else {
      return .failed(expected: expected, actual: TaggedValue.describe(value))
    }
    if let residual {
      let written = program.residual(values)
      if written != residual { return .failed(expected: "the residual \(residual)", actual: "the residual \(written)") }
    }
    return .passed
  }

  private func makeEnvironment() -> Environment {
    var dialect = Environment.Dialect.standard
    dialect.syntax.expandsMacros = expandsMacros
    return Environment(
      variables: variables, objectTypes: [], functions: FunctionLibrary.standard.adding(functions),
      container: container, timeZones: Self.timeZones, dialect: dialect)
  }

  private static func meets(_ value: Value, _ expectation: Expectation) -> Bool {
    switch (expectation, value) {
    case (.value(let expected), _): TaggedValue.areSame(expected, value)
    case (.error(let prefix), .error(let error)): prefix.map { error.message.hasPrefix($0) } ?? true
    case (.unknown(let expected), .unknown(let set)): Set(set.paths) == expected
    default: false
    }
  }

  private var expected: String {
    let texts = expectations.map { expectation in
      switch expectation {
      case .value(let value): TaggedValue.describe(value)
      case .error(let prefix): "an error" + (prefix.map { ": \($0)…" } ?? "")
      case .unknown(let paths): "unknown: \(paths.sorted().map(\.description).joined(separator: ", "))"
      }
    }
    return texts.isEmpty ? "the type \(deducedType.map(\.description) ?? "")" : texts.joined(separator: " or ")
  }

  private static let timeZones = SystemTimeZones.read(folder: "/usr/share/zoneinfo")
}

/// The time zones of the machine.
private enum SystemTimeZones {
  static func read(folder: String) -> TimeZones {
    var rules: [String: TimeZoneRules] = [:]
    for case let name as String in FileManager.default.enumerator(atPath: folder) ?? FileManager.DirectoryEnumerator() {
      guard let first = name.unicodeScalars.first, first.properties.isUppercase, !name.hasSuffix(".tab"),
        let data = FileManager.default.contents(atPath: "\(folder)/\(name)"),
        let read = TimeZoneRules(tzif: [UInt8](data))
      else { continue }
      rules[name] = read
    }
    return TimeZones(rules)
  }
}
