internal import DocumentWriting

/// The addresses of the pages. `file` is a project's name in the folder.
extension SitePath {
  static let projects = SitePath("/")

  static func project(_ file: String, at anchor: String? = nil) -> SitePath {
    SitePath("/project", [("file", file)], at: anchor)
  }

  /// The questions of a group: of the one with the best to answer next where none is named.
  static func questions(_ file: String, group: String? = nil, at question: String? = nil) -> SitePath {
    let fields: [(name: StaticString, value: String?)] = [("file", file), ("group", group)]
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
}
