public import Diagnostics
public import PolicyModel

/// What is looked at.
public struct LintSubject: Sendable {
  public let policies: PolicySet
  /// Ids of the rules that cases stand for; nil where nobody looked for cases.
  public let testedRules: Set<String>?

  public init(_ policies: PolicySet, testedRules: Set<String>? = nil) {
    self.policies = policies
    self.testedRules = testedRules
  }
}

/// Something that is valid but hardly meant: one question put to all packs. A new check is a file in Checks/ and a line
/// in `all`.
public struct LintCheck: Sendable {
  /// What it finds, in one sentence.
  public let summary: String
  let find: @Sendable (LintSubject) -> [Diagnostic]

  init(_ summary: String, find: @escaping @Sendable (LintSubject) -> [Diagnostic]) {
    self.summary = summary
    self.find = find
  }

  /// All checks, in the order in which they are made.
  public static let all: [LintCheck] = [
    .appliesNever, .deadRequirements, .looseningTiers, .divisions, .unreadQuestions, .unusedParameters,
    .tightenDirections, .unusedPatterns, .clausesWithoutRules, .rulesWithoutCases, .wordsOfQuestions, .wordsOfRules,
    .numbersInWords, .grounds, .citations, .glossary,
  ]

  /// Everything that all checks find, by file and place.
  ///
  /// - Complexity: linear in the size of the packs, but for single conditions whose cases are tried out, up to a limit.
  public static func findings(_ subject: LintSubject) -> [Diagnostic] {
    all.flatMap { $0.find(subject) }.sortedByPlace
  }
}

extension [Diagnostic] {
  /// By file, then by place; what is at one place in the order found.
  fileprivate var sortedByPlace: [Diagnostic] {
    enumerated().sorted { left, right in
      let (a, b) = (left.element.location, right.element.location)
      let names = (a?.file.name ?? "", b?.file.name ?? "")
      if names.0 != names.1 { return names.0.utf8.lexicographicallyPrecedes(names.1.utf8) }
      let starts = (a?.range.start ?? 0, b?.range.start ?? 0)
      return starts.0 != starts.1 ? starts.0 < starts.1 : left.offset < right.offset
    }.map(\.element)
  }
}
