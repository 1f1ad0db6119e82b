internal import ArgumentParser

/// Runs the tests under a sanitizer of the compiler.
struct SanitizeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "sanitize", abstract: "Run the tests under a sanitizer, in a build folder of its own.")

  /// A sanitizer that the compiler has for this purpose.
  enum Sanitizer: String, ExpressibleByArgument, CaseIterable {
    case address, thread
  }

  @Argument(help: "address or thread.")
  var sanitizer: Sanitizer

  @Option(help: "Only the tests whose names match.")
  var filter: String?

  func run() throws {
    let tests = filter.map { ["--filter", $0] } ?? []
    try Shell.call(
      ["swift", "test", "--sanitize", sanitizer.rawValue, "--scratch-path", ".build-\(sanitizer.rawValue)"] + tests,
      // What lives as long as the process is no leak.
      environment: ["ASAN_OPTIONS": "detect_leaks=0"])
  }
}
