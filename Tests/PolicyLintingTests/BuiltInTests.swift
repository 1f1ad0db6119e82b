import AssessmentTestSupport
import Diagnostics
import Foundation
import LocatedYAML
import PolicyLinting
import PolicyModel
import TestSupport
import Testing

@Suite("The words of the built-in packs")
struct BuiltInTests {
  @Test("nothing in them is hardly meant; what nobody has verified is known by name")
  func clean() throws {
    let policies = try #require(World.policies)
    let found = LintCheck.findings(LintSubject(policies, testedRules: Set(policies.rules.map(\.id))))
    #expect(found.filter { $0.severity != .note }.map { "\($0.code) \($0.message)" } == [])
    let unverified = Set(policies.foundation.instrument.citations.values.filter { !$0.isVerified }.map(\.identifier))
    #expect(unverified == ["GP:g", "GP:i", "ICRC-LRG:2", "REAIM24#accountability", "REAIM24#benefit"])
  }

  @Test("no text of theirs is taken from the statement: at most six words in a row")
  func ownWords() throws {
    guard let shared = Folder.shared else {
      print("The statement is not here: name the folder that holds it in ANSWERABLE_SHARED.")
      return
    }
    let statement = try String(contentsOf: shared.appending(path: "research/statement.md"), encoding: .utf8)
    let words = Self.words(statement)
    let runs = Set((0...(words.count - 7)).map { words[$0..<($0 + 7)].joined(separator: " ") })
    let policies = try #require(World.policies)
    var count = 0
    for (name, text) in Self.texts(policies) {
      let own = Self.words(text)
      guard own.count >= 7 else { continue }
      count += 1
      for start in 0...(own.count - 7) {
        let run = own[start..<(start + 7)].joined(separator: " ")
        #expect(!runs.contains(run), "\(name): \(run)")
      }
    }
    #expect(count > 1_000)
  }

  private static func words(_ text: String) -> [String] {
    text.lowercased().split { !($0.isLetter || $0.isNumber || $0 == "'") }.map(String.init)
  }

  private static func texts(_ policies: PolicySet) -> [(String, String)] {
    var texts: [(String, String)] = []
    for question in policies.schema.questions {
      for text in [question.ask, question.why, question.goodAnswer] { texts.append((question.id, text ?? "")) }
    }
    for rule in policies.rules {
      for text in [rule.title, rule.requires, rule.why, rule.remedy, rule.note, rule.appliesTo] {
        texts.append((rule.id, text ?? ""))
      }
    }
    for clause in policies.foundation.instrument.clauses {
      for text in [clause.text, clause.asks, clause.reason] { texts.append((clause.id, text ?? "")) }
    }
    for term in policies.foundation.glossary { texts.append((term.term, term.definition)) }
    return texts
  }
}
