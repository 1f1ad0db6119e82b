internal import ArgumentParser
internal import LocatedYAML
internal import PolicyModel
internal import ProjectFiles

/// What commands about one project have in common: the project, further packs, the date.
struct SingleProject: ParsableArguments {
  @Argument(
    help: ArgumentHelp("The project description, or - for standard input.", valueName: "project"), completion: .projects
  )
  var project: String?

  @Option(
    name: .long,
    help: ArgumentHelp("A further pack: a file or a folder. The built-in packs are always there.", valueName: "path"),
    completion: .packs)
  var pack: [String] = []

  @Option(
    help: ArgumentHelp("The date of the assessment; today (UTC) where it is left out.", valueName: "date"),
    completion: .nothing)
  var date: String?

  /// Days since 1970.
  func day() throws -> Int { try CheckOptions.day(date) }

  func policies() throws -> PolicySet { try Policies.loaded(pack) }

  /// The one document of the project's file; nil where no project is named. Throws a `Failure` where there is none, or
  /// more than one: nobody could tell which one is meant.
  func read() throws -> (path: String, item: ProjectSource.Item)? {
    try project.map { ($0, try Self.read($0)) }
  }

  /// The one document of a project's file. Throws a `Failure` where there is none, or more than one.
  static func read(_ project: String) throws -> ProjectSource.Item {
    if project != "-" { try ProjectPaths.requireFile(project) }
    return try ProjectSource(project).single(project)
  }

  /// Ends the command where there is no project to speak of.
  func requireReadable(_ document: YAMLDocument, at path: String) throws {
    try Self.requireReadable(document, at: path)
  }

  static func requireReadable(_ document: YAMLDocument, at path: String) throws {
    if document.root?.entries == nil { throw Failure(.invalidInput, "`\(path)` can't be read as a project") }
  }
}
