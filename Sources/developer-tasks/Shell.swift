internal import ArgumentParser
internal import Foundation

/// Other programs, found on the path.
enum Shell {
  /// Runs one, its output shown. Throws where it fails.
  static func call(_ command: [String], in folder: String = ".", environment: [String: String] = [:]) throws {
    let process = try started(command, in: folder, environment, output: nil)
    process.waitUntilExit()
    guard process.terminationStatus == 0 else { throw ExitCode.failure }
  }

  /// What one prints. Throws where it fails.
  static func output(_ command: [String], in folder: String = ".") throws -> String {
    let pipe = Pipe()
    let process = try started(command, in: folder, [:], output: pipe)
    let bytes = pipe.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    guard process.terminationStatus == 0 else { throw Stop(message: "`\(command.joined(separator: " "))` failed") }
    return String(decoding: bytes, as: UTF8.self)
  }

  private static func started(
    _ command: [String], in folder: String, _ environment: [String: String], output: Pipe?
  ) throws -> Process {
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = command
    process.currentDirectoryURL = URL(filePath: folder)
    process.environment = ProcessInfo.processInfo.environment.merging(environment) { $1 }
    if let output { process.standardOutput = output }
    try process.run()
    return process
  }
}
