public import AssessmentEngine
internal import CEL
internal import Diagnostics

extension Finding {
  /// `control.abort_latency_s is 1.8, required: <= 1.25`.
  var inWords: String {
    let actual = actual?.written ?? "not answered"
    let shown = actual.isEmpty ? "empty" : actual
    return "\(field.isEmpty ? "" : field + " is ")\(shown), required: \(required)"
  }

  /// The other answers that the requirement reads: `force.commit_to_effect_s is 2.5`.
  var relatedInWords: [String] { related.map { "\($0.field) is \($0.value.written)" } }
}

extension [Finding] {
  /// All that decides a result, on one line: what is required together is joined by `; `, what stands in place of one
  /// another by `or`.
  public var inWords: String {
    var parts: [String] = []
    var current: Alternative?
    for finding in self {
      let related = finding.relatedInWords
      let text = finding.inWords + (related.isEmpty ? "" : " (\(related.joined(separator: ", ")))")
      if let next = finding.alternative, let last = parts.last, next.choice == current?.choice {
        parts[parts.count - 1] = last + (next == current ? " and " : "; or ") + text
      } else {
        parts.append(finding.alternative == nil ? text : "one of these would do: \(text)")
      }
      current = finding.alternative
    }
    return parts.joined(separator: "; ")
  }
}
