import Foundation
import TestSupport
import Testing

/// Many documents, which are worked on at once: what is written is in their order, and the same as for fewer.
@Suite("Streams")
struct StreamTests {
  private static let arguments = ["check", "--no-review", "--date", "2026-03-01", "--format", "ndjson", "-"]

  /// So many documents: examples, and one in seven that can't be read.
  private static func stream(_ count: Int) throws -> [String] {
    let names = ["counter-drone-turret", "predictive-maintenance", "maritime-awareness-hadr"]
    let texts = try names.map { String(decoding: try Folder.bytes("Examples/\($0).yaml"), as: UTF8.self) }
    return (0..<count).map { number in
      number % 7 == 3 ? "project: {name: [}\n" : texts[number % texts.count] + "\nmarking: number \(number)\n"
    }
  }

  private static func lines(_ documents: [String]) throws -> [String] {
    let scratch = try Scratch()
    let input = documents.map { "---\n\($0)" }.joined()
    let result = try Program.run(arguments, in: scratch.folder, input: Array(input.utf8))
    return result.output.split(separator: "\n").map(String.init)
  }

  @Test("one line for each document, in the order of the documents")
  func order() throws {
    let lines = try Self.lines(try Self.stream(100))
    #expect(lines.count == 100)
    for (number, line) in lines.enumerated() {
      #expect(line.contains("\"document\":\(number + 1),"))
      if number % 7 != 3 { #expect(line.contains("\"marking\":\"number \(number)\"")) }
    }
  }

  @Test("what comes behind a document changes nothing of its line", arguments: [1, 2, 31, 32, 33, 65])
  func beginnings(count: Int) throws {
    let all = try Self.lines(try Self.stream(80))
    let some = try Self.lines(try Self.stream(count))
    #expect(some == Array(all.prefix(count)))
  }

  @Test("whoever sends slowly gets the lines of what is there", arguments: [2, 3, 33, 40])
  func slowSender(count: Int) throws {
    let scratch = try Scratch()
    try Data(try Self.stream(count + 1).map { "---\n\($0)" }.joined().utf8)
      .write(to: scratch.folder.appending(path: "projects"))
    // What stands last may go on, so that the one before it is the last that is complete.
    let result = try Program.run(
      shell: """
        mkfifo sent
        answerable \(Self.arguments.joined(separator: " ")) < sent > lines &
        exec 3> sent
        cat projects >&3
        for _ in {1..\(200 * Sanitizer.slowness)}; do
          if [ "$(wc -l < lines)" -ge \(count - 1) ]; then break; fi
          sleep 0.1
        done
        wc -l < lines
        exec 3>&-
        wait
        wc -l < lines
        """, in: scratch.folder)
    #expect(result.output == "\(count - 1)\n\(count + 1)\n")
  }
}
