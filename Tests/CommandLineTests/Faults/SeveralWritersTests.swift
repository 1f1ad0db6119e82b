import Diagnostics
import Foundation
import LocatedYAML
import PolicyModel
import ProjectFiles
import Synchronization
import TestSupport
import Testing

extension FaultTests {
  @Suite("Where several write one file")
  struct SeveralWriters {
    /// An answer to a question, as it is typed, as it is sent, and as it stands in the file.
    private struct Answer: Sendable {
      let question: String
      let typed: String
      let sent: String

      init?(_ question: Question, _ number: Int) {
        self.question = question.id
        switch question.type {
        case .boolean: (typed, sent) = ("true", "true")
        case .number: (typed, sent) = ("1", "1")
        case .text: (typed, sent) = ("Selat \(number)", "\"Selat \(number)\"")
        case .choice(let choices):
          guard let first = choices.first else { return nil }
          (typed, sent) = (first, "\"\(first)\"")
        case .date, .textList, .choiceList, .recordList: return nil
        }
      }
    }

    /// Of 200 questions.
    private static func answers() throws -> [Answer] {
      let questions = try Policies.load([]).value.schema.questions
      return Array(questions.enumerated().compactMap { Answer($0.element, $0.offset) }.prefix(200))
    }

    private static func expect(_ answers: [Answer], in file: URL) throws {
      let read = YAMLReader.read(SourceFile(name: "p.yaml", bytes: [UInt8](try Data(contentsOf: file))))
      #expect(!read.hasErrors)
      let root = try #require(read.value.first?.root)
      for answer in answers {
        let node = answer.question.split(separator: ".").reduce(root as YAMLNode?) { $0?.value(forKey: String($1)) }
        #expect(node?.scalar?.text == answer.typed, "\(answer.question)")
      }
      let names = try FileManager.default.contentsOfDirectory(atPath: file.deletingLastPathComponent().path())
      #expect(names.filter { $0.hasSuffix(".tmp") } == [])
    }

    private static func interview(_ answers: [Answer], in folder: URL) throws -> Program.Result {
      let typed = answers.map { ":go \($0.question)\n\($0.typed)\n" }.joined()
      // As long as it takes: each waits for the other, and debug builds are slow.
      return try Program.run(
        shell: "exec answerable interview --date 2026-03-01 p.yaml", in: folder, input: Array(typed.utf8))
    }

    private static func put(_ answers: [Answer], by server: ServingProcess) throws -> [Int] {
      try answers.map { answer in
        let body = "{\"answer\": \(answer.sent)}"
        return try server.ask(
          "PUT /api/v1/projects/answers/\(answer.question)?file=p.yaml",
          ["If-Match: *", "Content-Type: application/json", "Content-Length: \(body.utf8.count)"], body: body
        ).status
      }
    }

    /// Both at once, each on a thread of its own: tasks may have to wait for other tests.
    private static func together<One: Sendable, Other>(
      _ one: @escaping @Sendable () throws -> One, _ other: () throws -> Other
    ) throws -> (One, Other) {
      let result = Mutex<Result<One, any Error>?>(nil)
      let isDone = DispatchSemaphore(value: 0)
      Thread.detachNewThread {
        let made = Result { try one() }
        result.withLock { $0 = made }
        isDone.signal()
      }
      let second = Result { try other() }
      isDone.wait()
      return (try #require(try result.withLock { try $0?.get() }), try second.get())
    }

    @Test("two interviews give a hundred answers each, and all are there")
    func interviews() throws {
      let scratch = try Scratch()
      let folder = scratch.folder
      let file = folder.appending(path: "p.yaml")
      try Data("answerable: project/1\n".utf8).write(to: file)
      let answers = try Self.answers()
      #expect(answers.count == 200)
      let (one, other) = try Self.together(
        { try Self.interview(Array(answers.prefix(100)), in: folder) },
        { try Self.interview(Array(answers.suffix(100)), in: folder) })
      for result in [one, other] {
        #expect(result.status == 0, "\(result.errors.suffix(2_000))")
        #expect(result.errors.ranges(of: "saved; gate").count == 100)
      }
      try Self.expect(answers, in: file)
    }

    @Test("two servers take a hundred answers each, and all are there")
    func servers() throws {
      let scratch = try Scratch()
      let folder = scratch.folder
      let file = folder.appending(path: "p.yaml")
      try Data("answerable: project/1\n".utf8).write(to: file)
      let answers = try Self.answers()
      let options = ["--date", "2026-03-01"]
      let (one, other) = try Self.together(
        { try Self.put(Array(answers.prefix(100)), by: ServingProcess(serving: folder, options)) },
        { try Self.put(Array(answers.suffix(100)), by: ServingProcess(serving: folder, options)) })
      #expect(one + other == Array(repeating: 200, count: 200))
      try Self.expect(answers, in: file)
    }

    @Test("two reports to one file: it holds one of them")
    func reports() throws {
      let faulty = try FaultFolder()
      let folder = faulty.folder
      @Sendable func check(_ format: String) throws -> Program.Result {
        try Program.run(
          ["check", "--date", "2026-03-01", "--format", format, "--output", "old.json", "t.yaml"], in: folder)
      }
      let report = folder.appending(path: "old.json")
      let known = try ["json", "text"].map { format in
        _ = try check(format)
        return try Data(contentsOf: report)
      }
      for _ in 0..<5 {
        let results = try Self.together({ try check("json") }, { try check("text") })
        #expect(results.0.status == 1 && results.1.status == 1)
        #expect(known.contains(try Data(contentsOf: report)))
      }
      #expect(Set(try faulty.files().keys) == ["old.json", "t.review.yaml", "t.yaml", "u.yaml"])
    }
  }
}
