internal import DocumentWriting

/// The addresses of the pages. `file` is a project's name in the folder.
extension SitePath {
  static let projects = SitePath("/")

  /// How a project stands. `saved` is the decision before an answer that was just saved; `supports` is what evidence is
  /// to be attached for.
  static func project(
    _ file: String, saved: String? = nil, supports: String? = nil, at anchor: String? = nil
  ) -> SitePath {
    let fields: [(name: StaticString, value: String?)] = [("file", file), ("saved", saved), ("supports", supports)]
    return SitePath("/project", fields.compactMap { field in field.value.map { (field.name, $0) } }, at: anchor)
  }

  /// The questions of a group: of the one with the best to answer next where none is named. `also` is a question to show
  /// although it does not matter now; `saved` is the decision before an answer that was just saved.
  static func questions(
    _ file: String, group: String? = nil, also: String? = nil, saved: String? = nil, at question: String? = nil
  ) -> SitePath {
    let fields: [(name: StaticString, value: String?)] = [
      ("file", file), ("group", group), ("also", also), ("saved", saved),
    ]
    return SitePath(
      "/project/questions", fields.compactMap { field in field.value.map { (field.name, $0) } }, at: question)
  }

  static func version(_ file: String) -> SitePath { SitePath("/project/version", [("file", file)]) }
  static func report(_ file: String) -> SitePath { SitePath("/project/report", [("file", file)]) }
  static func review(_ file: String) -> SitePath { SitePath("/review", [("file", file)]) }

  /// What there is to say of a rule, a clause, a question, a term.
  static func explanation(_ file: String, of name: String) -> SitePath {
    SitePath("/project/explain", [("file", file), ("name", name)])
  }

  // MARK: Where forms are sent

  static let newProject = SitePath("/projects")
  static let answer = SitePath("/project/answer")
  static let removal = SitePath("/project/answer/remove")
  static let evidence = SitePath("/project/evidence")
}
