/// The way from a document's root to a value: keys of mappings and places in lists.
public struct YAMLPath: Sendable, Hashable, CustomStringConvertible {
  public enum Step: Sendable, Hashable {
    case key(String)
    /// Counted from 0.
    case index(Int)
  }

  public let steps: [Step]

  public init(_ steps: [Step]) {
    self.steps = steps
  }

  /// The keys of a name with dots: `control.abort_latency_s` is `abort_latency_s` under `control`. A document that writes
  /// the name with its dots as one key has it there.
  public init(dotted name: String) {
    steps = name.split(separator: ".", omittingEmptySubsequences: false).map { .key(String($0)) }
  }

  /// The path of what stands under a step further.
  public func appending(_ step: Step) -> YAMLPath { YAMLPath(steps + [step]) }

  /// As people write it: `risk_acceptances[0].subject`.
  public var description: String {
    var text = ""
    for step in steps {
      switch step {
      case .key(let name): text += text.isEmpty ? name : ".\(name)"
      case .index(let index): text += "[\(index)]"
      }
    }
    return text
  }
}
