internal import CEL
internal import Diagnostics
internal import LocatedYAML

/// Puts the values of parameters into the words of rules: `within {max_link_timeout_s} seconds`.
///
/// So words stay true where an overlay changes a number.
struct RuleWords {
  private let parameters: [String: Double]
  /// The parameters named since the last rule began.
  private(set) var named: Set<String> = []
  private(set) var diagnostics: [Diagnostic] = []

  init(_ foundation: Foundation) {
    parameters = foundation.parameterValues
  }

  mutating func beginRule() { named = [] }

  /// The text with every `{name}` replaced; an error at the name's place for each that is no parameter.
  mutating func fill(_ text: String, _ node: YAMLNode?, in file: SourceFile) -> String {
    guard text.utf8.contains(UInt8(ascii: "{")) else { return text }
    var filled = ""
    var rest = text[...]
    while let opening = rest.firstIndex(of: "{"), let closing = rest[opening...].firstIndex(of: "}") {
      filled += rest[..<opening]
      let name = rest[rest.index(after: opening)..<closing]
      if let value = parameters[String(name)] {
        filled += Value.double(value).written
        named.insert(String(name))
      } else {
        report(name, of: text, node, in: file)
      }
      rest = rest[rest.index(after: closing)...]
    }
    return filled + rest
  }

  private mutating func report(_ name: Substring, of text: String, _ node: YAMLNode?, in file: SourceFile) {
    guard let node else { return }
    let start = text.utf8.distance(from: text.startIndex, to: name.startIndex)
    let range = SourceRange(start: start, end: start + name.utf8.count)
    let place = EmbeddedText(node, in: file)?.sourceRange(of: range) ?? node.range
    let near = Suggestions.near(String(name), in: parameters.keys.sorted())
    diagnostics.append(
      Messages.noSuch("parameter", String(name), near: near, at: Location(file: file, range: place)))
  }
}
