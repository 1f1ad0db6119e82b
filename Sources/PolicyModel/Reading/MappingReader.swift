package import Diagnostics
package import LocatedYAML

/// Takes the entries of a mapping one by one; what is left at the end nobody knows, and is reported.
///
/// It is shared by all files that have a fixed shape: packs, review records, evidence.
package struct MappingReader {
  package let file: SourceFile
  package let node: YAMLNode
  /// What the mapping is, for messages: `a rule`.
  package let subject: String
  private var taken: Set<String> = []
  package private(set) var diagnostics: [Diagnostic] = []

  /// An empty one, and an error, where the node is no mapping.
  package init(_ node: YAMLNode, in file: SourceFile, subject: String) {
    self.node = node
    self.file = file
    self.subject = subject
    if node.entries == nil {
      diagnostics.append(
        Messages.wrongKind(
          expected: "the fields of \(subject)", found: node.described,
          remedy: "write each field on a line of its own: `name: value`", at: location(node)))
    }
  }

  package func location(_ node: YAMLNode) -> Location { Location(file: file, range: node.range) }

  package mutating func report(_ diagnostic: Diagnostic) { diagnostics.append(diagnostic) }

  /// The value of a key, which is then known; nil where it is absent or null.
  package mutating func take(_ key: String) -> YAMLNode? {
    taken.insert(key)
    guard let value = node.value(forKey: key) else { return nil }
    if case .null = value.scalar?.resolved { return nil }
    return value
  }

  /// A text; an error where it is something else.
  package mutating func text(_ key: String) -> String? {
    guard let value = take(key) else { return nil }
    if let scalar = value.scalar { return scalar.text }
    report(Messages.wrongKind(expected: "a text", found: value.described, at: location(value)))
    return nil
  }

  /// A text that must be there.
  package mutating func requiredText(_ key: String) -> String {
    guard let text = text(key), !text.isEmpty else {
      if node.entries != nil, node.value(forKey: key)?.scalar?.text.isEmpty ?? true {
        report(Messages.missingKey(key, in: subject, at: anchor))
      }
      return ""
    }
    return text
  }

  /// A whole number; an error where it is something else.
  package mutating func integer(_ key: String) -> Int? {
    guard let value = take(key) else { return nil }
    if case .int(let number) = value.scalar?.resolved { return Int(number) }
    report(Messages.wrongKind(expected: "a whole number", found: value.described, at: location(value)))
    return nil
  }

  /// A number; an error where it is something else.
  package mutating func number(_ key: String) -> Double? {
    guard let value = take(key) else { return nil }
    switch value.scalar?.resolved {
    case .int(let number): return Double(number)
    case .double(let number) where number.isFinite: return number
    default:
      report(Messages.wrongKind(expected: "a number", found: value.described, at: location(value)))
      return nil
    }
  }

  /// `true` or `false`; an error where it is something else.
  package mutating func boolean(_ key: String) -> Bool? {
    guard let value = take(key) else { return nil }
    if case .bool(let flag) = value.scalar?.resolved { return flag }
    report(Messages.wrongKind(expected: "`true` or `false`", found: value.described, at: location(value)))
    return nil
  }

  /// The items of a list; an error where it is something else.
  package mutating func items(_ key: String) -> [YAMLNode] {
    guard let value = take(key) else { return [] }
    if let items = value.items { return items }
    report(Messages.wrongKind(expected: "a list", found: value.described, at: location(value)))
    return []
  }

  /// A list of texts; an error for each item that is something else.
  package mutating func texts(_ key: String) -> [String] {
    items(key).compactMap { item in
      if let scalar = item.scalar { return scalar.text }
      report(Messages.wrongKind(expected: "a text", found: item.described, at: location(item)))
      return nil
    }
  }

  /// The entries of a mapping; an error where it is something else.
  package mutating func entries(_ key: String) -> [YAMLEntry] {
    guard let value = take(key) else { return [] }
    if let entries = value.entries { return entries }
    report(Messages.wrongKind(expected: "a group of fields", found: value.described, at: location(value)))
    return []
  }

  /// One of the named values; an error with the nearest where it is none of them.
  package mutating func choice<Value>(_ key: String, among names: [String], _ make: (String) -> Value?) -> Value? {
    guard let value = take(key), let name = text(key) else { return nil }
    if let made = make(name) { return made }
    report(Messages.notOffered(name, names, at: location(value)))
    return nil
  }

  /// Some of the named values; an error with the nearest for each item that is none of them.
  package mutating func choices<Value>(_ key: String, among names: [String], _ make: (String) -> Value?) -> [Value] {
    items(key).compactMap { item in
      let name = item.scalar?.text ?? ""
      if let made = make(name) { return made }
      report(Messages.notOffered(name, names, at: location(item)))
      return nil
    }
  }

  /// Reports every key that was not taken.
  package mutating func finish() {
    for entry in node.entries ?? [] where !taken.contains(entry.name) {
      diagnostics.append(
        Messages.unknownKey(
          entry.name, in: subject, near: Suggestions.near(entry.name, in: taken.sorted()), at: location(entry.key)))
    }
  }

  /// The place to show where something is missing: the first key, rather than the whole mapping.
  private var anchor: Location { location(node.entries?.first?.key ?? node) }
}
