import Diagnostics
import Foundation
import TestSupport
import Testing

@testable import answerable

/// The codes in the sources are found by reading them: every argument `code:` is a text in full, or hands on what an
/// argument of the same name was given, or puts together a text in one of the ways that `CodeScan.made` lists. Anything
/// else fails, and so does a code without explanation.
@Suite("Codes and their explanations")
struct DiagnosticCodeTests {
  static let scan = Result { try CodeScan() }

  @Test("it can be told of every code in the sources what it is")
  func readable() throws {
    let unclear = try Self.scan.get().unclear
    #expect(unclear == [])
  }

  @Test("every code has one explanation, and every explanation a code")
  func complete() throws {
    let explained = Codes.all.map(\.id)
    let given = try Self.scan.get().codes
    #expect(given.count > 100)
    #expect(given.subtracting(explained).sorted() == [], "codes without explanation")
    #expect(Set(explained).subtracting(given).sorted() == [], "explanations of what nothing says")
    #expect(Set(explained).count == explained.count, "something is explained twice")
    #expect(explained == explained.sorted())
  }

  @Test("lists beside the sources are in alphabetical order and short enough to read")
  func ordered() throws {
    for file in try SwiftSource.all() where file.path.contains("DiagnosticCodes") {
      let codes = file.text.matches(of: /DiagnosticCode\(\s*"([^"]+)"/).map { String($0.1) }
      #expect(codes == codes.sorted(), "\(file.path)")
      #expect(file.text.count { $0 == "\n" } < 400, "\(file.path)")
    }
  }

  @Test("explanations are sentences", arguments: Codes.all.map(\.id))
  func sentences(id: String) throws {
    let code = try #require(Codes.all.first { $0.id == id })
    for (text, counts) in [(code.meaning, 2...4), (code.remedy, 1...2)] {
      #expect(text.hasSuffix("."))
      #expect(!text.contains("  ") && !text.contains("\n"))
      // Sentences end with a full stop, a question mark or a colon that a note could follow; texts in backticks hold some.
      let words = text.replacing(/`[^`]*`/, with: "x")
      let ends = words.matches(of: /[.?](?= [A-Z`]|$)/).count
      #expect(counts.contains(ends), "\(ends) sentences: \(text)")
    }
    #expect(Codes.all.count { $0.meaning == code.meaning || $0.remedy == code.remedy } == 1)
  }
}

/// The codes that the sources give.
struct CodeScan {
  /// A way in which a code is put together from what a function is called with.
  private struct Made {
    let module: String
    /// As the source writes it.
    let literal: String
    let functions: [String]
    /// The code, from the first argument.
    let code: @Sendable (String) -> String
  }

  private static let made = [
    Made(module: "PolicyLinting", literal: #"lint.\(code)"#, functions: ["warning", "error"]) { "lint.\($0)" },
    Made(
      module: "PolicyModel", literal: #"pack.unknown-\(what.split(separator: "#, functions: ["noSuch"]
    ) { "pack.unknown-\($0.replacing(" ", with: "-"))" },
    Made(module: "PolicyTesting", literal: #"tests.unknown-\(kind)"#, functions: ["noSuch"]) {
      "tests.unknown-\($0.prefix { $0 != " " })"
    },
    Made(module: "PolicyTesting", literal: #"tests.wrong-\(key)"#, functions: ["wrongFields"]) { "tests.wrong-\($0)" },
  ]

  /// What may stand behind `code:` beside a text: a type where it is declared, or what was given as a code.
  private static let names: Set = ["String", "UInt", "code", "form.code", "issue.code"]

  private(set) var codes: Set<String> = []
  /// Places at which it can't be told what the code is.
  private(set) var unclear: [String] = []

  init() throws {
    let files = try SwiftSource.all()
    for file in files {
      for match in file.text.matches(of: /\bcode: *(?:"([^"]*)"|([A-Za-z.]+))/) {
        if let name = match.2 {
          if !["String", "UInt", "code", "form.code", "issue.code"].contains(String(name)) {
            unclear.append("\(file.path): code: \(name)")
          }
        } else if let literal = match.1 {
          try add(String(literal), file, files)
        }
      }
    }
  }

  private mutating func add(_ literal: String, _ file: SwiftSource, _ files: [SwiftSource]) throws {
    guard literal.contains("\\") else {
      codes.insert(literal)
      return
    }
    let module = String(file.path.prefix { $0 != "/" })
    guard let made = Self.made.first(where: { $0.module == module && $0.literal == literal }) else {
      unclear.append("\(file.path): code: \"\(literal)\"")
      return
    }
    for other in files where other.path.hasPrefix(module + "/") {
      for function in made.functions {
        for call in try Self.calls(of: function, in: other.text) {
          if let argument = call {
            codes.insert(made.code(argument))
          } else {
            unclear.append("\(other.path): \(function)(")
          }
        }
      }
    }
  }

  /// The first argument of every call, nil where it is no text in full.
  private static func calls(of function: String, in text: String) throws -> [String?] {
    let call = try Regex(#"(func )?\b\#(function)\(\s*(?:"([^"]+)")?"#).wordBoundaryKind(.simple)
    return text.matches(of: call).filter { $0[1].substring == nil }.map { $0[2].substring.map(String.init) }
  }
}
