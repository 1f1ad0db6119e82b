public import Diagnostics

/// One value of a YAML document and the bytes that wrote it.
public struct YAMLNode: Sendable {
  /// The three kinds of value that YAML has.
  public enum Content: Sendable {
    case scalar(YAMLScalar)
    case sequence([YAMLNode])
    case mapping([YAMLEntry])
  }

  public var content: Content
  /// Byte offsets in the document's file. Quotes and brackets belong to it; a block scalar begins at its `|` or `>`;
  /// a block collection ends where its last item ends; a value that an alias repeats has the place of its anchor.
  public var range: SourceRange

  public init(_ content: Content, range: SourceRange) {
    self.content = content
    self.range = range
  }

  /// Whether it is neither a list nor a mapping.
  var isScalar: Bool { if case .scalar = content { true } else { false } }

  /// The scalar, or nil for a list or a mapping.
  public var scalar: YAMLScalar? {
    if case .scalar(let scalar) = content { return scalar }
    return nil
  }

  /// The items, or nil for a scalar or a mapping.
  public var items: [YAMLNode]? {
    if case .sequence(let items) = content { return items }
    return nil
  }

  /// The entries in the order written, or nil for a scalar or a list.
  public var entries: [YAMLEntry]? {
    if case .mapping(let entries) = content { return entries }
    return nil
  }

  /// The value under a key, or nil where this is no mapping or has no such key.
  ///
  /// - Complexity: linear in the number of entries.
  public func value(forKey key: String) -> YAMLNode? {
    guard case .mapping(let entries) = content else { return nil }
    for index in entries.indices {
      if case .scalar(let name) = entries[index].key.content, name.text == key { return entries[index].value }
    }
    return nil
  }

  /// What it is, in words for a message: `a list`, `a group of fields`, `the text …`.
  public var described: String {
    switch content {
    case .sequence: "a list"
    case .mapping: "a group of fields"
    case .scalar(let scalar):
      switch scalar.resolved {
      case .null: "nothing"
      case .bool, .int, .double: "`\(scalar.shortened)`"
      case .text: "the text `\(scalar.shortened)`"
      }
    }
  }
}

/// A key and its value.
public struct YAMLEntry: Sendable {
  public var key: YAMLNode
  public var value: YAMLNode

  public init(key: YAMLNode, value: YAMLNode) {
    self.key = key
    self.value = value
  }

  /// The key's text; the reader lets only scalars be keys.
  public var name: String { key.scalar?.text ?? "" }
}

/// One document of a stream.
public struct YAMLDocument: Sendable {
  /// The bytes that all ranges of the document refer to.
  public let file: SourceFile
  /// Which document of the stream it is, counted from 1.
  public let number: Int
  /// The value, or nil where the document is empty or could not be read.
  public let root: YAMLNode?

  public init(file: SourceFile, number: Int, root: YAMLNode?) {
    self.file = file
    self.number = number
    self.root = root
  }

  /// A range of the document as a place to show.
  public func location(_ range: SourceRange) -> Location { Location(file: file, range: range) }
}
