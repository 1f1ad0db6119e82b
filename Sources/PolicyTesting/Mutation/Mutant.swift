public import Diagnostics
public import PolicyModel

/// A rule with one small error in it, which some case has to notice.
public struct Mutant: Sendable {
  /// `tier 1: \`a <= b\` -> \`a < b\``; unique within a rule.
  public let name: String
  /// What a case would have to hold to notice it.
  public let hint: String
  public let rule: Rule
  /// Of what was changed.
  public let location: Location
}

/// A change of a condition's text.
struct TextMutation {
  let range: SourceRange
  let replacement: String
  /// Of what is to be pointed at.
  let place: SourceRange
  /// What is changed into what.
  let name: String
  let hint: String

  /// The condition with the change.
  func applied(to source: String) -> String {
    var bytes = Array(source.utf8)
    bytes.replaceSubrange(range.offsets, with: replacement.utf8)
    return String(decoding: bytes, as: UTF8.self)
  }
}
