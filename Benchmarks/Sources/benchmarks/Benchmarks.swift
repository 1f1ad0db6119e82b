import Foundation

/// Measures Answerable against the bare libyaml event loop, expressions against cel-go, and whole commands against those
/// of others, in one run.
///
/// What Python can give is measured beside them where `ANSWERABLE_JUDGES` names a virtual environment that has it.
///
/// Usage: `swift run -c release --package-path Benchmarks benchmarks [PROJECTS]`, after `swift run developer-tasks
/// release` made what is measured; `ANSWERABLE` can name another program. With `expressions` instead of a number only
/// expressions are measured.
@main
struct Benchmarks {
  static func main() throws {
    if CommandLine.arguments.dropFirst().first == "expressions" { return try Expressions().measure() }
    let package = URL(filePath: #filePath).appending(path: "../../../..").standardizedFileURL
    let projects = CommandLine.arguments.dropFirst().first.flatMap { Int($0) } ?? 2000
    let answerable =
      ProcessInfo.processInfo.environment["ANSWERABLE"] ?? package.path() + ".build-static/release/answerable"
    guard FileManager.default.isExecutableFile(atPath: answerable) else { throw Missing(tool: answerable) }
    let inputs = try Inputs(package: package, projects: projects)
    defer { inputs.remove() }
    // First, while this process is small: what it has held counts as held by those that it starts.
    let commands = Commands(answerable: answerable, raw: try inputs.yardstick(of: package), inputs: inputs)
    commands.measure()
    Peers(commands).measure()
    try Phases(inputs).measure()
    try Linearity().measure()
    try Expressions().measure()
  }

  struct Missing: Error, CustomStringConvertible {
    let tool: String
    var description: String { "\(tool) is not there: run `swift run developer-tasks release` first" }
  }
}
