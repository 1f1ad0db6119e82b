public import CEL
public import Diagnostics
internal import DocumentWriting

/// What an expression comes to for a project, and why.
public struct EvaluationReport {
  private let expression: String
  private let type: String
  private let value: Value
  /// The questions that it hangs on, where it is not known.
  private let unanswered: [String]
  private let residual: String
  private let causes: [Cause]
  private let trace: Trace
  private let locate: (AttributePath) -> Location?
  private let places = PlaceIndex()

  /// `locate` says where an input stands in the project's file.
  public init(
    _ program: Program, _ variables: [Value], locate: @escaping (AttributePath) -> Location? = { _ in nil }
  ) {
    expression = program.checked.parsed.source
    type = "\(program.checked.resultType)"
    value = program.evaluate(variables)
    if case .unknown(let set) = value { unanswered = set.paths.map(\.description) } else { unanswered = [] }
    residual = program.residual(variables)
    causes = if case .bool(let result) = value { program.explain(variables, result: result) } else { [] }
    trace = program.trace(variables)
    self.locate = locate
  }

  /// Whether there is neither a value nor something to answer.
  public var isError: Bool {
    if case .error = value { return true }
    return false
  }

  /// Only of a false result can it be said what would have to be.
  private var isFalse: Bool {
    if case .bool(false) = value { return true }
    return false
  }

  // MARK: Text

  /// For a person: value and type, what is missing, then the tree of values.
  public func text(_ decorator: Decorator = .plain) -> String {
    var lines = ["value     \(decorator.paint(shown(value), as: .strong))", "type      \(type)"]
    if !unanswered.isEmpty {
      lines.append("unknown   \(unanswered.joined(separator: ", "))")
      lines.append("residual  \(printable(residual))")
    }
    for cause in causes {
      let found = cause.path.map { "\($0)\(place(of: $0)) is \(printable(cause.actual.written))" }
      let wanted = isFalse ? "required: \(printable(cause.required))" : nil
      let parts = [found, wanted].compactMap { $0 }
      if !parts.isEmpty { lines.append("because   \(parts.joined(separator: ", "))") }
    }
    lines.append("")
    write(trace, "", "", decorator, &lines)
    return lines.joined(separator: "\n") + "\n"
  }

  private func shown(_ value: Value) -> String {
    switch value {
    case .error(let error): "error: \(printable(error.message))"
    case .string(let text): "'\(printable(text))'"
    default: printable(value.written)
    }
  }

  private func printable(_ text: String) -> String { DiagnosticRenderer.printable(oneLine(text)) }

  private func oneLine(_ text: String) -> String {
    text.split { $0 == " " || $0 == "\n" || $0 == "\t" }.joined(separator: " ")
  }

  private func place(of path: AttributePath) -> String {
    guard let location = locate(path) else { return "" }
    let start = places.region(location).start
    return " (\(printable(location.file.name)):\(start.line):\(start.column))"
  }

  private func write(
    _ trace: Trace, _ first: String, _ rest: String, _ decorator: Decorator, _ lines: inout [String]
  ) {
    let place = trace.path.map { self.place(of: $0) } ?? ""
    let came =
      switch trace.outcome {
      case .value(let value): shown(value)
      case .absorbed(let error): "error, not needed: \(printable(error.message))"
      case .notEvaluated: "not evaluated"
      }
    lines.append(first + "\(printable(trace.text)) = \(came)\(decorator.paint(place, as: .quiet))")
    for (index, child) in trace.children.enumerated() {
      let isLast = index == trace.children.count - 1
      write(child, rest + (isLast ? "└ " : "├ "), rest + (isLast ? "  " : "│ "), decorator, &lines)
    }
  }

  // MARK: JSON

  /// One object `answerable/evaluation-1`.
  public func json() -> [UInt8] {
    var json = JSONWriter(isIndented: true)
    json.object { json in
      json.member("schema", "answerable/evaluation-1")
      json.member("expression", expression)
      json.member("type", type)
      write(value, &json)
      json.member("unanswered", unanswered)
      json.member("residual", residual)
      json.key("causes")
      json.array { json in
        for cause in causes {
          json.object { json in
            json.member("field", cause.path?.description ?? "")
            json.key("actual")
            json.value(cause.actual)
            if isFalse { json.member("required", cause.required) }
            writePlace(cause.path, &json)
          }
        }
      }
      json.key("tree")
      write(trace, &json)
    }
    return json.bytes + [0x0A]
  }

  private func write(_ value: Value, _ json: inout JSONWriter) {
    switch value {
    case .error(let error):
      json.member("state", "error")
      json.member("error", error.message)
    case .unknown: json.member("state", "unknown")
    default:
      json.member("state", "value")
      json.key("value")
      json.value(value)
    }
  }

  private func writePlace(_ path: AttributePath?, _ json: inout JSONWriter) {
    guard let location = path.flatMap({ locate($0) }) else { return }
    let start = places.region(location).start
    json.member("line", start.line)
    json.member("column", start.column)
  }

  private func write(_ trace: Trace, _ json: inout JSONWriter) {
    json.object { json in
      json.member("text", trace.text)
      switch trace.outcome {
      case .value(let value): write(value, &json)
      case .absorbed(let error):
        json.member("state", "absorbed")
        json.member("error", error.message)
      case .notEvaluated: json.member("state", "not_evaluated")
      }
      writePlace(trace.path, &json)
      json.key("children")
      json.array { json in for child in trace.children { write(child, &json) } }
    }
  }
}
