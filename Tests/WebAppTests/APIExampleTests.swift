import DocumentWriting
import Foundation
import HTTPTypes
import Reports
import Schemas
import TestSupport
import Testing

@testable import WebApp

/// Every example of the API's description is sent, and answered as the description says.
@Suite("The examples of the API")
struct APIExampleTests {
  private static func operation(_ id: String) throws -> APIOperation {
    try #require(APIOperation.all.first { $0.id == id })
  }

  private static func bytes(_ value: JSONValue) -> String {
    var json = JSONWriter(isIndented: false)
    value.write(&json)
    return String(decoding: json.bytes, as: UTF8.self)
  }

  /// A body as its media type has it, with the type.
  private static func body(_ form: APIOperation.Body.Form) throws -> (type: String, text: String) {
    guard form.mediaType == "multipart/form-data", case .object(let members) = form.example else {
      // JSON is YAML too.
      return (form.mediaType, bytes(form.example))
    }
    let parts = try members.map { key, value in
      guard case .text(let text) = value else { throw CancellationError() }
      return "--x\r\nContent-Disposition: form-data; name=\"\(key)\"; filename=\"\(key).yaml\"\r\n\r\n\(text)\r\n"
    }
    return ("multipart/form-data; boundary=x", parts.joined() + "--x--\r\n")
  }

  @Test("is answered as described", arguments: APIOperation.all.map(\.id), [true, false])
  func example(id: String, withAll: Bool) async throws {
    let operation = try Self.operation(id)
    let project = String(decoding: try Folder.bytes("Examples/counter-drone-turret.yaml"), as: UTF8.self)
    let parameters = operation.parameters.filter { withAll || $0.isRequired }
    for form in operation.body.map({ $0.forms.map(Optional.some) }) ?? [nil] {
      try await TestSite.with(["counter-drone-turret.yaml": project]) { site in
        var path = APIOperation.root + operation.path
        var query: [String] = []
        var headers: [HTTPField.Name: String] = [:]
        for parameter in parameters {
          let value = try #require(parameter.example, "`\(parameter.name)` has no example")
          switch parameter.place {
          case .path: path.replace("{\(parameter.name)}", with: value)
          case .query: query.append("\(parameter.name)=\(value)")
          case .header: headers[.named(parameter.name)] = value
          }
        }
        if !query.isEmpty { path += "?" + query.joined(separator: "&") }
        let body = try form.map { try Self.body($0) }
        if let body { headers[.contentType] = body.type }
        let answer = try await site.send(operation.method, path, headers, body: body?.text ?? "")
        #expect(answer.status == operation.success.status, "\(path): \(answer.body)")
        let type = answer.headers[.contentType]?.split(separator: ";").first.map(String.init) ?? ""
        #expect(operation.success.content.contains { $0.mediaType == type }, "\(type)")
        for header in operation.success.headers {
          #expect(answer.headers[.named(header.name)] != nil, "\(header.name)")
        }
      }
    }
  }

  @Test(
    "every report can be asked for by its name and by its media type", arguments: ReportMedia.all.map(\.name))
  func media(name: String) async throws {
    let media = try #require(ReportMedia.all.first { $0.name == name })
    let project = "answerable: project/1\nstage: test\n"
    try await TestSite.with([:]) { site in
      let path = "/api/v1/assessments"
      let named = try await site.send(
        .post, path + "?format=\(name)", [.contentType: "application/yaml", .accept: "text/html"], body: project)
      let accepted = try await site.send(
        .post, path, [.contentType: "application/yaml", .accept: "\(media.mediaType), */*;q=0.1"], body: project)
      for answer in [named, accepted] {
        #expect(answer.status == 200)
        #expect(answer.headers[.contentType]?.hasPrefix(media.mediaType) == true)
        #expect(answer.headers[.decision] == "hold")
      }
      #expect(named.body == accepted.body)
      let none = try await site.send(
        .post, path, [.contentType: "application/yaml", .accept: "image/png"], body: project)
      #expect(none.status == 406)
    }
  }

  @Test("an answer takes the place of the version that was read, and of no other")
  func versions() async throws {
    try await TestSite.with(["a.yaml": "answerable: project/1\n"]) { site in
      let path = "/api/v1/projects/answers/control.abort_latency_s?file=a.yaml"
      let json: [HTTPField.Name: String] = [.contentType: "application/json"]
      func put(_ answer: String, _ version: String?) async throws -> TestSite.Answer {
        try await site.send(
          .put, path, json.merging(version.map { [.ifMatch: $0] } ?? [:]) { $1 }, body: "{\"answer\": \(answer)}")
      }
      let none = try #require(try await site.send(.get, path).headers[.eTag])
      #expect(try await put("0.5", nil).status == 428)
      #expect(try await put("\"soon\"", none).status == 422)
      #expect(try await put("[[1]]", none).status == 422)
      let first = try await put("0.5", none)
      #expect(first.status == 200)
      #expect(try await put("0.7", none).status == 412)
      #expect(try await put("0.7", "\"x\"").status == 412)
      #expect(try await put("0.7", first.headers[.eTag]).status == 200)
      #expect(try await site.send(.delete, path, [.ifMatch: none]).status == 412)
      #expect(try await site.send(.delete, path, [.ifMatch: "*"]).status == 200)
      #expect(try await site.send(.delete, path, [.ifMatch: "*"]).status == 404)
    }
  }

  @Test("JSON is read as others write it")
  func escapes() throws {
    let read = { (text: String) in String(decoding: try JSONText.asYAML(Array(text.utf8)), as: UTF8.self) }
    #expect(try read(#"{"a": "\ud83d\ude00"}"#) == #"{"a": "\U0001f600"}"#)
    #expect(try read(#"{"a": "\\ud83d\ude00"}"#) == #"{"a": "\\ud83d\ude00"}"#)
    #expect(try read(#"{"a": "\ud83d"}"#) == #"{"a": "\ud83d"}"#)
  }

  @Test("every problem is explained where its type leads", arguments: Problem.Kind.all.map(\.name))
  func problems(name: String) async throws {
    try await TestSite.with([:]) { site in
      let answer = try await site.send(.get, "/api/problems/\(name)")
      #expect(answer.status == 200)
      let kind = try #require(Problem.Kind.all.first { $0.name == name })
      #expect(answer.body.contains(kind.title))
      #expect(try await site.send(.get, "/api").body.contains("/api/problems/\(name)"))
    }
  }
}
