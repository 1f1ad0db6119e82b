import Foundation
import TestSupport
import Testing

/// What somebody may try against a server on this machine, from a page in the same browser or from a socket.
@Suite("Attacks on the server")
struct AttackTests {
  private static let form = "Content-Type: application/x-www-form-urlencoded"
  private static let answerPath = "/api/v1/projects/answers/control.abort_latency_s?file=counter-drone-turret.yaml"

  private static func length(_ body: String) -> String { "Content-Length: \(body.utf8.count)" }

  @Test("only its own names are answered")
  func rebinding() throws {
    let server = try ServingProcess()
    for host in [
      "evil.example", "evil.example:\(server.port)", "127.0.0.1:1", "127.0.0.1",
      "localhost.evil.example:\(server.port)",
    ] {
      #expect(try server.ask("GET /health", host: host).status == 421, "\(host)")
      #expect(try server.ask("GET /api/v1/packs", host: host).status == 421, "\(host)")
    }
    #expect(try server.ask("GET /health", ["Host: evil.example"]).status == 400)
    #expect(try server.ask("GET /health", host: "LOCALHOST:\(server.port)").status == 200)
    let none = try server.connect()
    try none.send("GET /health HTTP/1.0\r\n\r\n")
    #expect(none.answer().status == 400)
  }

  @Test("a name that was given is one of its own")
  func hostName() throws {
    let server = try ServingProcess(["--host-name", "answerable.example"])
    #expect(try server.ask("GET /health", host: "answerable.example").status == 200)
    #expect(try server.ask("GET /health", host: "answerable.example:443").status == 200)
    #expect(try server.ask("GET /health", host: "answerable.example.evil.example").status == 421)
  }

  @Test(
    "pages of other sites change nothing",
    arguments: [
      "Origin: http://evil.example", "Origin: null", "Origin: http://127.0.0.1:1", "Origin: http://127.0.0.1",
      "Sec-Fetch-Site: cross-site", "Sec-Fetch-Site: same-site",
    ])
  func foreignOrigin(header: String) throws {
    let server = try ServingProcess()
    let before = try Data(contentsOf: server.folder.appending(path: "counter-drone-turret.yaml"))
    let body = "{\"answer\": 0.1}"
    let answer = try server.ask(
      "PUT \(Self.answerPath)", [header, "If-Match: *", "Content-Type: application/json", Self.length(body)], body: body
    )
    #expect(answer.status == 403)
    #expect(try Data(contentsOf: server.folder.appending(path: "counter-drone-turret.yaml")) == before)
    let own = try server.ask(
      "PUT \(Self.answerPath)",
      [
        "Origin: http://\(server.host)", "Sec-Fetch-Site: same-origin", "If-Match: *", "Content-Type: application/json",
        Self.length(body),
      ], body: body)
    #expect(own.status == 200)
    #expect(own["Access-Control-Allow-Origin"] == nil)
  }

  @Test("no other site's page may ask what it may do")
  func preflight() throws {
    let server = try ServingProcess()
    let answer = try server.ask(
      "OPTIONS \(Self.answerPath)", ["Origin: http://evil.example", "Access-Control-Request-Method: PUT"])
    #expect(answer.status == 403)
    #expect(answer.headers.keys.allSatisfy { !$0.hasPrefix("access-control") })
  }

  @Test("every response tells browsers what they may do with it")
  func headers() throws {
    let server = try ServingProcess()
    let garbage = try server.connect()
    try garbage.send("NONSENSE\r\n\r\n")
    let answers = [
      try server.ask("GET /health"), try server.ask("GET /nothing"), try server.ask("GET /api/v1/packs"),
      try server.ask("GET /api/v1/nothing"), try server.ask("TRACE /health"),
      try server.ask("GET /health", host: "evil.example"), garbage.answer(),
    ]
    for answer in answers {
      let policy = try #require(answer["Content-Security-Policy"], "\(answer)")
      #expect(policy.contains("default-src 'none'") && policy.contains("frame-ancestors 'none'"))
      #expect(!policy.contains("unsafe"))
      #expect(answer["X-Content-Type-Options"] == "nosniff")
      #expect(answer["Referrer-Policy"] == "same-origin")
      #expect(answer["Cross-Origin-Opener-Policy"] == "same-origin")
      #expect(answer["Cross-Origin-Resource-Policy"] == "same-origin")
      #expect(answer["Cache-Control"] == "no-store")
      #expect(answer["Server"] == nil)
    }
    let report = try server.ask("GET /api/v1/projects/assessment?file=counter-drone-turret.yaml&format=html")
    #expect(report["Content-Security-Policy"]?.contains("script-src 'none'") == true)
  }

  @Test("the cookie of a session is kept from scripts and other sites")
  func cookie() throws {
    let server = try ServingProcess()
    let cookie = try #require(try server.ask("GET /health")["Set-Cookie"])
    for attribute in ["HttpOnly", "SameSite=Strict", "Path=/"] { #expect(cookie.contains("; \(attribute)")) }
    #expect(try server.ask("GET /api/v1/packs")["Set-Cookie"] == nil)
    let pair = try #require(cookie.split(separator: ";").first)
    #expect(try server.ask("GET /health", ["Cookie: \(pair)"])["Set-Cookie"] == nil)
    #expect(try server.ask("GET /health", ["Cookie: \(pair)0"])["Set-Cookie"] != nil)
  }

  @Test("a body beyond the limit is not read", arguments: ["declared", "sent", "chunked"])
  func oversize(how: String) throws {
    let server = try ServingProcess()
    let connection = try server.connect()
    let type = ["POST /api/v1/assessments HTTP/1.1", "Host: \(server.host)", "Content-Type: application/yaml"]
    let much = String(repeating: "# \(String(repeating: "x", count: 1021))\n", count: 1100)
    switch how {
    case "declared": try connection.send((type + ["Content-Length: 99999999999", "", ""]).joined(separator: "\r\n"))
    case "sent":
      try connection.send((type + ["Content-Length: \(much.utf8.count)", "", much]).joined(separator: "\r\n"))
    default:
      try connection.send((type + ["Transfer-Encoding: chunked", "", ""]).joined(separator: "\r\n"))
      try connection.send("\(String(much.utf8.count, radix: 16))\r\n\(much)\r\n")
    }
    let answer = connection.answer()
    #expect(answer.status == 413)
    #expect(answer["Content-Type"] == "application/problem+json")
    #expect(try server.ask("GET /health").status == 200)
  }

  @Test(
    "what could be read as two requests is none",
    arguments: [
      ["Content-Length: 5", "Content-Length: 6"], ["Content-Length: 5", "Transfer-Encoding: chunked"],
      ["Content-Length: +5"], ["Content-Length: 5, 6"], ["Transfer-Encoding: chunked, identity"],
      ["Transfer-Encoding : chunked"], ["X: a\u{0}b"],
    ])
  func smuggling(headers: [String]) throws {
    let server = try ServingProcess()
    let answer = try server.ask(
      "POST /api/v1/assessments", headers + ["Content-Type: application/yaml"],
      body: "0\r\n\r\nGET /health HTTP/1.1\r\nHost: \(server.host)\r\n\r\n")
    #expect(answer.status == 400)
    #expect(!answer.body.contains("ok"))
    #expect(try server.ask("GET /health").status == 200)
  }

  @Test("headers and addresses have an end")
  func hugeHeaders() throws {
    let server = try ServingProcess()
    #expect(try server.ask("GET /health", ["X: \(String(repeating: "x", count: 100_000))"]).status == 431)
    #expect(try server.ask("GET /health", (0..<2000).map { "X-\($0): 1" }).status == 431)
    #expect(try server.ask("GET /health?\(String(repeating: "a=1&", count: 2500))").status == 414)
    #expect(try server.ask("GET /health?\(String(repeating: "x", count: 100_000))").status == 431)
    #expect(try server.ask("GET /health").status == 200)
  }

  @Test("what nobody can fulfil is not expected in vain", arguments: ["teapot", "100-continue, teapot"])
  func expectations(expected: String) throws {
    let server = try ServingProcess()
    #expect(try server.ask("GET /health", ["Expect: \(expected)"]).status == 417)
    #expect(try server.ask("GET /health").status == 200)
  }

  @Test("who asks before sending a body is told that it may come, or that it is too large")
  func continues() throws {
    let server = try ServingProcess()
    let body = "answerable: project/1\n"
    let head = ["POST /api/v1/assessments HTTP/1.1", "Host: \(server.host)", "Content-Type: application/yaml"]
    let patient = try server.connect()
    try patient.send((head + ["Expect: 100-continue", Self.length(body), "", ""]).joined(separator: "\r\n"))
    #expect(patient.read(until: "\r\n\r\n") == "HTTP/1.1 100 Continue\r\n\r\n")
    try patient.send(body)
    #expect(patient.read(until: "\"decision\"").hasPrefix("HTTP/1.1 200"))
    let large = try server.connect()
    try large.send(
      (head + ["Expect: 100-continue", "Content-Length: 99999999999", "", ""]).joined(separator: "\r\n"))
    #expect(large.read(until: "\r\n\r\n").hasPrefix("HTTP/1.1 413"))
  }

  @Test(
    "an address is asked in the ways that it knows", arguments: ["TRACE", "OPTIONS", "PATCH", "DELETE", "PROPFIND"])
  func methods(method: String) throws {
    let server = try ServingProcess()
    let answer = try server.ask("\(method) /api/v1/packs")
    #expect(answer.status == 405)
    #expect(answer["Allow"]?.contains("GET") == true)
    #expect(!answer.body.contains("Host:"))
  }

  @Test(
    "no name leads out of the folder, or to what is hidden in it",
    arguments: [
      "../secret.yaml", "..%2fsecret.yaml", "%2e%2e/secret.yaml", "%2e%2e%2fsecret.yaml", "evidence/../../secret.yaml",
      "..%5csecret.yaml", "secret.yaml%00.yaml", "%00", "./counter-drone-turret.yaml", "//counter-drone-turret.yaml",
      "link.yaml", "folder-link/secret.yaml", ".hidden.yaml", "%2fetc%2fpasswd", "/etc/passwd", "evidence", "",
      "%252e%252e%252fsecret.yaml", "counter-drone-turret.review.yaml", "OUTSIDE",
    ])
  func traversal(name: String) throws {
    let server = try ServingProcess(files: [".hidden.yaml": "answerable: project/1\nname: secret\n"])
    let secret = server.outside.appending(path: "secret.yaml")
    try Data("answerable: project/1\nname: secret\n".utf8).write(to: secret)
    let manager = FileManager.default
    try manager.createSymbolicLink(at: server.folder.appending(path: "link.yaml"), withDestinationURL: secret)
    try manager.createSymbolicLink(at: server.folder.appending(path: "folder-link"), withDestinationURL: server.outside)
    let named = name == "OUTSIDE" ? secret.path() : name
    for path in ["assessment", "questions"] {
      let answer = try server.ask("GET /api/v1/projects/\(path)?file=\(named)")
      #expect([400, 404].contains(answer.status), "\(answer.status)")
      #expect(!answer.body.contains(server.folder.path()))
      #expect(!answer.body.contains("\"secret\""))
    }
    let body = "{\"answer\": 0.1}"
    let put = try server.ask(
      "PUT /api/v1/projects/answers/control.abort_latency_s?file=\(named)",
      ["If-Match: *", "Content-Type: application/json", Self.length(body)], body: body)
    #expect([400, 404].contains(put.status))
    #expect(try String(contentsOf: secret, encoding: .utf8) == "answerable: project/1\nname: secret\n")
    let list = try server.ask("GET /api/v1/projects")
    #expect(list.status == 200)
    #expect(!list.body.contains("secret") && !list.body.contains("hidden"))
  }

  @Test(
    "no path of an address leads to a file",
    arguments: ["/../secret", "/%2e%2e/secret", "/..%2f", "//etc/passwd", "/.git/config", "/evidence/"])
  func paths(path: String) throws {
    let server = try ServingProcess()
    let answer = try server.ask("GET \(path)")
    #expect([400, 404].contains(answer.status))
  }

  @Test("nothing that is said names the folder that is served")
  func machine() throws {
    let broken = "answerable: project/1\nname: [unended\n"
    let server = try ServingProcess(files: ["broken.yaml": broken, "several.yaml": "a: 1\n---\nb: 2\n"])
    for file in ["broken.yaml", "several.yaml", "counter-drone-turret.yaml", "nothing.yaml"] {
      for path in ["assessment", "questions", "answers/control.abort_latency_s"] {
        let answer = try server.ask("GET /api/v1/projects/\(path)?file=\(file)")
        #expect(!answer.body.contains(server.outside.path()), "\(answer.body)")
      }
    }
  }

  @Test("nothing that is said names the folder of a pack", arguments: ["oscal", "sarif", "json", "html", "text"])
  func packFolder(format: String) throws {
    let scratch = try Scratch()
    let pack = scratch.folder.appending(path: "selat-defence.yaml")
    try Data(try Folder.bytes("Examples/national-overlay/selat-defence.yaml")).write(to: pack)
    let server = try ServingProcess(["--pack", pack.path()])
    let answer = try server.ask(
      "GET /api/v1/projects/assessment?file=counter-drone-turret.yaml&verbose=true&format=\(format)")
    #expect(answer.status == 200)
    #expect(answer.body.contains("selat-defence"))
    #expect(!answer.body.contains(scratch.folder.path()))
  }

  @Test("those who send nothing, or half of it, keep nobody out")
  func slowClients() throws {
    let server = try ServingProcess()
    let waiting = try (0..<100).map { index in
      let connection = try server.connect()
      if index % 2 == 0 { try connection.send("GET /health HTTP/1.1\r\nHost: ") }
      return connection
    }
    #expect(try server.ask("GET /health").status == 200)
    _ = waiting
  }

  @Test("assessments that take long keep nobody out who asks for less")
  func longWork() throws {
    let server = try ServingProcess()
    // More of them than there are processors.
    let projects = String(repeating: "answerable: project/1\n---\n", count: 30) + "answerable: project/1\n"
    let connections = try (0..<10).map { _ in
      let connection = try server.connect()
      let head = [
        "POST /api/v1/assessments HTTP/1.1", "Host: \(server.host)", "Content-Type: application/yaml",
        Self.length(projects), "", projects,
      ]
      try connection.send(head.joined(separator: "\r\n"))
      return connection
    }
    #expect(try server.ask("GET /health").status == 200)
    #expect(try server.ask("GET /assets/app.css").status == 200)
    let answered = connections.count(where: \.hasAnswer)
    #expect(answered < connections.count / 2, "\(answered) were answered before")
    for connection in connections { #expect(connection.read(until: "\r\n\r\n").hasPrefix("HTTP/1.1 200")) }
  }

  @Test("a file with more projects than are read at once is not assessed, whoever named it")
  func manyDocuments() throws {
    let project = "answerable: project/1\n"
    let most = Array(repeating: project, count: 100).joined(separator: "---\n")
    let server = try ServingProcess(files: ["most.yaml": most, "more.yaml": most + "---\n" + project])
    #expect(try server.ask("GET /api/v1/projects/assessment?file=most.yaml").status == 200)
    let more = try server.ask("GET /api/v1/projects/assessment?file=more.yaml")
    #expect(more.status == 413)
    #expect(more.body.contains("more than the 100 projects"))
  }

  @Test("those who take all places and ask for nothing give them up")
  func crowd() throws {
    let server = try ServingProcess()
    let crowd = try (0..<400).map { index in
      let connection = try server.connect()
      switch index % 3 {
      case 0: try connection.send("POST /api")
      case 1:
        try connection.send(
          "POST /api/v1/assessments HTTP/1.1\r\nHost: \(server.host)\r\nContent-Type: application/yaml\r\n"
            + "Content-Length: 1000\r\n\r\nx")
      default: break
      }
      return connection
    }
    // Nobody of them would be put out before that.
    let start = ContinuousClock.now
    #expect(try server.ask("GET /health").status == 200)
    #expect(ContinuousClock.now - start < .seconds(12 * Sanitizer.slowness))
    // Who is being answered stays.
    let asked = try server.connect()
    try asked.send("GET /health HTTP/1.1\r\nHost: \(server.host)\r\n\r\n")
    #expect(asked.read(until: "\r\n\r\n").hasPrefix("HTTP/1.1 200"))
    _ = crowd
  }

  @Test("more connections than it takes wait, and harm nothing")
  func manyConnections() throws {
    let server = try ServingProcess()
    var connections = try (0..<300).map { _ in try server.connect() }
    connections.removeFirst(100)
    #expect(try server.ask("GET /health").status == 200)
    #expect(server.isRunning)
  }
}
