import Foundation
import HTTPTypes
import Hummingbird
import NIOCore
import NIOEmbedded
import Logging
import Testing

@testable import WebApp

@Suite("Forms that are submitted")
struct SubmittedFormTests {
  private func read(
    _ type: String, _ body: String, token: String = "t", limit: Int = SubmittedForm.usualLimit
  ) async throws -> SubmittedForm {
    let head = HTTPRequest(
      method: .post, scheme: "http", authority: "127.0.0.1", path: "/", headerFields: [.contentType: type])
    var context = SiteContext(
      source: ApplicationRequestContextSource(channel: NIOAsyncTestingChannel(), logger: Logger(label: "test")))
    context.formToken = token
    let request = Request(head: head, body: RequestBody(buffer: ByteBuffer(string: body)))
    return try await SubmittedForm.read(request, context, limit: limit)
  }

  private static let urlEncoded = "application/x-www-form-urlencoded"
  private static let multipart = "multipart/form-data; boundary=\"b 1\""

  @Test("fields are told apart and decoded")
  func fields() async throws {
    let form = try await read(Self.urlEncoded, "token=t&a=1+%2B%c3%A9&a=&b")
    #expect(form.all("a") == ["1 +é", ""])
    #expect(form["b"] == "")
    #expect(form["c"] == nil)
  }

  @Test("a form with a file is read, whatever bytes it holds")
  func files() async throws {
    let body = [
      "preamble", "--b 1", "Content-Disposition: form-data; name=\"token\"", "", "t", "--b 1 ",
      "content-disposition: form-data; name=\"say \\\"hi\\\"\"", "", "two", "lines", "--b 1",
      "Content-Disposition: form-data; name=f; filename=\"C:\\plans\\a;b.pdf\"", "Content-Type: application/pdf", "",
      "--b\r\n--b 2\r\n", "--b 1", "Content-Disposition: form-data; name=\"none\"; filename=\"\"", "", "", "--b 1--",
      "epilogue",
    ].joined(separator: "\r\n")
    let form = try await read(Self.multipart, body)
    #expect(form["say \"hi\""] == "two\r\nlines")
    let file = try #require(form.file("f"))
    #expect(file.name == "a;b.pdf")
    #expect(file.bytes == Array("--b\r\n--b 2\r\n".utf8))
    #expect(form.file("none") == nil)
    #expect(form["f"] == nil)
  }

  struct Refused: CustomTestStringConvertible, Sendable {
    let what: String
    let type: String
    let body: String
    let kind: Problem.Kind
    var testDescription: String { what }
  }

  static let refused: [Refused] = [
    Refused(what: "another token", type: urlEncoded, body: "token=u", kind: .formExpired),
    Refused(what: "no token", type: urlEncoded, body: "a=1", kind: .formExpired),
    Refused(what: "another media type", type: "text/plain", body: "token=t", kind: .unsupportedType),
    Refused(what: "half an escape", type: urlEncoded, body: "token=t&a=%2", kind: .badRequest),
    Refused(what: "bytes that are no text", type: urlEncoded, body: "token=t&a=%ff", kind: .badRequest),
    Refused(
      what: "too many fields", type: urlEncoded,
      body: String(repeating: "a&", count: URLEncodedFields.limit + 1), kind: .tooLarge),
    Refused(
      what: "too many bytes", type: urlEncoded, body: String(repeating: "a", count: SubmittedForm.usualLimit + 1),
      kind: .tooLarge),
    Refused(what: "no boundary", type: "multipart/form-data", body: "", kind: .badRequest),
    Refused(what: "a boundary that is none", type: "multipart/form-data; boundary=\"é\"", body: "", kind: .badRequest),
    Refused(
      what: "no end", type: multipart, body: "--b 1\r\nContent-Disposition: form-data; name=\"token\"\r\n\r\nt",
      kind: .badRequest),
    Refused(
      what: "no name", type: multipart, body: "--b 1\r\nContent-Type: text/plain\r\n\r\nt\r\n--b 1--", kind: .badRequest
    ),
    Refused(
      what: "two dispositions", type: multipart,
      body:
        "--b 1\r\nContent-Disposition: form-data; name=a\r\nContent-Disposition: form-data; name=b\r\n\r\n\r\n--b 1--",
      kind: .badRequest),
    Refused(
      what: "headers without an end", type: multipart,
      body: "--b 1\r\nX: " + String(repeating: "x", count: MultipartReader.headerLimit), kind: .badRequest),
    Refused(
      what: "too many parts", type: multipart,
      body: String(
        repeating: "--b 1\r\nContent-Disposition: form-data; name=a\r\n\r\n\r\n", count: MultipartReader.partLimit + 1)
        + "--b 1--", kind: .tooLarge),
  ]

  @Test("what is no form of ours is refused", arguments: refused)
  func refusal(_ refused: Refused) async throws {
    let problem = try await #require(throws: Problem.self) { try await read(refused.type, refused.body) }
    #expect(problem.kind == refused.kind, "\(problem.detail)")
  }

  @Test("without a session no token is right")
  func noSession() async throws {
    let problem = try await #require(throws: Problem.self) { try await read(Self.urlEncoded, "token=", token: "") }
    #expect(problem.kind == .formExpired)
  }
}
