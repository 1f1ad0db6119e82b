internal import ArgumentParser
internal import Foundation

/// Runs the tests under a sanitizer of the compiler.
struct SanitizeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "sanitize", abstract: "Run the tests under a sanitizer, in a build folder of its own.",
    discussion: """
      Everything is built with it, the program that tests start too. Whatever it reports, in whichever process, ends this \
      command with a failure, and stands in the folder `reports` of the build folder.
      """)

  /// A sanitizer that the compiler has for this purpose.
  enum Sanitizer: String, ExpressibleByArgument, CaseIterable {
    case address, thread

    /// Where its runtime looks for its options.
    var variable: String {
      switch self {
      case .address: "ASAN_OPTIONS"
      case .thread: "TSAN_OPTIONS"
      }
    }

    var options: [String] {
      switch self {
      // What lives as long as the process is no leak.
      case .address: ["detect_leaks=0"]
      case .thread: []
      }
    }

    /// What it is not to report, in the words of its runtime.
    var suppressions: String {
      switch self {
      case .address: ""
      // A request comes from the loop that read it to the task that answers it by a continuation of the library's, part of
      // which happens where the sanitizer does not see it. Only what touches the request's own fields is left out.
      case .thread: "race_top:s9HTTPTypes11HTTPRequest\n"
      }
    }
  }

  @Argument(help: "address or thread.")
  var sanitizer: Sanitizer

  @Option(help: "Only the tests whose names match.")
  var filter: String?

  /// No exit code of the program: a test can't take a report for what it waits for.
  private static let reported = 99

  func run() throws {
    let scratch = ".build-\(sanitizer.rawValue)"
    let folder = URL(filePath: scratch).appending(path: "reports").absoluteURL
    let place = folder.path(percentEncoded: false)
    try? FileManager.default.removeItem(at: folder)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    let suppressions = URL(filePath: scratch).appending(path: "suppressions").absoluteURL
    try Data(sanitizer.suppressions.utf8).write(to: suppressions)
    let options =
      sanitizer.options + [
        "exitcode=\(Self.reported)", "log_path=\(place)/report",
        "suppressions=\(suppressions.path(percentEncoded: false))",
      ]
    // Optimised, since the tests would take hours otherwise.
    let how = [
      "--configuration", "release", "-Xswiftc", "-enable-testing", "--sanitize", sanitizer.rawValue, "--scratch-path",
      scratch,
    ]
    let environment = [
      sanitizer.variable: options.joined(separator: ":"), "ANSWERABLE_SANITIZER": sanitizer.rawValue,
      "ANSWERABLE_SLOWNESS": "10",
    ]
    // What is built runs while the rest is built: the packs are embedded by a program of this package.
    try Shell.call(["swift", "build", "--build-tests"] + how, environment: environment)
    let tests = Result {
      try Shell.call(
        ["swift", "test", "--skip-build"] + how + (filter.map { ["--filter", $0] } ?? []), environment: environment)
    }
    // Most tests look only at what the program is to say: a report of its sanitizer has to be looked for.
    let reports = try FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)
      .map { try String(contentsOf: $0, encoding: .utf8) }
      // Who is killed while a report is opened has none.
      .filter { !$0.isEmpty }
    for report in reports { print(report) }
    guard reports.isEmpty else { throw Stop(message: "\(reports.count) processes have a report in \(place)") }
    try tests.get()
  }
}
