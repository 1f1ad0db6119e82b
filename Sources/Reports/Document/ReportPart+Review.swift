internal import AssessmentEngine
internal import DocumentWriting
internal import PolicyModel

extension ReportPart {
  /// Who decided what, on which rule, until when; and what has no effect, with the reason.
  static let review = ReportPart { content in
    guard let effect = content.assessment.review else {
      return Section(
        "review", "What reviewers decided", [.paragraph([.text("There is no review record: nobody decided anything.")])]
      )
    }
    let entries = content.assessment.reviewEntries
    let effective = entries.filter { $0.fault == nil }
    let idle = entries.filter { $0.fault != nil }
    var blocks: [Block] = [
      .paragraph([
        .text("The review record "), .code(effect.file), .text(" has the SHA-256 "), .code(effect.digest), .text("."),
      ])
    ]
    if !effective.isEmpty {
      blocks.append(
        .table(
          Table(
            caption: "Entries with an effect",
            columns: [.text("About"), .text("What"), .text("Who"), .text("Why"), .text("When")],
            rows: effective.map { entry in
              Table.Row(
                lines: [
                  [[content.subject(entry)]], [[.text(entry.whatInWords)]], entry.people.map { [.text($0)] },
                  entry.reason.map { [[.text($0)]] } ?? [], content.dates(entry).map { [.text($0)] },
                ])
            })))
    }
    if !idle.isEmpty {
      blocks.append(
        .table(
          Table(
            caption: "Entries without effect",
            columns: [
              .text("About"), .text("What"), .text("Why it has no effect"), .text("Who"), .text("When"), .text("Where"),
            ],
            rows: idle.map { entry in
              Table.Row(
                lines: [
                  [[content.subject(entry)]], [[.text(entry.whatInWords)]], [[.strong(entry.fault ?? "")]],
                  entry.people.map { [.text($0)] }, content.dates(entry).map { [.text($0)] },
                  content.place(entry.location).map { [[.text($0)]] } ?? [],
                ])
            })))
    }
    if entries.isEmpty { blocks.append(.paragraph([.text("It has no entries.")])) }
    return Section("review", "What reviewers decided (\(entries.count))", blocks)
  }

  /// Whom the project names as answerable, stage by stage.
  static let people = ReportPart { content in
    guard content.assessment.isDecided else { return nil }
    let people = NamedPerson.all(content.assessment)
    guard !people.isEmpty else {
      return Section(
        "people", "Who answers for it", [.paragraph([.text("The project names nobody who answers for it.")])])
    }
    return Section(
      "people", "Who answers for it",
      [
        .paragraph([.text("As the project's file names them; whether that suffices is among the rules.")]),
        .table(
          Table(
            caption: "People and posts that the project names",
            columns: [.text("For what"), .text("Who"), .text("Since, until"), .text("Where")],
            rows: people.map { person in
              Table.Row([
                [.text(person.role)], [.strong(person.name)], [.text(person.dates)],
                content.place(person.location).map { [.text($0)] } ?? [],
              ])
            })),
      ])
  }
}

extension ReportContent {
  fileprivate func dates(_ entry: ReviewEntry) -> [String] {
    let begin = entry.begin.map { ["on \(Self.date($0))"] } ?? []
    return begin + (entry.list == .disputes ? [] : [until(entry.until)])
  }

  fileprivate func subject(_ entry: ReviewEntry) -> Inline {
    guard let rule = entry.rule else { return entry.field.map { link(question: $0) } ?? .text("nothing") }
    return policies.rule(rule) == nil ? .code(rule) : link(rule)
  }
}
