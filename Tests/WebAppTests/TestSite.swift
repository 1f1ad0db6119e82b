import AssessmentTestSupport
import Foundation
import HTTPTypes
import Hummingbird
import Logging
import NIOCore
import NIOEmbedded
import PolicyModel
import ProjectFiles
import Testing

@testable import WebApp

/// A site over a folder of its own, asked without a socket.
struct TestSite {
  let folder: URL
  let site: Site
  private let responder: any HTTPResponder<SiteContext>

  struct Answer {
    let status: Int
    let headers: HTTPFields
    let body: String
  }

  static func with(_ files: [String: String], _ body: (TestSite) async throws -> Void) async throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "answerable-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    for (name, text) in files { try Data(text.utf8).write(to: folder.appending(path: name)) }
    try await body(TestSite(folder))
  }

  private init(_ folder: URL) throws {
    self.folder = folder
    let day = try World.day("2026-03-01")
    site = Site(
      try ProjectFolder(folder.path()), try #require(World.policies), day: { day }, stage: nil, version: "0", codes: [])
    responder = SiteRouter.make(site).buildResponder()
  }

  func send(
    _ method: HTTPRequest.Method, _ path: String, _ headers: [HTTPField.Name: String] = [:], body: String = ""
  ) async throws -> Answer {
    var fields = HTTPFields()
    for (name, value) in headers { fields[name] = value }
    let request = Request(
      head: HTTPRequest(method: method, scheme: "http", authority: "127.0.0.1:8080", path: path, headerFields: fields),
      body: RequestBody(buffer: ByteBuffer(string: body)))
    let source = ApplicationRequestContextSource(channel: NIOAsyncTestingChannel(), logger: Logger(label: "test"))
    var context = SiteContext(source: source)
    context.port = 8080
    let response = try await responder.respond(to: request, context: context)
    let written = Written()
    try await response.body.write(Writer(written: written))
    return Answer(
      status: response.status.code, headers: response.headers, body: String(decoding: written.bytes, as: UTF8.self))
  }

  /// The cookie of a new session.
  func visit() async throws -> String {
    let visit = try await send(.get, "/health")
    return try #require(visit.headers[.setCookie]?.split(separator: ";").first.map(String.init))
  }

  /// The token that belongs to the session of a cookie.
  private func token(of cookie: String) throws -> String {
    let session = try #require(cookie.split(separator: "=").last?.split(separator: ".").first.map(String.init))
    return site.secret.seal(session, for: "form")
  }

  /// Sends fields as a form of ours does: with the cookie and the token of a session, a new one where none is given.
  func submit(
    _ path: String, _ fields: [(name: String, value: String)], _ headers: [HTTPField.Name: String] = [:],
    as visitor: String? = nil
  ) async throws -> Answer {
    var cookie = visitor ?? ""
    if visitor == nil { cookie = try await visit() }
    let all = fields + [("token", try token(of: cookie))]
    let body = all.map { "\(encoded($0.name))=\(encoded($0.value))" }.joined(separator: "&")
    let own: [HTTPField.Name: String] = [.contentType: "application/x-www-form-urlencoded", .cookie: cookie]
    return try await send(.post, path, own.merging(headers) { $1 }, body: body)
  }

  /// A field of a form with a file.
  struct Part {
    let name: String
    let value: String
    let file: String?

    init(_ name: String, _ value: String, file: String? = nil) {
      self.name = name
      self.value = value
      self.file = file
    }
  }

  /// The same for a form with a file.
  func upload(_ path: String, _ parts: [Part]) async throws -> Answer {
    let cookie = try await visit()
    let body = (parts + [Part("token", try token(of: cookie))]).map { part in
      let file = part.file.map { "; filename=\"\($0)\"" } ?? ""
      return "--b\r\nContent-Disposition: form-data; name=\"\(part.name)\"\(file)\r\n\r\n\(part.value)\r\n"
    }
    return try await send(
      .post, path, [.contentType: "multipart/form-data; boundary=b", .cookie: cookie], body: body.joined() + "--b--\r\n"
    )
  }

  private func encoded(_ text: String) -> String {
    text.addingPercentEncoding(withAllowedCharacters: .alphanumerics) ?? text
  }

  private final class Written {
    var bytes: [UInt8] = []
  }

  private struct Writer: ResponseBodyWriter {
    let written: Written

    mutating func write(_ buffer: ByteBuffer) async throws { written.bytes += buffer.readableBytesView }
    consuming func finish(_ trailingHeaders: HTTPFields?) async throws {}
  }
}

@Suite("Signs of life")
struct HealthTests {
  @Test("the server answers")
  func health() async throws {
    try await TestSite.with([:]) { site in
      let answer = try await site.send(.get, "/health")
      #expect(answer.status == 200)
      #expect(answer.body == "ok\n")
    }
  }
}
