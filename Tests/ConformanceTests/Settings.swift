import Foundation

/// How much is tried, from the environment.
enum Settings {
  /// `ANSWERABLE_RANDOM_PROJECTS`.
  static let projects = Int(number("ANSWERABLE_RANDOM_PROJECTS") ?? 400)
  /// `ANSWERABLE_RANDOM_SEED`.
  static let seed = number("ANSWERABLE_RANDOM_SEED") ?? 1
  /// Texts are cheap beside projects.
  static let texts = 4 * projects
  /// A folder to write differing cases to, in `ANSWERABLE_RANDOM_KEEP`.
  static let keep = ProcessInfo.processInfo.environment["ANSWERABLE_RANDOM_KEEP"].map { URL(filePath: $0) }

  /// Whether mutants of the rules are confronted with projects: `ANSWERABLE_RANDOM_MUTANTS`.
  static let confrontsMutants = number("ANSWERABLE_RANDOM_MUTANTS") == 1
  /// Projects tried for each rule to show its mutants.
  static let attempts = Int(number("ANSWERABLE_RANDOM_ATTEMPTS") ?? 300)

  private static func number(_ name: String) -> UInt64? {
    ProcessInfo.processInfo.environment[name].flatMap { UInt64($0) }
  }
}
