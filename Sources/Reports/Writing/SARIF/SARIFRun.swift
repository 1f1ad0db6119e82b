internal import Diagnostics
internal import DocumentWriting

/// What a SARIF 2.1.0 log (OASIS, with errata 01) of one run says.
struct SARIFRun {
  /// `kind` of a result (3.27.9).
  enum Kind: String {
    case fail, open, review, notApplicable, pass
  }

  /// What a result is an instance of: `reportingDescriptor` (3.49).
  struct Rule {
    let id: String
    var shortDescription: String?
    var fullDescription: String?
    var help: String?
    var helpMarkdown: String?
    /// The level of a failure.
    var level: String?
    /// Indexes in the taxonomy.
    var taxa: [Int] = []
    var properties: [Property] = []
  }

  struct Result {
    let rule: String
    /// Nil for what is no judgement on a rule.
    var kind: Kind?
    /// Only a failure has another one than `none` (3.27.10).
    let level: String
    let message: String
    let location: Location?
    var related: [Note] = []
    /// What stays the same where lines move.
    var fingerprint: String?
    /// Who decided that it may stand, until when and why.
    var justification: String?
    var fixes: [FixIt] = []
    var properties: [Property] = []
  }

  /// The instrument that rules derive from: a `toolComponent` (3.19) whose `taxa` are its clauses.
  struct Taxonomy {
    let name: String
    let fullName: String
    let version: String
    let description: String
    let taxa: [(id: String, text: String, more: String?)]
  }

  /// How the run ended (3.20).
  struct Invocation {
    let isSuccessful: Bool
    /// What its exit code means.
    let description: String
    let notifications: [String]
  }

  /// A member of a property bag.
  struct Property {
    let name: String
    let write: (inout JSONWriter) -> Void

    init(_ name: String, write: @escaping (inout JSONWriter) -> Void) {
      self.name = name
      self.write = write
    }

    init(_ name: String, _ value: String) { self.init(name) { $0.string(value) } }

    init(_ name: String, _ values: [String]) {
      self.init(name) { json in json.array { json in for value in values { json.string(value) } } }
    }

    init(_ name: String, _ value: Bool) { self.init(name) { $0.scalar(value ? "true" : "false") } }
  }

  /// The version of the program.
  let version: String
  /// In the order of first use.
  var rules: [Rule]
  var results: [Result]
  var taxonomy: Taxonomy?
  var invocation: Invocation?
  /// Digests of files, by name.
  var digests: [(file: String, sha256: String)] = []
  var properties: [Property] = []

  init(version: String, rules: [Rule], results: [Result]) {
    self.version = version
    self.rules = rules
    self.results = results
  }
}

extension SARIFRun.Rule {
  /// A code, with its explanation where it has one.
  init(_ id: String, explained: [DiagnosticCode]) {
    self.init(id: id)
    guard let code = explained.first(where: { $0.id == id }) else { return }
    shortDescription = code.firstSentence
    fullDescription = code.meaning
    help = code.remedy
  }
}

extension SARIFRun.Result {
  /// Something remarked on in a file, or in the run where it has no place.
  init(_ diagnostic: Diagnostic, kind: SARIFRun.Kind? = nil, at fallback: Location? = nil) {
    self.init(
      rule: diagnostic.code, kind: kind, level: kind == .pass ? "none" : diagnostic.severity.rawValue,
      message: ([diagnostic.message] + diagnostic.notes.map(\.message)).joined(separator: "; "),
      location: diagnostic.location ?? fallback)
    guard diagnostic.location != nil else { return }
    related = diagnostic.notes
    fixes = diagnostic.fixIts
  }
}

extension DiagnosticCode {
  fileprivate var firstSentence: String {
    let text = meaning.utf8
    var end = text.startIndex
    while let stop = text[end...].firstIndex(of: UInt8(ascii: ".")) {
      end = text.index(after: stop)
      if end == text.endIndex || text[end] == UInt8(ascii: " ") { return String(meaning[..<end]) }
    }
    return meaning
  }
}
