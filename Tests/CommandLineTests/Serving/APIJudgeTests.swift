import Foundation
import TestSupport
import Testing

/// What the API says of itself, held against what it does by programs of others.
@Suite("The API before its judges")
struct APIJudgeTests {
  @Test("the description is valid OpenAPI")
  func validDescription() throws {
    guard let judge = Judge.find("openapi-spec-validator", package: "openapi-spec-validator") else { return }
    let server = try ServingProcess()
    let scratch = try Scratch()
    let file = scratch.folder.appending(path: "openapi.json")
    try Data(try server.ask("GET /api/v1/openapi.json").body.utf8).write(to: file)
    let result = try Program.run(
      shell: "exec '\(judge)' --schema 3.1 openapi.json", in: scratch.folder, hasMemoryLimit: false)
    #expect(result.status == 0, "\(result.output)\(result.errors)")
  }

  @Test("nothing that is generated from the description is answered otherwise than it says")
  func generatedRequests() throws {
    guard let judge = Judge.find("schemathesis", package: "schemathesis") else { return }
    let server = try ServingProcess()
    let settings = Folder.package.appending(path: "Tests/CommandLineTests/schemathesis.toml").path()
    let result = try Program.run(
      shell: "exec timeout \(120 * Sanitizer.slowness) '\(judge)' --config-file '\(settings)' "
        + "run http://\(server.host)/api/v1/openapi.json --checks all --seed 20260301 --generation-deterministic --max-examples 20 "
        + "--max-time 45 --no-color",
      in: server.outside, environment: ["HOME": server.outside.path()], hasMemoryLimit: false)
    #expect(result.status == 0, "\(result.output.suffix(8_000))\(result.errors.suffix(1_000))")
    #expect(server.isRunning)
  }

  @Test("without a checkout a pipeline ends as the gate decides", arguments: ["counter-drone-turret", "mine-disposal"])
  func pipeline(name: String) throws {
    let server = try ServingProcess()
    let script = Folder.package.appending(path: "Examples/pipelines/gate-by-server.sh").path()
    // What evidence is in files is not sent along.
    let project = Array(try Data(contentsOf: server.folder.appending(path: "\(name).yaml")))
    let check = try Program.run(["check", "--date", "2026-03-01", "-"], in: server.outside, input: project)
    let gate = try Program.run(
      shell: "exec sh '\(script)' '\(name).yaml'", in: server.folder,
      environment: ["ANSWERABLE_SERVER": "http://\(server.host)"], hasMemoryLimit: false)
    #expect(gate.status == check.status, "\(gate.output)\(gate.errors)")
    let none = try Program.run(
      shell: "exec sh '\(script)' '\(name).yaml'", in: server.folder,
      environment: ["ANSWERABLE_SERVER": "http://127.0.0.1:1"], hasMemoryLimit: false)
    #expect(none.status == 74)
    #expect(none.output.isEmpty)
  }

  @Test(
    "without a checkout a pipeline tells what is wrong with a project from a server that does not answer",
    arguments: [("broken.yaml", 65), ("empty.yaml", 65), ("large.yaml", 65), ("missing.yaml", 66)])
  func wrong(name: String, status: Int32) throws {
    let server = try ServingProcess()
    for (name, text) in [
      ("broken.yaml", "answerable: project/1\na: [\n"), ("empty.yaml", ""),
      ("large.yaml", "answerable: project/1\n" + String(repeating: "#", count: 1 << 20)),
    ] { try Data(text.utf8).write(to: server.outside.appending(path: name)) }
    let script = Folder.package.appending(path: "Examples/pipelines/gate-by-server.sh").path()
    let gate = try Program.run(
      shell: "exec sh '\(script)' '\(name)'", in: server.outside,
      environment: ["ANSWERABLE_SERVER": "http://\(server.host)"], hasMemoryLimit: false)
    #expect(gate.status == status, "\(gate.output)\(gate.errors)")
    #expect(gate.output.isEmpty)
    #expect(!gate.errors.isEmpty)
  }
}
