import DocumentWriting
import Foundation
import HTTPTypes
import PolicyModel
import ProjectFiles
import TestSupport
import Testing

@testable import WebApp

extension TestSite {
  /// The examples that come with the program, with their review records.
  static let examples = [
    "air-picture-support", "counter-drone-turret", "maritime-awareness-hadr", "mine-disposal",
    "predictive-maintenance", "uncrewed-patrol-craft",
  ]

  /// A site over one of the examples.
  static func withExample(_ name: String, _ body: (TestSite) async throws -> Void) async throws {
    var files: [String: String] = [:]
    for file in ["\(name).yaml", "\(name).review.yaml"] {
      if let bytes = try? Folder.bytes("Examples/\(file)") { files[file] = String(decoding: bytes, as: UTF8.self) }
    }
    try await with(files, body)
  }

  func page(_ path: SitePath, status: Int = 200) async throws -> String {
    let answer = try await send(.get, path.text)
    #expect(answer.status == status, "\(path.text): \(answer.body.prefix(500))")
    return answer.body
  }

  func text(of file: String) throws -> String {
    String(decoding: try Data(contentsOf: folder.appending(path: file)), as: UTF8.self)
  }

  func write(_ text: String, to file: String) throws {
    try Data(text.utf8).write(to: folder.appending(path: file))
  }

  /// The version that the form of a question carries.
  func version(of question: String, in file: String) throws -> String {
    let index = try #require(site.policies.schema.index(of: question))
    return try ProjectDesk(site.folder.file(file), site.assessor).version(of: index)
  }

  /// Sends an answer as the form of its question does.
  func answer(
    _ question: String, _ fields: [(name: String, value: String)], in file: String = "p.yaml", version: String? = nil
  ) async throws -> Answer {
    let version = try version ?? self.version(of: question, in: file)
    return try await submit(
      "/project/answer", [("file", file), ("question", question), ("version", version)] + fields)
  }
}
