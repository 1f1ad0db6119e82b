internal import ProjectFiles

/// The parser takes the last of several values for an option that has one, without a word: whoever adds words to a command
/// could so choose another stage, or another folder of records.
enum RepeatedOptions {
  /// Throws a `Failure` where an option that takes one value is given twice.
  static func refuse(_ words: [String]) throws {
    let options = words.prefix { $0 != "--" }.filter { $0.hasPrefix("--") }
      .map { $0.split(separator: "=", maxSplits: 1).first.map(String.init) ?? $0 }
    var seen: Set<String> = []
    let twice = options.filter { !seen.insert($0).inserted }
    guard !twice.isEmpty, let arguments = CommandDescription.program?.command(of: words).arguments else { return }
    for option in twice {
      guard let argument = arguments.first(where: { $0.names.contains(option) }) else { continue }
      if argument.value != nil, !argument.isRepeating {
        throw Failure(.usage, "`\(option)` is given twice, and has one value: leave one out")
      }
    }
  }
}

extension CommandDescription {
  /// The command that words name first.
  fileprivate func command(of words: [String]) -> CommandDescription {
    guard let word = words.first, let next = subcommands.first(where: { $0.name == word }) else { return self }
    return next.command(of: Array(words.dropFirst()))
  }
}
