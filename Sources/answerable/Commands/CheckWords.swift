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

  /// Nil where anything is said in another way than names, flags, and options with their values: short forms, what begins
  /// with `-` and is none of those, and all that may be wrong are for the parser, which takes longer. What is read here means
  /// the same there.
  init?(plain words: some Collection<String>) {
    var words = words[...]
    var given: Set<String> = []
    while let word = words.popFirst() {
      guard word.utf8.first == UInt8(ascii: "-") else {
        if word.isEmpty { return nil }
        projects.append(word)
        continue
      }
      if take(flag: word) { continue }
      guard let (option, value) = Self.option(word, before: &words), take(option: option, value, &given) else {
        return nil
      }
    }
    if projects.isEmpty { return nil }
  }

  /// An option and its value, which stands behind `=` or is the next word; nil where there is none or it looks like an option.
  private static func option<Words: Collection<String>>(
    _ word: String, before words: inout Words
  ) -> (String, String)? where Words.SubSequence == Words {
    if let cut = word.utf8.firstIndex(of: UInt8(ascii: "=")) {
      let value = word[word.utf8.index(after: cut)...]
      return value.isEmpty ? nil : (String(word[..<cut]), String(value))
    }
    guard let value = words.popFirst(), let first = value.utf8.first, first != UInt8(ascii: "-") else { return nil }
    return (word, value)
  }

  private mutating func take(flag: String) -> Bool {
    switch flag {
    case "--no-review": noReview = true
    case "--quiet": quiet = true
    case "--verbose": verbose = true
    default: return false
    }
    return true
  }

  /// False for an option that is none, and for one that takes a single value and is among those given.
  private mutating func take(option: String, _ value: String, _ given: inout Set<String>) -> Bool {
    switch option {
    case "--pack": pack.append(value)
    case "--review": review.append(value)
    case "--review-from" where given.insert(option).inserted: reviewFrom = value
    case "--date" where given.insert(option).inserted: date = value
    case "--stage" where given.insert(option).inserted: stage = value
    case "--evidence-from": evidenceFrom.append(value)
    case "--warn-before" where given.insert(option).inserted: warnBefore = value
    case "--format" where given.insert(option).inserted: format = value
    case "--output" where given.insert(option).inserted: output = value
    case "--report": report.append(value)
    case "--only-decision": onlyDecision.append(value)
    case "--only-stage": onlyStage.append(value)
    case "--marking" where given.insert(option).inserted: marking = value
    case "--baseline" where given.insert(option).inserted: baseline = value
    case "--require-pack": requirePack.append(value)
    case "--pass-on": passOn.append(value)
    default: return false
    }
    return true
  }

  func run() throws -> ExitStatus {
    let options = try CheckOptions(self)
    do {
      return try CheckRun(options).run()
    } catch {
      options.tellOfEarlierReports()
      throw error
    }
  }
}
