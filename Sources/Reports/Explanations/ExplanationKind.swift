internal import Diagnostics
internal import PolicyModel

/// A kind of thing that can be explained by its name. A new kind is a file beside this and a line in `all`.
struct ExplanationKind: Sendable {
  /// All names of the kind.
  let names: @Sendable (ExplanationReport) -> [String]
  /// Writes all about the one of that name.
  let write: @Sendable (_ name: String, _ report: inout ExplanationReport) -> Void

  static let all: [ExplanationKind] = [
    .rule, .question, .parameter, .clause, .pack, .citation, .framework, .term, .code,
  ]
}
