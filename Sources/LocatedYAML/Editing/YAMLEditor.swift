public import Diagnostics

/// A document that is changed in places and stays as it is everywhere else, byte for byte: comments, order, indentation,
/// line endings, a byte order mark, a missing last line break.
///
/// ```swift
/// var editor = try YAMLEditor(Array("control:\n  abort_latency_s: 1.8 # measured\n".utf8))
/// try editor.set(.literal("1.2"), at: YAMLPath(dotted: "control.abort_latency_s"))
/// // editor.bytes: "control:\n  abort_latency_s: 1.2 # measured\n"
/// ```
///
/// Every change is read back: where another value than the one that was meant changed, or a comment got lost, the change
/// is not made, and a `YAMLEditProblem` says why.
///
/// - Complexity: each change reads the document once.
public struct YAMLEditor: Sendable {
  public private(set) var bytes: [UInt8]
  /// What readers make of the bytes, with warnings; nil where they hold comments alone.
  public private(set) var document: Diagnosed<YAMLDocument>?
  /// The document as it is now; nil where it holds nothing.
  public private(set) var root: YAMLNode?
  /// What messages call the file.
  private let name: String

  /// Throws `unreadable` where the bytes are not one document without errors.
  public init(_ bytes: [UInt8], name: String = "") throws(YAMLEditProblem) {
    self.bytes = bytes
    self.name = name
    document = try Self.document(bytes, Self.read(bytes, name))
    root = Self.root(document)
  }

  private static func read(_ bytes: [UInt8], _ name: String) -> Diagnosed<[YAMLDocument]> {
    YAMLReader.read(SourceFile(name: name, bytes: bytes))
  }

  private static func document(
    _ bytes: [UInt8], _ read: Diagnosed<[YAMLDocument]>
  ) throws(YAMLEditProblem) -> Diagnosed<YAMLDocument>? {
    guard read.value.count <= 1, !read.hasErrors else { throw .unreadable }
    guard let document = read.value.first else {
      // Comments alone make no document, and nobody read them. What could be a directive belongs to a document to come.
      guard ByteCheck(bytes).problem == nil, TextLayout(bytes).hasOnlyComments else { throw .unreadable }
      return nil
    }
    // Places count from the document's beginning.
    guard bytes.starts(with: document.file.bytes) else { throw .unreadable }
    return Diagnosed(document, diagnostics: read.diagnostics)
  }

  private static func root(_ document: Diagnosed<YAMLDocument>?) -> YAMLNode? {
    guard let root = document?.value.root else { return nil }
    let isEmpty = root.scalar != nil && root.range.start == root.range.end
    return isEmpty ? nil : root
  }

  /// Writes a value in place of the one at a path, or makes it there, with the mappings on the way that are missing.
  public mutating func set(_ value: NewYAMLValue, at path: YAMLPath) throws(YAMLEditProblem) {
    let wanted = try ValueTree(root).setting(ValueTree(value), at: named(path), path)
    try change(path, to: wanted) { draft throws(YAMLEditProblem) in try draft.set(value, at: path) }
  }

  /// Puts a value behind the last item of a list, and makes the list where it is missing or empty.
  public mutating func append(_ value: NewYAMLValue, to path: YAMLPath) throws(YAMLEditProblem) {
    let wanted = try ValueTree(root).appending(ValueTree(value), to: named(path), path)
    try change(path, to: wanted) { draft throws(YAMLEditProblem) in try draft.append(value, to: path) }
  }

  /// Takes out an item of a list or an entry of a mapping, with the comments right above it.
  ///
  /// - Returns: The text that was taken out.
  @discardableResult
  public mutating func remove(at path: YAMLPath) throws(YAMLEditProblem) -> String {
    let wanted = try ValueTree(root).removing(at: named(path), path)
    var removed = ""
    try change(path, to: wanted, mayLoseComments: true) { draft throws(YAMLEditProblem) in
      removed = try draft.remove(at: path)
    }
    return removed
  }

  /// The path as the document writes it, where one key holds several names.
  private func named(_ path: YAMLPath) throws(YAMLEditProblem) -> [YAMLPath.Step] {
    try EditDraft(bytes, root).walk(path).names
  }

  /// Why an edited document does not read back as it was meant.
  private static func reason(_ draft: EditDraft, _ after: TextLayout, _ path: YAMLPath) -> YAMLEditProblem {
    let before = draft.layout
    if before.hasTabsWithoutText { return .tabbed(path) }
    // An anchor of a name that is given twice went away, and an alias below repeats the one above it.
    if draft.hasAliases { return .shared(path) }
    // What stood inside a line came to stand at its beginning, where it is no text.
    let hasNewMark = after.linesBeginning(with: "---", "...") > before.linesBeginning(with: "---", "...")
    return hasNewMark ? .unusual(path) : .mistaken(path)
  }

  private mutating func change(
    _ path: YAMLPath, to wanted: ValueTree, mayLoseComments: Bool = false,
    _ edit: (inout EditDraft) throws(YAMLEditProblem) -> Void
  ) throws(YAMLEditProblem) {
    var draft = EditDraft(bytes, root)
    try edit(&draft)
    let edited = draft.edited
    let read = Self.read(edited, name)
    // Something elsewhere repeats what went away.
    if read.diagnostics.contains(where: { $0.code == "yaml.unknown-alias" }) { throw .shared(path) }
    let limits = ["yaml.too-large", "yaml.too-many-nodes"]
    if read.diagnostics.contains(where: { limits.contains($0.code) }) { throw .tooMuch }
    guard let document = try? Self.document(edited, read), ValueTree(Self.root(document)) == wanted else {
      throw Self.reason(draft, TextLayout(edited), path)
    }
    let result = Self.root(document)
    if !mayLoseComments {
      let before = TextLayout(bytes).comments(around: root).sorted()
      if TextLayout(edited).comments(around: result).sorted() != before { throw .losesComment(path) }
    }
    bytes = edited
    self.document = document
    root = result
  }
}
