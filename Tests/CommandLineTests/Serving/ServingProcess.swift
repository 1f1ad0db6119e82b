import Foundation
import TestSupport
import Testing

/// The real server, as a process, over a folder of its own.
final class ServingProcess {
  let folder: URL
  let port: UInt16
  private let scratch: Scratch?
  private let process: Process

  /// With the examples in its folder, and whatever else is written there.
  ///
  /// - Parameters:
  ///   - date: Of all assessments; nil for today.
  ///   - shell: What a shell does before it becomes the server.
  convenience init(
    _ options: [String] = [], files: [String: String] = [:], date: String? = "2026-03-01", shell: String = ":",
    environment: [String: String] = [:]
  ) throws {
    let scratch = try Scratch()
    let folder = scratch.folder.appending(path: "projects")
    try FileManager.default.copyItem(at: Folder.package.appending(path: "Examples"), to: folder)
    for (name, text) in files { try Data(text.utf8).write(to: folder.appending(path: name)) }
    let day = date.map { ["--date", $0] } ?? []
    try self.init(serving: folder, of: scratch, day + options, shell: shell, environment: environment)
  }

  /// Over a folder that is there, which others may serve too; with its owner where that is to be kept.
  init(
    serving folder: URL, of scratch: Scratch? = nil, _ options: [String], shell: String = ":",
    environment: [String: String] = [:]
  ) throws {
    self.scratch = scratch
    self.folder = folder
    process = Process()
    process.executableURL = URL(filePath: "/bin/bash")
    process.environment = Program.environment(with: environment)
    process.arguments =
      ["-c", "\(shell); exec answerable serve \"$@\"", "serve", folder.path(), "--port", "0"] + options
    let said = Pipe()
    process.standardError = said
    process.standardInput = FileHandle.nullDevice
    try process.run()
    var text = ""
    while !text.hasSuffix("/\n") {
      let more = said.fileHandleForReading.availableData
      if more.isEmpty { break }
      text += String(decoding: more, as: UTF8.self)
    }
    port = try #require(text.firstMatch(of: /:([0-9]+)\/\n/).flatMap { UInt16($0.1) }, "it said: \(text)")
  }

  /// Outside of the folder that is served, and gone with it.
  var outside: URL { folder.deletingLastPathComponent() }

  /// Of the process.
  var identifier: Int32 { process.processIdentifier }

  var isRunning: Bool { process.isRunning }

  /// Its own name, as `Host` has it.
  var host: String { "127.0.0.1:\(port)" }

  func connect() throws -> RawConnection { try RawConnection(port: port) }

  /// Sends a request on a connection of its own, and reads until the server ends it.
  func ask(_ line: String, _ headers: [String] = [], body: String = "", host: String? = nil) throws -> RawAnswer {
    let connection = try connect()
    let head = ["\(line) HTTP/1.1", "Host: \(host ?? self.host)", "Connection: close"] + headers
    try connection.send((head + ["", body]).joined(separator: "\r\n"))
    return connection.answer()
  }

  /// Asks it to end, and waits; what it ended with.
  func end(by signal: Int32 = SIGTERM) -> Int32 {
    kill(process.processIdentifier, signal)
    process.waitUntilExit()
    return process.terminationReason == .exit ? process.terminationStatus : 128 + process.terminationStatus
  }

  deinit { if process.isRunning { _ = end(by: SIGKILL) } }
}
