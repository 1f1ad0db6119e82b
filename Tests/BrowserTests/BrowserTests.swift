import Foundation
import TestSupport
import Testing

/// The real server, looked at in a real browser. Each case starts both once.
@Suite("In a browser", .serialized)
struct BrowserTests {
  @Test("from an empty folder to proceed with the keyboard alone, and the file reads well")
  func fromNothing() throws {
    try look("from_nothing") { folder in
      try expectSnapshot(
        [UInt8](Data(contentsOf: folder.appending(path: "result.txt"))), named: "from-nothing.yaml", in: "BrowserTests")
    }
  }

  @Test("two windows, an editor and a server that ends lose nothing, and nothing is written over unseen")
  func together() throws { try look("together") }

  @Test("everything goes by plain forms where scripts are switched off")
  func withoutScript() throws { try look("without_script") }

  @Test("no page has what axe-core finds, moves sideways on a phone, or asks anything of others")
  func looks() throws { try look("looks") }

  /// Built beside the tests.
  private static let program = URL(filePath: "/proc/self/exe").resolvingSymlinksInPath().deletingLastPathComponent()
    .appending(path: "answerable")

  private func look(_ name: String, then: (_ folder: URL) throws -> Void = { _ in }) throws {
    let folder = FileManager.default.temporaryDirectory.resolvingSymlinksInPath()
      .appending(path: "answerable-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let browser = OtherProgram(
      python: "selenium and axe-playwright-python, with Debian's chromium and chromium-driver",
      module: "selenium, axe_playwright_python", script: "Tests/BrowserTests/Cases/browse.py",
      arguments: [name, Self.program.path(), folder.path()])
    guard let problems = try browser.output(reading: "") else { return }
    #expect(problems.isEmpty, "\(problems.prefix(3_000))")
    if problems.isEmpty { try then(folder) }
  }
}
