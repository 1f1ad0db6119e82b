internal import Diagnostics
public import LocalFiles

/// Did-you-mean for paths, for somebody who may look into their folders.
enum NearPath {
  /// `: did you mean …?` with the name in the same folder that was probably meant; empty where there is none.
  static func question(_ path: String) -> String {
    let (folder, name) = PathText.openable(path)
    // A link that leads nowhere has the name that was meant.
    guard !LocalFile.isTaken(path), let names = try? LocalFile.names(in: folder) else { return "" }
    let near = Suggestions.near(name, in: names.filter { !$0.hasPrefix(".") }).first
    return near.map { ": did you mean `\(PathText.split(path).folder)\($0)`?" } ?? ""
  }
}

extension FileProblem {
  /// The message, with the name that was probably meant where there is nothing of the one that was given.
  public var suggesting: String { kind == .missing ? message + NearPath.question(path) : message }
}
