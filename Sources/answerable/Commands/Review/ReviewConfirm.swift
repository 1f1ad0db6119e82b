internal import ArgumentParser
internal import AssessmentEngine
internal import CEL
internal import LocatedYAML
internal import PolicyModel
internal import ProjectFiles
internal import Questionnaire

/// Binds entries to the project as it is now, because somebody looked at them again.
struct ReviewConfirm: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "confirm",
    abstract: "Enter that somebody looked again at entries that were written for another version of the project.",
    usage: "answerable review confirm <project> <entry> ... [<options>]",
    discussion: """
      Whoever confirms must be able to sign: who accepted or approved the entry at first, or somebody else of sufficient \
      rank (--rank). Either all entries that are named are confirmed, or none.

      \(ReviewOptions.exitCodes)
      """)

  @OptionGroup var options: ReviewOptions

  @Argument(help: ArgumentHelp("The entries, such as 'risk_acceptances[0]'.", valueName: "entry"), completion: .nothing)
  var entries: [String]

  @Option(help: ArgumentHelp("Who looked again: a person or a post.", valueName: "name"), completion: .nothing)
  var by: String?

  @Option(
    help: ArgumentHelp("Their rank, where they are not who signed at first.", valueName: "rank"), completion: .ranks)
  var rank: String?

  func run() throws {
    let desk = try ReviewDesk(options)
    let chosen = try entries.map { try desk.entry($0) }
    try desk.requireSoundProject()
    try desk.requireCurrent()
    for entry in chosen { try Self.requireStale(entry, desk) }
    var form = desk.forms.confirmation()
    try Prompter.fill(&form, given: ["by": by].compactMapValues { $0 }, introduction: Self.brief(chosen))
    let name = form.answers["by"] ?? ""
    let rules = chosen.compactMap { entry in desk.policies.rule(entry.subject).map { (entry: entry, rule: $0) } }
    var ranks = desk.forms.rank(of: name, confirming: rules)
    try Prompter.fill(&ranks, given: ["rank": rank].compactMapValues { $0 }, introduction: name)
    let rank = ranks.answers["rank"]
    let (bytes, _) = try desk.editing { editor throws(YAMLEditProblem) in
      for entry in chosen { try confirm(entry, by: name, rank: rank, desk, &editor) }
    }
    let next = try desk.assess(bytes)
    for entry in next.reviewEntries where chosen.contains(where: { $0.name == entry.name }) {
      if let fault = entry.fault {
        throw Failure(.invalidInput, "\(entry.name) would still have no effect, so nothing was written: \(fault)")
      }
    }
    try desk.record.replace(by: bytes)
    try desk.say(["confirmed \(chosen.map(\.name).joined(separator: ", ")) in `\(desk.record.path)`"], next)
  }

  private func confirm(
    _ entry: ReviewEntry, by name: String, rank: String?, _ desk: ReviewDesk, _ editor: inout YAMLEditor
  ) throws(YAMLEditProblem) {
    let set: [(String, NewYAMLValue)] = [
      ("subject", .compact([.init("sha256", .text(desk.digest))])), ("confirmed_by", .text(name)),
      ("confirmed_on", .literal(CivilDate(day: desk.day).description)),
    ]
    for (key, value) in set { try editor.set(value, at: entry.path.appending(.key(key))) }
    if let rank {
      try editor.set(.text(rank), at: entry.path.appending(.key("confirmed_rank")))
    } else if entry.confirmation?.rank != nil {
      // The rank of who confirmed it before is not that of who does so now.
      try editor.remove(at: entry.path.appending(.key("confirmed_rank")))
    }
  }

  private static func requireStale(_ entry: ReviewEntry, _ desk: ReviewDesk) throws {
    if entry.list == .disputes {
      throw Failure(
        .invalidInput, "\(entry.name) is a dispute: it holds for every version, so there is nothing to confirm")
    }
    if entry.version == desk.digest {
      let why = entry.fault.map { "it has no effect for another reason: \($0)" } ?? "it is in effect"
      throw Failure(.invalidInput, "\(entry.name) is for this version already: \(why)")
    }
  }

  private static func brief(_ entries: [ReviewEntry]) -> String {
    entries.map { "\($0.name)  \($0.subject)\n    \($0.signatory ?? "nobody"): \($0.reason ?? "")" }
      .joined(separator: "\n")
  }
}
