internal import ArgumentParser
internal import AssessmentEngine
internal import LocatedYAML
internal import PolicyModel
internal import ProjectFiles

/// Binds the record to the project as it is now, and each entry to what it was written for.
struct ReviewRenew: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "renew",
    abstract: "Bind the record to the project as it is now. Entries stay bound to what they were written for.",
    usage: "answerable review renew <project> [<options>]",
    discussion: """
      No entry is carried over: each claim and acceptance keeps the digest of the version that it was written for, and has \
      no effect until somebody looks at it again (`answerable review confirm`). Disputes hold for every version.

      \(ReviewOptions.exitCodes)
      """)

  @OptionGroup var options: ReviewOptions

  func run() throws {
    let desk = try ReviewDesk(options)
    guard let old = desk.present.record?.subject else {
      throw Failure(
        .invalidInput, "`\(desk.record.path)` does not say what was reviewed: write the digest into `subject` first")
    }
    if old == desk.digest {
      return try desk.print(["`\(desk.record.path)` is for this version of `\(desk.project)` already"])
    }
    let unbound = Self.unbound(desk)
    let (bytes, _) = try desk.editing { editor throws(YAMLEditProblem) in
      for path in unbound {
        try editor.set(.compact([.init("sha256", .text(old))]), at: path.appending(.key("subject")))
      }
      try editor.set(.text(desk.digest), at: YAMLPath(dotted: "subject.sha256"))
    }
    let next = try desk.assess(bytes)
    guard next.record?.subject == desk.digest, next.reviewEntries.count == desk.present.reviewEntries.count else {
      throw Failure(.internalError, "the record would not read back as it was meant; nothing was written")
    }
    try desk.record.replace(by: bytes)
    let stale = next.reviewEntries.filter { $0.list != .disputes && $0.version != desk.digest }
    var lines = ["bound `\(desk.record.path)` to this version of `\(desk.project)`"]
    if !stale.isEmpty {
      lines.append(
        "these have no effect until somebody looks at them again and says so with `answerable review confirm`:")
      lines += stale.map { "  \($0.name)  \($0.subject)" }
    }
    try desk.say(lines, next)
  }

  /// The claims and acceptances that say nothing of a version.
  private static func unbound(_ desk: ReviewDesk) -> [YAMLPath] {
    let record = desk.present.record
    let claims = (record?.claims ?? []).enumerated().filter { $0.element.subject == nil }.map {
      YAMLPath([.key(ReviewEntry.List.notApplicable.rawValue), .index($0.offset)])
    }
    let acceptances = (record?.acceptances ?? []).enumerated().filter { $0.element.subject == nil }.map {
      YAMLPath([.key(ReviewEntry.List.riskAcceptances.rawValue), .index($0.offset)])
    }
    return claims + acceptances
  }
}
