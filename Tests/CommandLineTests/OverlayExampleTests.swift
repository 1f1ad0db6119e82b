import Foundation
import TestSupport
import Testing

@Suite("The national overlay among the examples")
struct OverlayExampleTests {
  private static let overlay = "Examples/national-overlay/selat-defence.yaml"

  @Test("its report is what the program prints")
  func report() throws {
    let result = try Program.run(
      ["check", "--date", "2026-03-01", "--pack", Self.overlay, "Examples/mine-disposal.yaml"], in: Folder.package,
      environment: ["COLUMNS": "100"])
    #expect(result.status == 2)
    #expect(result.output.contains("Loosened by overlays (1)"))
    try expectFile(Array(result.output.utf8), at: "Examples/national-overlay/mine-disposal.report.txt")
  }

  @Test("it is clean, and its cases notice everything", arguments: ["lint", "test"])
  func clean(command: String) throws {
    let result = try Program.run(["pack", command, Self.overlay], in: Folder.package)
    #expect(result.status == 0, "\(result.output.prefix(2_000))\(result.errors.prefix(2_000))")
  }

  @Test("what loosens without leave is refused at its place")
  func refused() throws {
    let scratch = try Scratch()
    let text = String(decoding: try Folder.bytes(Self.overlay), as: UTF8.self)
    let loose = text.split(separator: "max_area_km2: 500", maxSplits: 1).joined(separator: "max_area_km2: 50000")
    try Data(loose.utf8).write(to: scratch.folder.appending(path: "loose.yaml"))
    let result = try Program.run(["pack", "lint", "loose.yaml"], in: scratch.folder)
    #expect(result.status == 65)
    #expect(result.output.contains("[pack.loosens]") && result.output.contains("loose.yaml:21:19"))
  }
}
