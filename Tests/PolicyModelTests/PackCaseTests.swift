import AssessmentTestSupport
import BuiltInPolicies
import Diagnostics
import Foundation
import LocatedYAML
import PolicyModel
import TestSupport
import Testing

/// Runs `Cases/packs.yaml`.
@Suite("Packs that are wrong")
struct PackCaseTests {
  struct Case: Sendable, CustomTestStringConvertible {
    let name: String
    let files: [SourceFile]
    let isWhole: Bool
    let underlined: [String]
    let finds: [String]
    let says: String?
    let remedy: String?
    var testDescription: String { name }
  }

  private static let root: YAMLNode? = {
    guard let bytes = try? Folder.bytes("Tests/PolicyModelTests/Cases/packs.yaml") else { return nil }
    return YAMLReader.read(SourceFile(name: "packs.yaml", bytes: bytes)).value.first?.root
  }()

  static let cases = (root?.value(forKey: "cases")?.items ?? []).map { Self.read($0) }

  private static func text(_ node: YAMLNode, _ key: String) -> String? { node.value(forKey: key)?.scalar?.text }

  private static func texts(_ node: YAMLNode, _ key: String) -> [String]? {
    node.value(forKey: key)?.items?.compactMap { $0.scalar?.text }
  }

  private static func read(_ node: YAMLNode) -> Case {
    let foundations = texts(node, "foundations")
    let marked = (foundations ?? texts(node, "packs") ?? [made(node)]).map { MarkedText($0) }
    return Case(
      name: text(node, "name") ?? "",
      files: marked.enumerated().map { SourceFile(name: "own-\($0).yaml", bytes: Array($1.text.utf8)) },
      isWhole: foundations != nil, underlined: marked.flatMap(\.marks).map(\.text), finds: texts(node, "finds") ?? [],
      says: text(node, "says"), remedy: text(node, "remedy"))
  }

  /// A sound pack but for the questions or the rules given.
  private static func made(_ node: YAMLNode) -> String {
    var pack = "answerable: pack/1\nid: own\nversion: 1.0.0\ntitle: Own\nextends: [human-control]\n"
    if let questions = text(node, "questions") {
      return pack + "overrides: {parameters: {abort_factor: 0.4}}\nquestions:\n  \(questions)\n"
    }
    let sound = root?.value(forKey: "sound")?.entries ?? []
    pack += "rules:\n"
    for rule in node.value(forKey: "rules")?.items ?? [] {
      for (index, entry) in (rule.entries ?? []).enumerated() {
        pack += "\(index == 0 ? "  -" : "   ") \(entry.name): \(entry.value.scalar?.text ?? "")\n"
      }
      for entry in sound {
        let value = entry.value.scalar?.text ?? "[\(entry.value.items?.compactMap { $0.scalar?.text }.first ?? "")]"
        pack += "    \(entry.name): \(value)\n"
      }
    }
    return pack
  }

  @Test("exactly what is wrong is said, at its place, with what to do", arguments: cases)
  func said(_ each: Case) throws {
    let loaded = PolicySet.load(each.isWhole ? each.files : BuiltIn.files + each.files, sha256: World.sha256)
    #expect(loaded.diagnostics.map(\.code) == each.finds)
    let isLoaded = loaded.value != nil
    #expect(isLoaded == each.finds.isEmpty)
    let underlined = try loaded.diagnostics.map { diagnostic in
      let location = try #require(diagnostic.location)
      return String(decoding: location.file.bytes[location.range.offsets], as: UTF8.self)
    }
    #expect(underlined == each.underlined)
    for diagnostic in loaded.diagnostics {
      #expect(!diagnostic.notes.isEmpty)
      if let says = each.says { #expect(diagnostic.message.contains(says)) }
      if let remedy = each.remedy { #expect(diagnostic.notes.contains { $0.message.contains(remedy) }) }
    }
  }

  @Test("there are cases")
  func some() { #expect(Self.cases.count > 40) }
}
