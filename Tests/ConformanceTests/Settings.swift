import Foundation

/// How much is tried, from the environment.
enum Settings {
  /// `ANSWERABLE_RANDOM_PROJECTS`.
  static let projects = Int(number("ANSWERABLE_RANDOM_PROJECTS") ?? 400)
  /// `ANSWERABLE_RANDOM_SEED`.
  static let seed = number("ANSWERABLE_RANDOM_SEED") ?? 1
  /// Texts are cheap beside projects.
  static let texts = 4 * projects
  /// Whether counts are printed: where somebody asked for a number of projects.
  static let isVerbose = number("ANSWERABLE_RANDOM_PROJECTS") != nil
  /// A folder to write differing cases to, in `ANSWERABLE_RANDOM_KEEP`.
  static let keep = ProcessInfo.processInfo.environment["ANSWERABLE_RANDOM_KEEP"].map { URL(filePath: $0) }

  /// Whether mutants of the rules are confronted with projects: `ANSWERABLE_RANDOM_MUTANTS`.
  static let confrontsMutants = number("ANSWERABLE_RANDOM_MUTANTS") == 1
  /// Projects tried for each rule to show its mutants.
  static let attempts = Int(number("ANSWERABLE_RANDOM_ATTEMPTS") ?? 2000)

  /// Ids of the only rules whose mutants are tried, in `ANSWERABLE_RANDOM_RULES`, with commas between.
  static let rules = ProcessInfo.processInfo.environment["ANSWERABLE_RANDOM_RULES"].map {
    Set($0.split(separator: ",").map(String.init))
  }

  /// A folder to write proposed cases of the packs to, in `ANSWERABLE_WRITE_CASES`.
  static let cases = ProcessInfo.processInfo.environment["ANSWERABLE_WRITE_CASES"].map { URL(filePath: $0) }

  private static func number(_ name: String) -> UInt64? {
    ProcessInfo.processInfo.environment[name].flatMap { UInt64($0) }
  }
}
