public import AssessmentEngine
internal import CEL
internal import LocatedYAML
internal import PolicyModel
public import Questionnaire

/// What happens to entries when the project changes, or when they are settled.
extension ReviewDesk {
  // MARK: Another version of the project

  /// Binds the record to the project as it is now, and each claim and acceptance to what it was written for: none is
  /// carried over. Nil where it is bound to it already. Throws a `Failure` where the record does not say what was
  /// reviewed.
  public func renew() throws -> Change? {
    guard let old = present.record?.subject else {
      throw Failure(
        .invalidInput, "`\(record.name)` does not say what was reviewed: write the digest into `subject` first")
    }
    if old == digest { return nil }
    let (bytes, _) = try editing { editor throws(YAMLEditProblem) in
      for path in unbound {
        try editor.set(.compact([.init("sha256", .text(old))]), at: path.appending(.key("subject")))
      }
      try editor.set(.text(digest), at: YAMLPath(dotted: "subject.sha256"))
    }
    let next = try assess(bytes)
    guard next.record?.subject == digest, next.reviewEntries.count == present.reviewEntries.count else {
      throw Failure(.internalError, "the record would not read back as it was meant; nothing was written")
    }
    try record.replace(by: bytes)
    let stale = next.reviewEntries.filter { $0.list != .disputes && $0.version != digest }
    var lines = ["bound `\(record.name)` to this version of `\(name)`"]
    if !stale.isEmpty {
      lines.append(
        "these have no effect until somebody looks at them again and says so with `answerable review confirm`:")
      lines += stale.map { "  \($0.name)  \($0.subject)" }
    }
    return Change(lines: lines, entries: stale, next: next)
  }

  /// The claims and acceptances that say nothing of a version.
  private var unbound: [YAMLPath] {
    let claims = (present.record?.claims ?? []).enumerated().filter { $0.element.subject == nil }.map {
      YAMLPath([.key(ReviewEntry.List.notApplicable.rawValue), .index($0.offset)])
    }
    let acceptances = (present.record?.acceptances ?? []).enumerated().filter { $0.element.subject == nil }.map {
      YAMLPath([.key(ReviewEntry.List.riskAcceptances.rawValue), .index($0.offset)])
    }
    return claims + acceptances
  }

  // MARK: Confirmations

  /// Throws a `Failure` where there is nothing to confirm about one of the entries, or nobody can confirm anything now.
  public func requireConfirmable(_ entries: [ReviewEntry]) throws {
    try requireSoundProject()
    try requireCurrent()
    for entry in entries {
      if let fault = fault(ofConfirming: entry) { throw Failure(.invalidInput, "\(entry.name) \(fault)") }
    }
  }

  /// Why there is nothing to confirm about an entry; nil where there is.
  public func fault(ofConfirming entry: ReviewEntry) -> String? {
    if entry.list == .disputes { return "is a dispute: it holds for every version, so there is nothing to confirm" }
    guard entry.version == digest else { return nil }
    let why = entry.fault.map { "it has no effect for another reason: \($0)" } ?? "it is in effect"
    return "is for this version already: \(why)"
  }

  /// The form for the rank of who confirms entries that somebody else signed at first; no fields where none is needed.
  public func rankForm(of name: String, confirming entries: [ReviewEntry]) -> EntryForm {
    forms.rank(
      of: name, confirming: entries.compactMap { entry in policies.rule(entry.subject).map { (entry, $0) } })
  }

  /// Enters that somebody looked at entries again and stands by them: at all of them, or nothing is written. Throws a
  /// `Failure` where there is nothing to confirm, or one would still have no effect.
  public func confirm(_ entries: [ReviewEntry], by person: String, rank: String?) throws -> Change {
    try requireConfirmable(entries)
    let (bytes, _) = try editing { editor throws(YAMLEditProblem) in
      for entry in entries { try confirm(entry, by: person, rank: rank, &editor) }
    }
    let next = try assess(bytes)
    let confirmed = next.reviewEntries.filter { entry in entries.contains { $0.name == entry.name } }
    for entry in confirmed {
      if let fault = entry.fault {
        throw Failure(.invalidInput, "\(entry.name) would still have no effect, so nothing was written: \(fault)")
      }
    }
    try record.replace(by: bytes)
    let names = entries.map(\.name).joined(separator: ", ")
    return Change(lines: ["confirmed \(names) in `\(record.name)`"], entries: confirmed, next: next)
  }

  private func confirm(
    _ entry: ReviewEntry, by person: String, rank: String?, _ editor: inout YAMLEditor
  ) throws(YAMLEditProblem) {
    let set: [(String, NewYAMLValue)] = [
      ("subject", .compact([.init("sha256", .text(digest))])), ("confirmed_by", .text(person)),
      ("confirmed_on", .literal(CivilDate(day: day).description)),
    ]
    for (key, value) in set { try editor.set(value, at: entry.path.appending(.key(key))) }
    if let rank {
      try editor.set(.text(rank), at: entry.path.appending(.key("confirmed_rank")))
    } else if entry.confirmation?.rank != nil {
      // The rank of who confirmed it before is not that of who does so now.
      try editor.remove(at: entry.path.appending(.key("confirmed_rank")))
    }
  }

  // MARK: Withdrawals

  /// Takes entries out of the record. The lines hold their text.
  public func withdraw(_ entries: [ReviewEntry]) throws -> Change {
    var chosen: [ReviewEntry] = []
    for entry in entries where !chosen.contains(where: { $0.name == entry.name }) { chosen.append(entry) }
    // From the last to the first, so that places stay those that were named.
    let order = chosen.sorted { $0.index > $1.index }
    let (bytes, texts) = try editing { editor throws(YAMLEditProblem) in
      var texts: [(entry: ReviewEntry, text: String)] = []
      for entry in order { texts.append((entry, try editor.remove(at: entry.path))) }
      return texts
    }
    let next = try assess(bytes)
    guard next.reviewEntries.count == present.reviewEntries.count - chosen.count else {
      throw Failure(.internalError, "the record would not read back as it was meant; nothing was written")
    }
    try record.replace(by: bytes)
    var lines: [String] = []
    for (entry, text) in texts.reversed() {
      lines.append("withdrew \(entry.name) from `\(record.name)`, which read:")
      lines += text.split(whereSeparator: \.isNewline).map { String($0) }
    }
    return Change(lines: lines, next: next)
  }
}
