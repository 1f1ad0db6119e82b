internal import ArgumentParser
internal import LocalFiles
internal import ProjectFiles

/// Writes the manual page.
struct Manual: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "manual",
    abstract: "Write the manual page.",
    discussion: """
      To read it:

        answerable manual | man -l -

      To install it for yourself:

        mkdir -p ~/.local/share/man/man1
        answerable manual > ~/.local/share/man/man1/answerable.1

      Exit codes: 0, or 74 where it can't be written.
      """)

  func run() throws {
    guard let program = CommandDescription.program else {
      throw Failure(.internalError, "the parser's description of the commands can't be read")
    }
    var page = ManualPage(program, version: Answerable.version)
    try OutputFile.standardOutput.write(Array(page.text().utf8))
  }
}
