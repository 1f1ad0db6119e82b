import Foundation
import TestSupport
import Testing

@Suite("The command that serves")
struct ServeTests {
  private static let token = String(repeating: "0123456789abcdef", count: 3)

  @Test("it ends cleanly when it is asked to, whoever is connected", arguments: [SIGTERM, SIGINT])
  func end(signal: Int32) throws {
    let server = try ServingProcess()
    let connection = try server.connect()
    try connection.send("GET /health HTTP/1.1\r\nHost: \(server.host)\r\n\r\n")
    #expect(connection.read(until: "ok\n").contains("200 OK"))
    #expect(server.end(by: signal) == 0)
  }

  @Test(
    "the report is byte for byte what `check` writes inside the folder",
    arguments: ["counter-drone-turret.yaml", "mine-disposal.yaml", "predictive-maintenance.yaml"])
  func report(file: String) throws {
    let server = try ServingProcess()
    let line = "curl -s 'http://\(server.host)/project/report?file=\(file)'"
    let served = try Program.run(shell: line, in: server.folder)
    let checked = try Program.run(["check", file, "--format", "html", "--date", "2026-03-01"], in: server.folder)
    #expect(served.output.hasPrefix("<!DOCTYPE html>"))
    #expect(served.output == checked.output)
  }

  private func run(_ words: [String], token: String? = nil, mode: Int = 0o600) throws -> Program.Result {
    let scratch = try Scratch()
    if let token {
      let file = scratch.folder.appending(path: "token")
      try Data(token.utf8).write(to: file)
      try FileManager.default.setAttributes([.posixPermissions: mode], ofItemAtPath: file.path())
    }
    let line =
      "exec timeout \(30 * Sanitizer.slowness) answerable serve . " + words.map { "'\($0)'" }.joined(separator: " ")
    return try Program.run(shell: line, in: scratch.folder)
  }

  @Test("a port that is taken is said, with what to do")
  func taken() throws {
    let server = try ServingProcess()
    let result = try run(["--port", "\(server.port)"])
    #expect(result.status == 74)
    #expect(result.errors.contains("choose another port with `--port`"))
  }

  @Test(
    "others can't reach it without a token",
    arguments: ["0.0.0.0", "::", "192.0.2.1", "127.0.0.1.example", "localhost", "10.0.0.1"])
  func elsewhere(address: String) throws {
    let result = try run(["--port", "0", "--listen", address])
    #expect(result.status == 64, "\(result.errors)")
  }

  @Test("a token that is weak, or that others can read, is none")
  func weakTokens() throws {
    let listen = ["--port", "0", "--listen", "0.0.0.0", "--token-file", "token"]
    let short = try run(listen, token: "short\n")
    #expect(short.status == 64)
    #expect(short.errors.contains("32 to 1024"))
    let open = try run(listen, token: Self.token, mode: 0o644)
    #expect(open.status == 64)
    #expect(open.errors.contains("chmod 600"))
    let missing = try run(listen)
    #expect(missing.status == 66)
    for result in [short, open, missing] { #expect(!result.errors.contains(Self.token)) }
  }

  @Test("who has the token is let in, and who guesses is not listened to")
  func token() throws {
    let scratch = try Scratch()
    let file = scratch.folder.appending(path: "token")
    try Data((Self.token + "\n").utf8).write(to: file)
    try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: file.path())
    let server = try ServingProcess(["--listen", "0.0.0.0", "--token-file", file.path()])
    let refused = try server.ask("GET /api/v1/packs")
    #expect(refused.status == 401)
    #expect(refused["WWW-Authenticate"]?.hasPrefix("Bearer") == true)
    #expect(try server.ask("GET /api/v1/packs", ["Authorization: Bearer \(Self.token)"]).status == 200)
    #expect(try server.ask("GET /api/v1/packs", ["Authorization: Bearer \(Self.token)x"]).status == 401)
    #expect(try server.ask("GET /api/v1/packs?token=\(Self.token)").status == 401)
    let page = try server.ask("GET /")
    #expect(page.status == 303)
    #expect(page["Location"] == "/sign-in")
    #expect(try server.ask("GET /health").status == 200)
    // The tenth wrong one is still looked at, with the one above.
    for _ in 0..<9 { #expect(try server.ask("GET /api/v1/packs", ["Authorization: Bearer wrong"]).status == 401) }
    let late = try server.ask("GET /api/v1/packs", ["Authorization: Bearer \(Self.token)"])
    #expect(late.status == 429)
    #expect(late["Retry-After"] == "60")
  }

  @Test("a person says the token once")
  func signIn() throws {
    let scratch = try Scratch()
    let file = scratch.folder.appending(path: "token")
    try Data(Self.token.utf8).write(to: file)
    try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: file.path())
    let server = try ServingProcess(["--listen", "0.0.0.0", "--token-file", file.path()])
    let page = try server.ask("GET /sign-in")
    #expect(page.status == 200)
    let session = try #require(page["Set-Cookie"]?.split(separator: ";").first.map(String.init))
    let token = try #require(page.body.firstMatch(of: /name="token" value="([0-9a-f]+)"/)?.1)

    func submit(_ access: String, token: some StringProtocol, cookie: String) throws -> RawAnswer {
      let body = "token=\(token)&access=\(access)"
      return try server.ask(
        "POST /sign-in",
        [
          "Cookie: \(cookie)", "Content-Type: application/x-www-form-urlencoded", "Content-Length: \(body.utf8.count)",
        ], body: body)
    }

    #expect(try submit("wrong", token: token, cookie: session).status == 403)
    #expect(try submit(Self.token, token: "", cookie: session).status == 403)
    #expect(try submit(Self.token, token: String(repeating: "0", count: 64), cookie: session).status == 403)
    let other = try #require(try server.ask("GET /sign-in")["Set-Cookie"]?.split(separator: ";").first.map(String.init))
    #expect(try submit(Self.token, token: token, cookie: other).status == 403)
    let done = try submit(Self.token, token: token, cookie: session)
    #expect(done.status == 303)
    let access = try #require(done["Set-Cookie"]?.split(separator: ";").first.map(String.init))
    #expect(done["Set-Cookie"]?.contains("HttpOnly; SameSite=Strict") == true)
    #expect(try server.ask("GET /api", ["Cookie: \(session); \(access)"]).status == 200)
    // What was given to one session is nothing to another.
    #expect(try server.ask("GET /api", ["Cookie: \(other); \(access)"]).status == 303)
    #expect(try server.ask("GET /api", ["Cookie: \(session)"]).status == 303)
  }
}
