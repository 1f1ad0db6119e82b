import Foundation
import TestSupport
import Testing

/// The real server, as a process, over a folder of its own.
final class ServingProcess {
  let folder: URL
  let port: UInt16
  private let scratch: Scratch
  private let process: Process

  /// With the examples in its folder, and whatever else is written there.
  init(_ options: [String] = [], files: [String: String] = [:]) throws {
    scratch = try Scratch()
    folder = scratch.folder.appending(path: "projects")
    try FileManager.default.copyItem(at: Folder.package.appending(path: "Examples"), to: folder)
    for (name, text) in files { try Data(text.utf8).write(to: folder.appending(path: name)) }
    process = Process()
    process.executableURL = Program.folder.appending(path: "answerable")
    process.arguments = ["serve", folder.path(), "--port", "0", "--date", "2026-03-01"] + options
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
  var outside: URL { scratch.folder }

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
