internal import PolicyModel
internal import ProjectFiles
internal import Sharing

/// The packs of a run, and what judges projects by them.
struct CheckTools: Sendable {
  let recognition: ProjectRecognition
  let assessor: ProjectAssessor

  /// Loads the packs. Throws a `Failure` where they have errors, or are not those that are required.
  private init(_ options: CheckOptions) throws {
    let policies = try Policies.loaded(options.packs)
    try PackPin.check(options.pins, policies)
    recognition = ProjectRecognition(policies)
    assessor = ProjectAssessor(
      policies: policies, day: options.day, stage: options.stage, reviews: options.reviews,
      evidenceFolders: options.evidenceFolders, warnBefore: options.warnBefore)
  }

  /// Tools that are there when the first project was read: only packs of the program are waited for so long, with which
  /// nothing can be wrong that a user could mend.
  final class Promise: Sendable {
    /// A `Result` of any error would have Swift's runtime look through all conformances at each start.
    private enum Outcome: Sendable {
      case made(CheckTools)
      case failed(any Error)
    }

    private let outcome: Deferred<Held<Outcome>>

    /// Throws what `CheckTools` would where somebody named packs.
    init(_ options: CheckOptions) throws {
      if options.packs.isEmpty, options.pins.isEmpty {
        outcome = Deferred {
          do { return Held(.made(try CheckTools(options))) } catch { return Held(.failed(error)) }
        }
      } else {
        outcome = Deferred(Held(.made(try CheckTools(options))))
      }
    }

    func kept() throws -> CheckTools {
      switch outcome.made.value {
      case .made(let tools): return tools
      case .failed(let problem): throw problem
      }
    }
  }
}
