internal import AssessmentEngine
internal import ProjectFiles

/// What a `check` command says, word for word; whatever it leaves out is as usual.
struct CheckWords: Equatable {
  var pack: [String] = []
  var review: [String] = []
  var reviewFrom: String?
  var noReview = false
  var date: String?
  var stage: String?
  var evidenceFrom: [String] = []
  var warnBefore = "\(AssessmentInput.usualWarning)d"
  var format = "text"
  var output: String?
  var report: [String] = []
  var onlyDecision: [String] = []
  var onlyStage: [String] = []
  var marking: String?
  var baseline: String?
  var requirePack: [String] = []
  var passOn: [String] = []
  var quiet = false
  var verbose = false
  var projects: [String] = []

  static let usual = Self()

  init() {}

  /// Nil where there may be more among the words than names, which need no parser.
  init?(names: some Collection<String>) {
    guard !names.isEmpty, names.allSatisfy({ !$0.isEmpty && $0.utf8.first != UInt8(ascii: "-") }) else { return nil }
    projects = Array(names)
  }

  func run() throws -> ExitStatus { try CheckRun(CheckOptions(self)).run() }
}
