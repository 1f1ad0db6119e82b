internal import ArgumentParser
internal import Diagnostics
internal import LocatedYAML

/// What the parser knows of a command: the words that it takes, and what is said of each.
///
/// It is read from the parser's own description (`--experimental-dump-help`), so that nothing is written down twice.
struct CommandDescription {
  struct Argument {
    /// With their dashes: `-q`, `--quiet`; empty for a positional argument.
    let names: [String]
    /// What stands behind an option, or what a positional argument is; nil for a flag.
    let value: String?
    let isOptional: Bool
    let isRepeating: Bool
    let abstract: String
    let standard: String?
  }

  let name: String
  let abstract: String
  let discussion: String
  let arguments: [Argument]
  let subcommands: [CommandDescription]

  /// The program's own description. JSON is YAML, so the reader of projects reads it too.
  static var program: CommandDescription? {
    let file = SourceFile(name: "description", bytes: Array(Answerable._dumpHelp().utf8))
    return YAMLReader.read(file).value.first?.root?.value(forKey: "command").map { CommandDescription($0) }
  }

  private init(_ node: YAMLNode) {
    name = Self.text(node, "commandName") ?? ""
    abstract = Self.text(node, "abstract") ?? ""
    discussion = Self.text(node, "discussion") ?? ""
    arguments = Self.shown(node, "arguments").map { Argument($0) }
    subcommands = Self.shown(node, "subcommands").map { CommandDescription($0) }
  }

  /// The members of a list that are not hidden.
  private static func shown(_ node: YAMLNode, _ key: String) -> [YAMLNode] {
    (node.value(forKey: key)?.items ?? []).filter { text($0, "shouldDisplay") != "false" }
  }

  fileprivate static func text(_ node: YAMLNode, _ key: String) -> String? { node.value(forKey: key)?.scalar?.text }
}

extension CommandDescription.Argument {
  fileprivate init(_ node: YAMLNode) {
    func text(_ key: String) -> String? { CommandDescription.text(node, key) }
    names = (node.value(forKey: "names")?.items ?? []).map { name in
      (CommandDescription.text(name, "kind") == "short" ? "-" : "--") + (CommandDescription.text(name, "name") ?? "")
    }
    value = text("kind") == "flag" ? nil : text("valueName")
    isOptional = text("isOptional") == "true"
    isRepeating = text("isRepeating") == "true"
    abstract = text("abstract") ?? ""
    standard = text("defaultValue")
  }
}
