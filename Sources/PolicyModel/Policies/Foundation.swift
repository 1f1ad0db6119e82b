public import Diagnostics
internal import Sharing

/// What all packs of an instrument share.
public struct Foundation: Sendable {
  public internal(set) var id = ""
  public internal(set) var version = ""
  /// SHA-256, in hexadecimal, of one line `DIGEST  NAME` for each of its files, in the order read: what
  /// `sha256sum Policies/foundation/*.yaml | sha256sum` prints for the built-in ones.
  public internal(set) var sha256 = ""
  /// Ids of packs, in the order that reports list them in; packs not named come after these.
  public internal(set) var packOrder: [String] = []
  // An assessment needs the first for some of its reports, and the others for none.
  var heldInstrument = Deferred(Held(Instrument()))
  var heldGlossary = Deferred(Held<[GlossaryTerm]>([]))
  /// In the order of `Severity.allCases`.
  var heldSeverityMeanings = Deferred(Held<[String]>([]))
  /// In the order declared.
  public internal(set) var questions: [Question] = []
  public internal(set) var sectionTitles: [String: String] = [:]
  /// Questions, and sections of them, that say what the system is rather than what was done about it.
  public internal(set) var scopeNames: [String] = []
  public internal(set) var parameters: [Parameter] = []
  public internal(set) var patterns: [TextPattern] = []
  public internal(set) var answerRules = AnswerRules()
  public internal(set) var reviewLimits = ReviewLimits()

  public var instrument: Instrument { heldInstrument.made.value }
  /// Terms that questions and rules use, in the order declared.
  public var glossary: [GlossaryTerm] { heldGlossary.made.value }

  /// What a severity means for going on, in the foundation's words; empty where it has none.
  public func meaning(of severity: Severity) -> String {
    zip(Severity.allCases, heldSeverityMeanings.made.value).first { $0.0 == severity }?.1 ?? ""
  }

  /// The values of the parameters, by name.
  ///
  /// - Complexity: linear in the number of parameters.
  public var parameterValues: [String: Double] {
    Dictionary(parameters.map { ($0.name, $0.value) }) { first, _ in first }
  }

  /// Whether a question says what the system is.
  public func isScope(_ question: String) -> Bool {
    scopeNames.contains { name in
      guard question.utf8.starts(with: name.utf8) else { return false }
      let rest = question.utf8.dropFirst(name.utf8.count)
      return rest.isEmpty || rest.first == UInt8(ascii: ".")
    }
  }
}

/// The text that rules derive from.
public struct Instrument: Sendable {
  public internal(set) var title = ""
  public internal(set) var place = ""
  public internal(set) var date = ""
  public internal(set) var clauses: [Clause] = []
  /// What identifiers of the crosswalk point to, in the order declared.
  public internal(set) var frameworks: [Framework] = []
  var provisions = Deferred(Held(Provisions()))

  /// What is known of single provisions, by identifier.
  public var citations: [String: Citation] { provisions.made.value.citations }
  /// Numbers of rules of the ICRC study on customary humanitarian law, by the treaty provision that they match.
  public var customaryEquivalents: [String: [Int]] { provisions.made.value.customaryEquivalents }

  /// The framework that an identifier of the crosswalk belongs to: `NIST` of `NIST:MEASURE-2.7`.
  public func framework(of identifier: String) -> Framework? {
    let prefix = Framework.prefix(of: identifier)
    return frameworks.first { $0.prefix == prefix }
  }
}

/// What is known of the provisions of other texts.
struct Provisions: Sendable {
  var citations: [String: Citation] = [:]
  var customaryEquivalents: [String: [Int]] = [:]
}

/// One paragraph or commitment of the instrument, in our own words.
public struct Clause: Sendable {
  /// `P1` to `P13` of the preamble, `C1` to `C4` of the commitments.
  public let id: String
  public let text: String
  /// What projects are asked because of it; nil where nothing follows from it.
  public let asks: String?
  /// Whether anything follows from it for a project.
  public let obliges: Bool
  /// Why nothing follows from it.
  public let reason: String?
  public let location: Location
}

/// A treaty, declaration or standard that rules are related to.
public struct Framework: Sendable {
  /// What stands before `:` or `#` in identifiers of its provisions.
  public let prefix: String
  public let title: String
  public let ground: Ground
  /// Whom it binds, in a phrase.
  public let standing: String?
  public let note: String?
  public let location: Location

  /// What stands before `:` or `#`.
  public static func prefix(of identifier: String) -> String {
    identifier.split(maxSplits: 1, omittingEmptySubsequences: false) { $0 == ":" || $0 == "#" }.first.map(String.init)
      ?? ""
  }
}

/// What is known of one provision of a framework, and how far that was checked.
public struct Citation: Sendable {
  /// What a citation was checked against.
  public enum Basis: String, Sendable, CaseIterable {
    case primaryText = "primary_text"
    case issuerData = "issuer_data"
    case contentsPage = "contents_page"
    case issuerPage = "issuer_page"
    case secondary
    case none

    /// In words.
    public var described: String {
      switch self {
      case .primaryText: "the text itself"
      case .issuerData: "the issuer's data"
      case .contentsPage: "the document's contents page"
      case .issuerPage: "a page of the issuer"
      case .secondary: "secondary sources"
      case .none: "nothing"
      }
    }
  }

  public let identifier: String
  /// What the provision says, in our own words.
  public let title: String
  public let isVerified: Bool
  public let basis: Basis
  /// Where it was checked.
  public let source: String?
  /// What whoever relies on it must know.
  public let note: String?
  public let location: Location
}

/// A term, explained.
public struct GlossaryTerm: Sendable {
  public let term: String
  /// Other forms under which it occurs.
  public let otherForms: [String]
  public let definition: String
  public let source: String?
  public let location: Location
}

/// What kind of obligation stands behind a rule.
public enum Ground: String, Sendable, CaseIterable {
  case treaty, custom, policy
}

/// A named number that rules compare with.
public struct Parameter: Sendable {
  /// The direction in which rules become stricter.
  public enum Direction: String, Sendable, CaseIterable {
    case lower, higher, none
  }

  public let name: String
  public let value: Double
  public let unit: String?
  public let meaning: String
  public let tighten: Direction
  /// Whether an overlay may change it in any direction.
  public let isAdjustable: Bool
  public let location: Location
}

/// How answers are read (`answer_rules`).
public struct AnswerRules: Sendable {
  /// Days since 1970; no date of a project lies before it.
  public internal(set) var earliestDay = 0
  /// In ascending order.
  public internal(set) var lookalikeLetters: [Unicode.Scalar] = []
  /// Case-folded.
  public internal(set) var placeholderWords: Set<String> = []
  /// As sequences of words.
  public internal(set) var noneWords: Set<[String]> = []
  public internal(set) var nameTitles: Set<String> = []

  func isLookalike(_ letter: Unicode.Scalar) -> Bool {
    var (low, high) = (0, lookalikeLetters.count)
    while low < high {
      let middle = (low + high) / 2
      if lookalikeLetters[middle] < letter { low = middle + 1 } else { high = middle }
    }
    return low < lookalikeLetters.count && lookalikeLetters[low] == letter
  }
}

/// Who may accept what, for how long (`review_limits`).
public struct ReviewLimits: Sendable {
  /// From the lowest to the highest.
  public internal(set) var ranks: [String] = []
  public internal(set) var acceptanceDays = 0
  public internal(set) var claimReviewDays = 0
  public internal(set) var minimumReasonWords = 0
  public internal(set) var mostAcceptedBlockers = 0
  public internal(set) var mostAcceptedMajors = 0
  /// An index of `ranks`.
  public internal(set) var claimRankWhereNever = 0
  public internal(set) var holderTypes: [String] = []
  public internal(set) var namePatterns: [String] = []
  public internal(set) var differFrom: [String] = []
}
