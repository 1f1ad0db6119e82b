internal import CEL
package import Diagnostics
package import LocatedYAML

/// Takes the entries of a mapping one by one, as its shape declares them.
///
/// What the shape asks for and is not there, and what nobody declared, is reported at the end. To read a key that the
/// shape does not declare, or as something else than it declares, or to leave one unread, is a mistake of the program.
package struct MappingReader {
  package let file: SourceFile
  package let node: YAMLNode
  private let shape: MappingShape
  /// The name that the mapping stands under, where it has one.
  private let name: YAMLNode?
  private var taken: Set<String> = []
  package private(set) var diagnostics: [Diagnostic] = []

  /// An empty one, and an error, where the node is no mapping.
  package init(_ node: YAMLNode, in file: SourceFile, as shape: MappingShape, named name: YAMLNode? = nil) {
    self.node = node
    self.file = file
    self.shape = shape
    self.name = name
    if node.entries == nil {
      diagnostics.append(
        Messages.wrongKind(
          expected: "the fields of \(shape.subject)", found: node.described,
          remedy: "write each field on a line of its own",
          at: location(node)))
    }
  }

  /// One for the value of an entry of a group.
  package init(_ entry: YAMLEntry, in file: SourceFile, as shape: MappingShape) {
    self.init(entry.value, in: file, as: shape, named: entry.key)
  }

  package func location(_ node: YAMLNode) -> Location { Location(file: file, range: node.range) }

  package mutating func report(_ diagnostic: Diagnostic) { diagnostics.append(diagnostic) }

  /// The value of a key; nil where it is absent or null.
  package mutating func take(_ key: String) -> YAMLNode? {
    assert(shape.key(key) != nil, "\(shape.subject) declares no `\(key)`")
    note(key)
    guard let value = node.value(forKey: key) else { return nil }
    return value.scalar?.isNull == true ? nil : value
  }

  /// What was taken is only asked for by an assertion, and so only noted in one.
  private mutating func note(_ key: String) { assert(taken.insert(key).inserted || true) }

  /// Costs nothing in a release build.
  private func expect(_ key: String, as fits: (ValueShape) -> Bool) {
    assert(shape.key(key).map { fits($0.value) } ?? false, "\(shape.subject) declares no `\(key)` to be read like this")
  }

  private func declared(_ key: String, as fits: (ValueShape) -> Bool) -> KeyShape? {
    let found = shape.key(key)
    assert(found.map { fits($0.value) } ?? false, "\(shape.subject) declares no `\(key)` that can be read like this")
    return found
  }

  /// A text; an error where it is something else, or not of its form.
  package mutating func text(_ key: String) -> String? {
    let declared = declared(key) { $0.isText }
    guard let value = take(key) else { return nil }
    guard let scalar = value.scalar else {
      report(Messages.wrongKind(expected: "a text", found: value.described, at: location(value)))
      return nil
    }
    if case .form(let form)? = declared?.value, !scalar.text.isEmpty { check(value, form) }
    return scalar.text
  }

  private mutating func check(_ node: YAMLNode, _ form: TextForm) {
    let text = node.scalar?.text ?? ""
    if !form.accepts(text) { report(Messages.badForm(text, form, at: location(node))) }
  }

  /// A text that must be there; empty where it is not.
  package mutating func requiredText(_ key: String) -> String {
    assert(shape.key(key)?.isRequired ?? false, "\(shape.subject) can do without `\(key)`")
    return text(key) ?? ""
  }

  /// A date as days since 1970; an error where it is none.
  package mutating func day(_ key: String) -> Int? {
    expect(key) { if case .date = $0 { true } else { false } }
    guard let value = take(key), let text = text(key) else { return nil }
    if let date = CivilDate(text) { return date.day }
    report(Messages.badDate(text, at: location(value)))
    return nil
  }

  /// A SHA-256 digest in lower-case hexadecimal; an error where it is none.
  package mutating func digest(_ key: String) -> String? {
    expect(key) { if case .digest = $0 { true } else { false } }
    guard let value = take(key), let text = text(key) else { return nil }
    let digits = (text.hasPrefix("sha256:") ? String(text.dropFirst(7)) : text).lowercased()
    let isDigest =
      digits.utf8.count == 64 && digits.utf8.allSatisfy { (0x30...0x39).contains($0) || (0x61...0x66).contains($0) }
    if isDigest { return digits }
    report(Messages.badDigest(text, at: location(value)))
    return nil
  }

  /// A whole number; an error where it is something else.
  package mutating func integer(_ key: String) -> Int? {
    expect(key) { if case .wholeNumber = $0 { true } else { false } }
    guard let value = take(key) else { return nil }
    if case .int(let number) = value.scalar?.resolved, number >= 0 { return Int(number) }
    report(Messages.wrongKind(expected: "a whole number from 0 up", found: value.described, at: location(value)))
    return nil
  }

  /// A number; an error where it is something else.
  package mutating func number(_ key: String) -> Double? {
    expect(key) { if case .number = $0 { true } else { false } }
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
    expect(key) { if case .boolean = $0 { true } else { false } }
    guard let value = take(key) else { return nil }
    if case .bool(let flag) = value.scalar?.resolved { return flag }
    report(Messages.wrongKind(expected: "`true` or `false`", found: value.described, at: location(value)))
    return nil
  }

  /// The items of a list; an error where it is something else.
  package mutating func items(_ key: String) -> [YAMLNode] {
    expect(key) { $0.isList }
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

  /// The entries of a group; an error where it is something else, and for each name that is not of its form.
  package mutating func entries(_ key: String) -> [YAMLEntry] {
    let declared = declared(key) { $0.isGroup }
    guard let value = take(key) else { return [] }
    guard let entries = value.entries else {
      report(Messages.wrongKind(expected: "a group of fields", found: value.described, at: location(value)))
      return []
    }
    if case .group(_, of: .form(let form))? = declared?.value {
      for entry in entries where entry.name != "<<" { check(entry.key, form) }
    }
    return entries
  }

  /// One of the values that the shape offers; an error with the nearest where it is none of them.
  package mutating func choice<Value>(_ key: String, _ make: (String) -> Value?) -> Value? {
    choice(key, among: declared(key) { $0.choices != nil }?.value.choices ?? [], make)
  }

  /// One of the values that another place declares; an error with the nearest where it is none of them.
  package mutating func choice<Value>(_ key: String, among names: [String], _ make: (String) -> Value?) -> Value? {
    guard let value = take(key), let name = text(key) else { return nil }
    if let made = make(name) { return made }
    report(Messages.notOffered(name, names, at: location(value)))
    return nil
  }

  /// Some of the values that the shape offers; an error with the nearest for each item that is none of them.
  package mutating func choices<Value>(_ key: String, _ make: (String) -> Value?) -> [Value] {
    let names = declared(key) { $0.choices != nil }?.value.choices ?? []
    return items(key).compactMap { item in
      let name = item.scalar?.text ?? ""
      if let made = make(name) { return made }
      report(Messages.notOffered(name, names, at: location(item)))
      return nil
    }
  }

  /// Reports what the shape asks for and is not there, and every key that it does not declare.
  package mutating func finish() {
    assert(shape.keys.allSatisfy { taken.contains($0.name) }, "a key of \(shape.subject) was left unread")
    guard let entries = node.entries else { return }
    for key in shape.keys where isMissing(key) {
      let place = isNothing(node.value(forKey: key.name)) ? anchor : location(node.value(forKey: key.name) ?? node)
      switch key.presence {
      case .optional: break
      case .required: report(Messages.missingKey(key.name, in: shape.subject, at: place))
      case .requiredSaying(let say): report(say(place))
      }
    }
    for entry in entries where shape.key(entry.name) == nil {
      let near = Suggestions.near(entry.name, in: shape.keys.map(\.name).sorted())
      report(Messages.unknownKey(entry.name, in: shape.subject, near: near, at: location(entry.key)))
    }
  }

  private func isMissing(_ key: KeyShape) -> Bool {
    guard key.isRequired else { return false }
    let value = node.value(forKey: key.name)
    return isNothing(value) || value?.scalar?.text.isEmpty ?? false
      || value?.items?.count ?? .max < key.value.least ?? 0
  }

  private func isNothing(_ value: YAMLNode?) -> Bool { value.map { $0.scalar?.isNull == true } ?? true }

  /// The place to show where something is missing, rather than the whole mapping: its name, its id, or its first key.
  private var anchor: Location {
    location(name ?? node.value(forKey: "id") ?? node.entries?.first?.key ?? node)
  }
}
