internal import CEL
public import Diagnostics
internal import LocatedYAML

extension PolicySet {
  /// Reads and checks packs and their foundation: shape, names, types of all conditions, clauses, tiers, contradictions.
  ///
  /// The value is nil where there is an error; then the diagnostics say what and where, inside conditions too.
  /// `sha256` gives the digest of bytes in lower-case hexadecimal. Files that are `added` may hold packs only: what all
  /// packs share is changed by an overlay, which says what it loosens.
  public static func load(
    _ files: [SourceFile], adding added: [SourceFile] = [], sha256: ([UInt8]) -> String
  ) -> Diagnosed<PolicySet?> {
    var loader = PolicyLoader()
    for file in files { loader.open(file, sha256: sha256(file.bytes), mayBeFoundation: true) }
    for file in added { loader.open(file, sha256: sha256(file.bytes), mayBeFoundation: false) }
    loader.digestFoundation(sha256)
    return loader.finish()
  }
}

extension PolicySet {
  /// The same for files that somebody works on, together with what they build on.
  ///
  /// Where one of them is a foundation, they are a set of their own. Else the base is taken with them, and a pack of
  /// theirs stands in the place of that of the base with the same id.
  public static func load(
    _ files: [SourceFile], over base: [SourceFile], sha256: ([UInt8]) -> String
  ) -> Diagnosed<PolicySet?> {
    var loader = PolicyLoader()
    for file in files { loader.open(file, sha256: sha256(file.bytes), mayBeFoundation: true) }
    if !loader.hasFoundation { loader.openBase(base, sha256) }
    loader.digestFoundation(sha256)
    return loader.finish()
  }
}

/// Reads the documents of all packs before it compiles the first condition, since conditions name what others declare.
private struct PolicyLoader {
  private var foundations = FoundationReader()
  private var drafts: [PackDraft] = []
  private var diagnostics: [Diagnostic] = []
  private var foundationDigests = ""

  /// Whether what was opened is a set of its own.
  var hasFoundation: Bool { !foundationDigests.isEmpty }

  /// Puts a base under what was opened: its packs come first, less those that were opened already.
  mutating func openBase(_ files: [SourceFile], _ sha256: ([UInt8]) -> String) {
    let own = drafts
    let ids = own.map(\.id)
    drafts = []
    for file in files { open(file, sha256: sha256(file.bytes), mayBeFoundation: true) }
    drafts = drafts.filter { !ids.contains($0.id) } + own
  }

  mutating func digestFoundation(_ sha256: ([UInt8]) -> String) {
    foundations.foundation.sha256 = sha256(Array(foundationDigests.utf8))
  }

  mutating func open(_ file: SourceFile, sha256: String, mayBeFoundation: Bool) {
    let read = YAMLReader.read(file)
    diagnostics += read.diagnostics
    for document in read.value {
      guard let root = document.root else { continue }
      let header = root.value(forKey: "answerable")?.scalar?.text
      switch header {
      case "foundation/1" where !mayBeFoundation:
        let place = root.value(forKey: "answerable") ?? root
        diagnostics.append(Messages.addedFoundation(at: document.location(place.range)))
      case "foundation/1":
        foundations.read(root, in: document.file)
        foundationDigests += "\(sha256)  \(file.name)\n"
      case "pack/1":
        drafts.append(PackDraft(root, in: document.file, sha256: sha256))
      default:
        let place = root.value(forKey: "answerable") ?? root.entries?.first?.key ?? root
        diagnostics.append(
          Messages.wrongHeader(expected: "pack/1", found: header, at: document.location(place.range)))
      }
    }
    if read.value.isEmpty, !read.hasErrors {
      let location = Location(file: file, range: SourceRange(start: 0, end: 0))
      diagnostics.append(Messages.wrongHeader(expected: "pack/1", found: nil, at: location))
    }
  }

  mutating func finish() -> Diagnosed<PolicySet?> {
    let ownQuestions = foundations.foundation.questions.count
    for index in drafts.indices {
      for entry in drafts[index].questions { foundations.readQuestion(entry, drafts[index].file) }
      for entry in drafts[index].parameters { foundations.readParameter(entry, drafts[index].file) }
      for entry in drafts[index].patterns { foundations.readPattern(entry, drafts[index].file) }
    }
    var foundation = foundations.finish()
    let names = QuestionNameCheck(foundation.questions)
    diagnostics += foundation.questions.enumerated().compactMap { index, question in
      names.problem(of: question, isOfPack: index >= ownQuestions)
    }
    let order = foundation.packOrder
    let ranks = drafts.map { order.firstIndex(of: $0.id) ?? order.count }
    drafts = zip(ranks, drafts).enumerated().sorted { ($0.element.0, $0.offset) < ($1.element.0, $1.offset) }
      .map(\.element.1)
    diagnostics += ExtensionCheck(drafts, foundation: foundation.id).diagnostics
    var overlays = OverlayReader(drafts: drafts)
    overlays.apply(to: &foundation)
    let schema = AnswerSchema(foundation.questions)
    let vocabulary = Vocabulary(foundation, schema)
    let facts = ContradictionCheck.Known(foundation)
    var packs: [PolicyPack] = []
    var rules: [String: Location] = [:]
    var ids: [String: Location] = [:]
    for draft in drafts {
      diagnostics += draft.diagnostics
      if let first = ids[draft.id] {
        diagnostics.append(Messages.duplicate("pack", draft.id, at: draft.idLocation, first: first))
      }
      ids[draft.id] = draft.idLocation
      var compiler = RuleReader(draft, foundation, vocabulary, facts, severities: overlays.severities)
      packs.append(compiler.read(&rules))
      diagnostics += compiler.diagnostics
    }
    overlays.check(rules: rules.keys.sorted(), packs: packs)
    diagnostics = foundations.diagnostics + diagnostics + overlays.diagnostics
    let set = PolicySet(
      foundation: foundation, packs: packs, schema: schema, loosened: overlays.loosened,
      environment: vocabulary.environment, constants: vocabulary.constants
    )
    let hasErrors = diagnostics.contains { $0.severity == .error }
    return Diagnosed(hasErrors ? nil : set, diagnostics: diagnostics)
  }
}

/// A pack as far as it can be read before conditions are compiled.
struct PackDraft {
  let file: SourceFile
  let sha256: String
  let id: String
  let idLocation: Location
  let version: String
  let title: String
  let summary: String
  let foundation: YAMLNode?
  let extended: [YAMLNode]
  let questions: [YAMLEntry]
  let parameters: [YAMLEntry]
  let patterns: [YAMLEntry]
  let overrides: YAMLNode?
  /// Where `overrides` stands; nil where it changes nothing.
  let overridesKey: YAMLNode?
  let rules: [YAMLNode]
  private(set) var diagnostics: [Diagnostic]

  init(_ node: YAMLNode, in file: SourceFile, sha256: String) {
    self.file = file
    self.sha256 = sha256
    var reader = MappingReader(node, in: file, as: .pack)
    _ = reader.text("answerable")
    id = reader.requiredText("id")
    idLocation = Location(file: file, range: (node.value(forKey: "id") ?? node.entries?.first?.key ?? node).range)
    version = reader.requiredText("version")
    title = reader.requiredText("title")
    summary = reader.text("summary") ?? ""
    foundation = reader.text("foundation") == nil ? nil : node.value(forKey: "foundation")
    extended = reader.items("extends")
    questions = reader.entries("questions")
    parameters = reader.entries("parameters")
    patterns = reader.entries("patterns")
    overrides = reader.take("overrides")
    overridesKey = overrides == nil ? nil : node.entries?.first { $0.name == "overrides" }?.key
    rules = reader.items("rules")
    reader.finish()
    diagnostics = reader.diagnostics
    if rules.isEmpty, overrides == nil, diagnostics.isEmpty { diagnostics.append(Messages.emptyPack(at: idLocation)) }
  }

  func location(_ node: YAMLNode) -> Location { Location(file: file, range: node.range) }
}
