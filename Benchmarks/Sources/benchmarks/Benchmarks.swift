import Foundation

/// Measures Answerable against the bare libyaml event loop, expressions against cel-go, and whole commands against those
/// of others, in one run.
///
/// What Python can give is measured beside them where `ANSWERABLE_JUDGES` names a virtual environment that has it.
///
/// Usage: `swift run -c release --package-path Benchmarks benchmarks [PROJECTS] [--write]`, after `swift run
/// developer-tasks release` made what is measured; `ANSWERABLE` can name another program. With `--write` it becomes the
/// page of the documentation. With `expressions` instead of a number only expressions are measured.
@main
struct Benchmarks {
  static func main() throws {
    let words = CommandLine.arguments.dropFirst().filter { $0 != "--write" }
    let package = URL(filePath: #filePath).appending(path: "../../../..").standardizedFileURL
    let projects = words.first.flatMap { Int($0) } ?? 2000
    let page = Page()
    if words.first == "expressions" { return try Expressions(page).measure() }
    let answerable = try ProcessInfo.processInfo.environment["ANSWERABLE"] ?? handedOut(of: package)
    guard FileManager.default.isExecutableFile(atPath: answerable) else { throw Missing(tool: answerable) }
    let inputs = try Inputs(package: package, projects: projects)
    defer { inputs.remove() }
    // First, while this process is small: what it has held counts as held by those that it starts.
    let commands = Commands(answerable: answerable, raw: try inputs.yardstick(of: package), inputs: inputs, page: page)
    try commands.measure()
    try Peers(commands, package: package, rules: try Linearity.loaded([]).rules.count).measure()
    try Phases(inputs, page).measure()
    try Linearity(page).measure()
    try Expressions(page).measure()
    if CommandLine.arguments.contains("--write") {
      try page.write(to: package.appending(path: "Sources/answerable/answerable.docc/Measurements.md"))
    }
  }

  /// What `developer-tasks release` made.
  private static func handedOut(of package: URL) throws -> String {
    let folder = package.path() + ".build/release-files/"
    let files = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    let programs = files.filter { $0.hasPrefix("answerable-") && !$0.hasSuffix(".json") }
    guard programs.count == 1 else { throw Missing(tool: folder + "answerable-…") }
    return folder + programs[0]
  }

  struct Missing: Error, CustomStringConvertible {
    let tool: String
    var description: String { "\(tool) is not there: run `swift run developer-tasks release` first" }
  }
}
