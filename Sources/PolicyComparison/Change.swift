/// One difference between two sets of policies.
public struct Change: Sendable, Hashable {
  /// What it means for projects.
  public enum Effect: String, Sendable, CaseIterable {
    /// Nothing: it only says something in another way.
    case words
    /// No outcome: a rule rests on other clauses, grounds or instruments, or they on something else.
    case basis
    case stricter, looser
    /// Outcomes can change, for better or worse.
    case changed
    case added, removed
  }

  /// What kind of thing it is about.
  public enum Kind: String, Sendable, CaseIterable {
    case pack, rule, question, parameter, pattern, clause, framework, citation, term
    case reviewLimit = "review limit"
    case answerRule = "answer rule"
  }

  public let kind: Kind
  /// `hc-abort-beats-effect`.
  public let name: String
  /// The pack that declares it; nil for what all packs share.
  public let pack: String?
  /// What of it: `requires`, `severity`; nil where it was added or removed as a whole.
  public let aspect: String?
  public let old: String?
  public let new: String?
  public let effect: Effect
}

/// How far a version has to be raised (https://semver.org).
public enum VersionStep: Int, Sendable, Comparable, CustomStringConvertible {
  case none, patch, minor, major

  public static func < (left: VersionStep, right: VersionStep) -> Bool { left.rawValue < right.rawValue }

  public var description: String { ["none", "patch", "minor", "major"][rawValue] }

  /// What a change calls for: major where an outcome can change, minor where something is added or rests on something else,
  /// patch for words.
  init(_ change: Change) {
    switch change.effect {
    case .words: self = .patch
    case .added, .basis: self = .minor
    case .stricter, .looser, .changed, .removed: self = .major
    }
  }

  /// From one version to another; nil where the other is not later.
  public init?(from old: String, to new: String) {
    let (before, after) = (Self.numbers(old), Self.numbers(new))
    guard let before, let after, before.lexicographicallyPrecedes(after) else { return nil }
    self = before[0] < after[0] ? .major : before[1] < after[1] ? .minor : .patch
  }

  private static func numbers(_ version: String) -> [Int]? {
    let parts = version.split(separator: ".", omittingEmptySubsequences: false).compactMap { Int($0) }
    return parts.count == 3 ? parts : nil
  }
}
