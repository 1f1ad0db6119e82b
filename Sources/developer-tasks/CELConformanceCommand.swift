internal import ArgumentParser
internal import CELConformance
internal import Foundation

/// Runs test cases of CEL.
struct CELConformanceCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "cel-conformance", abstract: "Run test cases of CEL, one JSON object a line; fail where one fails.")

  @Argument(help: "The files with cases.")
  var files: [String]

  func run() throws {
    var passed = 0
    var failed = 0
    for file in files {
      let report = ConformanceReport(text: try String(contentsOfFile: file, encoding: .utf8))
      passed += report.passed
      failed += report.failures.count
      for failure in report.failures {
        print("\(failure.id)\n  expected \(failure.expected)\n  got      \(failure.actual)")
      }
    }
    print("\(passed) passed, \(failed) failed")
    if failed > 0 { throw ExitCode.failure }
  }
}
