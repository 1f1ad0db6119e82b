import Foundation
import TestSupport
import Testing

extension FaultTests {
  /// The clock decides on which day is assessed where no date is given, and nothing else.
  @Suite("Where the clock is set back")
  struct ClockSetBack {
    /// A clock of the program's own, whose owner sets it.
    private struct Clock {
      private let scratch: Scratch
      private var file: URL { scratch.folder.appending(path: "seconds") }

      /// Nil, said loudly, where there is no compiler for it.
      init?() throws {
        scratch = try Scratch()
        guard let compiler = Judge.find("clang", package: "Swift") else { return nil }
        let source = Folder.package.appending(path: "Tests/CommandLineTests/Cases/clock.c").path()
        let result = try Program.run(
          shell: "\(compiler) -shared -fPIC -o clock.so \(source)", in: scratch.folder, hasMemoryLimit: false)
        try #require(result.status == 0, "\(result.errors)")
      }

      func set(_ day: String) throws {
        let seconds = try Date(day + "T12:00:00Z", strategy: .iso8601).timeIntervalSince1970
        // As a whole: it is read at any time.
        try Data("\(Int(seconds))\n".utf8).write(to: file, options: .atomic)
      }

      var environment: [String: String] {
        ["LD_PRELOAD": scratch.folder.appending(path: "clock.so").path(), "CLOCK": file.path()]
      }
    }

    @Test("what is assessed is assessed on the day that the clock shows")
    func day() throws {
      guard let clock = try Clock() else { return }
      let scratch = try Scratch()
      try Data("answerable: project/1\nproject: {name: P}\n".utf8).write(to: scratch.folder.appending(path: "p.yaml"))
      // A machine whose clock has no battery begins at the last.
      for day in ["2026-03-02", "2026-03-01", "2016-02-29", "1970-01-01"] {
        try clock.set(day)
        let result = try Program.run(
          ["check", "--no-review", "--format", "json", "p.yaml"], in: scratch.folder, environment: clock.environment)
        #expect(result.status == 2)
        #expect(result.output.contains("\"date\": \"\(day)\""), "\(result.output.prefix(200))\(result.errors)")
      }
    }

    @Test("an answer that the calendar forbids is said, and stays")
    func laterAnswer() throws {
      guard let clock = try Clock() else { return }
      let scratch = try Scratch()
      let file = scratch.folder.appending(path: "p.yaml")
      try Data("answerable: project/1\n".utf8).write(to: file)
      func interview(_ typed: String) throws -> Program.Result {
        try Program.run(
          ["interview", "p.yaml"], in: scratch.folder, input: Array(typed.utf8), environment: clock.environment)
      }
      try clock.set("2026-03-01")
      #expect(try interview(":go project.name\nSelat Watch\n").errors.contains("saved; gate"))
      // Its last change lies ahead now, and so does that of the next.
      try clock.set("2019-01-01")
      try FileManager.default.setAttributes(
        [.modificationDate: Date(timeIntervalSinceNow: 1e8)], ofItemAtPath: file.path())
      let later = try interview(":go project.name\nSelat Lookout\n:go project.kind\nisr\n")
      #expect(later.status == 0)
      #expect(later.errors.ranges(of: "saved; gate").count == 2)
      #expect(
        try String(contentsOf: file, encoding: .utf8)
          == "answerable: project/1\nproject:\n  name: Selat Lookout\n  kind: isr\n")
    }

    @Test("a server keeps its sessions, versions of answers and the count of wrong tokens")
    func server() throws {
      guard let clock = try Clock() else { return }
      try clock.set("2026-03-01")
      let scratch = try Scratch()
      let secret = String(repeating: "0123456789abcdef", count: 3)
      let tokenFile = scratch.folder.appending(path: "token")
      try Data(secret.utf8).write(to: tokenFile)
      try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: tokenFile.path())
      let server = try ServingProcess(
        ["--token-file", tokenFile.path()], date: nil, environment: clock.environment)
      let file = "file=counter-drone-turret.yaml"

      func submit(_ path: String, _ fields: String, cookies: [Substring]) throws -> RawAnswer {
        try server.ask(
          "POST \(path)",
          [
            "Cookie: \(cookies.joined(separator: "; "))", "Content-Type: application/x-www-form-urlencoded",
            "Content-Length: \(fields.utf8.count)",
          ], body: fields)
      }
      func cookie(_ answer: RawAnswer) throws -> Substring {
        try #require(answer["Set-Cookie"]?.split(separator: ";").first)
      }
      func put(_ name: String, over version: String) throws -> RawAnswer {
        let body = "{\"answer\": \"\(name)\"}"
        return try server.ask(
          "PUT /api/v1/projects/answers/project.name?\(file)",
          [
            "Authorization: Bearer \(secret)", "If-Match: \(version)", "Content-Type: application/json",
            "Content-Length: \(body.utf8.count)",
          ], body: body)
      }

      let page = try server.ask("GET /sign-in")
      let session = try cookie(page)
      let token = try #require(page.body.firstMatch(of: /name="token" value="([0-9a-f]+)"/)?.1)
      let access = try cookie(submit("/sign-in", "token=\(token)&access=\(secret)", cookies: [session]))
      let first = try put("Selat Watch", over: "*")
      #expect(first.status == 200)
      for _ in 0..<10 { _ = try server.ask("GET /api/v1/packs", ["Authorization: Bearer wrong"]) }

      for day in ["2016-02-29", "2036-02-29"] {
        try clock.set(day)
        let form = "token=\(token)&\(file)&question=project.kind&value=weapon"
        #expect(try submit("/project/answer", form, cookies: [session, access]).status == 303, "\(day)")
        // Nobody is forgiven because a day went by on the wall.
        #expect(try server.ask("GET /api/v1/packs", ["Authorization: Bearer \(secret)"]).status == 429, "\(day)")
        let report = try server.ask("GET /project/report?\(file)", ["Cookie: \(session); \(access)"])
        #expect(report.body.contains(day), "\(day)")
      }
      let found = try server.ask("GET /project/questions?\(file)&also=project.name", ["Cookie: \(session); \(access)"])
      #expect(found.body.contains("Selat Watch"))
    }
  }
}
