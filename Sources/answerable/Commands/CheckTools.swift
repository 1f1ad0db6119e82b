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
    private final class Made: Sendable {
      let result: Result<CheckTools, any Error>

      init(_ result: Result<CheckTools, any Error>) {
        self.result = result
      }
    }

    private let made: Deferred<Made>

    /// Throws what `CheckTools` would where somebody named packs.
    init(_ options: CheckOptions) throws {
      if options.packs.isEmpty, options.pins.isEmpty {
        made = Deferred { Made(Result { try CheckTools(options) }) }
      } else {
        made = Deferred(Made(.success(try CheckTools(options))))
      }
    }

    func kept() throws -> CheckTools { try made.made.result.get() }
  }
}
