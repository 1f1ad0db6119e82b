internal import ArgumentParser
internal import LocalFiles
internal import ProjectFiles

/// Writes the script that lets a shell complete commands, options, and the names in the packs.
struct Completions: ParsableCommand {
  private static let shells = CompletionShell.allCases.map(\.rawValue).sorted()

  static let configuration = CommandConfiguration(
    commandName: "completions",
    abstract: "Write a script that makes a shell complete commands and names.",
    discussion: """
      To install it for yourself, put it where your shell looks:

        mkdir -p ~/.local/share/bash-completion/completions
        answerable completions bash > \\
          ~/.local/share/bash-completion/completions/answerable

        mkdir -p ~/.config/fish/completions
        answerable completions fish > ~/.config/fish/completions/answerable.fish

        mkdir -p ~/.zfunc
        answerable completions zsh > ~/.zfunc/_answerable

      zsh looks there where its .zshrc has `fpath+=~/.zfunc` before `compinit`.

      Exit codes: 0; 64 there is no such shell, 74 it can't be written.
      """)

  @Argument(
    help: ArgumentHelp("\(shells.joined(separator: ", ")).", valueName: "shell"), completion: .list(shells))
  var shell: String

  func run() throws {
    guard let shell = CompletionShell(rawValue: shell) else { throw Failure.notOffered(shell, Self.shells, "shell") }
    let script = Answerable.completionScript(for: shell)
    try OutputFile.standardOutput.write(Array((script.hasSuffix("\n") ? script : script + "\n").utf8))
  }
}
