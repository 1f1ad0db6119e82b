import AssessmentTestSupport
import BuiltInPolicies
import Diagnostics
import PolicyModel
import PolicyReference
import TestSupport
import Testing

@Suite("The reference of policies")
struct PolicyReferenceTests {
  static let builtIn = World.policies.map { ReferenceSubject($0, writer: "answerable 1.2.3") }

  /// The reference of the built-in packs, by format; it takes a while to write.
  static let builtInTexts = Dictionary(
    uniqueKeysWithValues: ReferenceFormat.all.map { format in
      (format.name, builtIn.map { String(decoding: format.write($0), as: UTF8.self) } ?? "")
    })

  @Test("every format writes a small set as it was approved", arguments: ReferenceFormat.all.map(\.name))
  func small(format: String) throws {
    let text = try SmallSet.text(SmallSet.subject(), format)
    try expectSnapshot(Array(text.utf8), named: "small.\(format)", in: "PolicyReferenceTests")
  }

  @Test("the same policies are written as the same bytes", arguments: ReferenceFormat.all.map(\.name))
  func deterministic(format: String) throws {
    let again = try #require(PolicySet.load(BuiltIn.files, sha256: World.sha256).value)
    let isSame =
      try Self.builtInTexts[format] == SmallSet.text(ReferenceSubject(again, writer: "answerable 1.2.3"), format)
    #expect(isSame)
  }

  @Test("every link leads somewhere, and no two places have the same name", arguments: ReferenceFormat.all.map(\.name))
  func links(format: String) throws {
    let small = try ["", SmallSet.hostile].map { try SmallSet.text(SmallSet.subject($0), format) }
    for text in small + [try #require(Self.builtInTexts[format])] {
      let ids = Self.found(after: " id=\"", until: "\"", in: text)
      #expect(ids.count == Set(ids).count)
      let isMarkdown = format == "markdown"
      let targets = Self.found(after: isMarkdown ? "](#" : " href=\"#", until: isMarkdown ? ")" : "\"", in: text)
      #expect(targets.count > 20)
      #expect(Set(targets).subtracting(ids) == [])
      #expect(Self.found(after: " href=\"", until: "\"", in: text).allSatisfy { $0.hasPrefix("#") })
    }
  }

  /// What stands between two texts, wherever the first occurs.
  static func found(after opening: String, until closing: Character, in text: String) -> [String] {
    text.split(separator: opening, omittingEmptySubsequences: false).dropFirst().map {
      String($0.prefix { $0 != closing })
    }
  }

  // MARK: Content

  @Test("everything in the packs is in it", arguments: ReferenceFormat.all.map(\.name))
  func complete(format: String) throws {
    let policies = try #require(Self.builtIn).policies
    let foundation = policies.foundation
    let text = try #require(Self.builtInTexts[format])
    func code(_ name: String) -> String { format == "markdown" ? "`\(name)`" : "<code>\(name)</code>" }
    func isMissing(_ name: String) -> Bool { !text.contains(code(name)) }
    #expect(policies.rules.map(\.id).filter(isMissing) == [])
    #expect(policies.schema.questions.map(\.id).filter(isMissing) == [])
    #expect(foundation.parameters.map(\.name).filter(isMissing) == [])
    #expect(foundation.patterns.map(\.name).filter(isMissing) == [])
    #expect(foundation.instrument.citations.keys.filter(isMissing) == [])
    #expect(foundation.instrument.frameworks.map(\.prefix).filter(isMissing) == [])
    #expect(policies.packs.map(\.sha256).filter(isMissing) == [])
    #expect(policies.packs.map(\.version).filter { !text.contains($0) } == [])
    #expect(!isMissing(foundation.sha256))
    let anchors = Set(Self.found(after: " id=\"", until: "\"", in: text))
    func count(_ prefix: String) -> Int { anchors.count { $0.hasPrefix(prefix) } }
    #expect(count("clause-") == foundation.instrument.clauses.count)
    #expect(count("rule-") == policies.rules.count)
    #expect(count("question-") == policies.schema.questions.count)
    let instrument = foundation.instrument
    let cited = policies.rules.flatMap(\.crosswalk) + instrument.customaryEquivalents.keys
    #expect(count("provision-") == Set(instrument.citations.keys).union(cited).count)
    #expect(count("term-") == foundation.glossary.count)
    let lines = policies.rules.flatMap { $0.conditions.map(\.source) }.joined(separator: "\n").split(separator: "\n")
    let plain = lines.map { String($0.drop { $0 == " " }) }.filter { !$0.contains(where: { "<>&'\"".contains($0) }) }
    #expect(plain.count > 20)
    #expect(plain.filter { !text.contains($0) } == [])
  }

  @Test("whatever is not verified is said to be wherever it is cited")
  func unverified() throws {
    let text = try #require(Self.builtInTexts["markdown"])
    let unverified = try #require(Self.builtIn).policies.foundation.instrument.citations.values.filter {
      !$0.isVerified
    }
    #expect(!unverified.isEmpty)
    for citation in unverified {
      let lines = text.split(separator: "\n").filter { $0.hasPrefix("  - [`\(citation.identifier)`]") }
      #expect(lines.allSatisfy { $0.contains("**not verified**") }, "\(citation.identifier)")
    }
  }

  @Test("an overlay is named, with what it sets and loosens")
  func overlay() throws {
    let text = try SmallSet.text(SmallSet.subject(), "markdown")
    #expect(text.contains("- **narrows:** Extends [`pilotage`](#pack-pilotage)."))
    #expect(text.contains("Sets [`max_stop_s`](#parameter-max_stop_s), [`trial_age_days`](#parameter-trial_age_days)"))
    #expect(text.contains("`trial_age_days` from 365 to 400"))
    #expect(text.contains("- [`narrows`](#pack-narrows): `trial_age_days` from 365 to 400"))
    let named = ReferenceSubject(try SmallSet.subject().policies, named: ["narrows"], writer: "answerable 1.2.3")
    #expect(try SmallSet.text(named, "markdown").contains("Named beside the built-in packs"))
  }

  @Test("a term is linked once in an entry, as its longest form, and never inside a name")
  func terms() throws {
    let text = try SmallSet.text(SmallSet.subject(), "markdown")
    let rule = text.split(separator: "<a id=\"rule-pi-stop-in-time\"></a>")[1].split(separator: "\n#")[0]
    #expect(rule.split(separator: "(#term-machine-pilot)").count == 2)
    #expect(rule.split(separator: "(#term-look-out)").count == 2)
    let question = text.split(separator: "<a id=\"question-ship.machine_pilot\"></a>")[1].split(separator: "\n#")[0]
    #expect(question.hasPrefix("`ship.machine_pilot`"))
    #expect(question.contains("Does a [machine pilot](#term-machine-pilot) steer"))
  }

  // MARK: Hostile packs

  @Test("no text of a pack can become markup")
  func hostile() throws {
    let (plain, hostile) = (try SmallSet.subject(), try SmallSet.subject(SmallSet.hostile))
    let page = try SmallSet.text(hostile, "html")
    let tags = [Self.tags(try SmallSet.text(plain, "html")), Self.tags(page)]
    let difference = zip(tags[0], tags[1]).enumerated().first { $0.element.0 != $0.element.1 }
    #expect(difference == nil, "\(String(describing: difference))")
    #expect(tags[0].count == tags[1].count)
    #expect(page.contains("&lt;script&gt;alert(1)&lt;/script&gt;"))
    for format in ReferenceFormat.all.map(\.name) {
      let scalars = try SmallSet.text(hostile, format).unicodeScalars
      #expect(!scalars.contains { ["\u{202E}", "\u{2066}", "\u{200B}", "\u{85}"].contains($0) })
      #expect(scalars.contains("\u{FFFD}"))
    }
  }

  @Test("Markdown is read as it was meant, whatever stands in a pack")
  func markdownStructure() throws {
    let texts = [
      try SmallSet.text(SmallSet.subject(), "markdown"),
      try SmallSet.text(SmallSet.subject(SmallSet.hostile), "markdown"),
    ]
    #expect(
      texts[0].split(separator: "\n", omittingEmptySubsequences: false).count
        == texts[1].split(separator: "\n", omittingEmptySubsequences: false).count)
    let read = try texts.compactMap { try OtherProgram.commonMark.output(reading: $0) }
    guard read.count == 2 else { return }
    // Words are cut differently where something in them is escaped; code with bars is written as HTML.
    let words: Set = ["text", "/text", "softbreak", "code", "/code", "html_inline", "/html_inline"]
    let elements = read.map { Self.tags($0).filter { !words.contains($0) } }
    let difference = zip(elements[0], elements[1]).enumerated().first { $0.element.0 != $0.element.1 }
    #expect(difference == nil, "\(String(describing: difference))")
    #expect(elements[0].count == elements[1].count)
    let inline = Set(Self.found(after: "<html_inline xml:space=\"preserve\">", until: "<", in: read[1]))
    let others = inline.filter { !$0.hasPrefix("&lt;a id=&quot;") }
    #expect(others.subtracting(["&lt;/a&gt;", "&lt;br&gt;", "&lt;code&gt;", "&lt;/code&gt;"]) == [])
    #expect(!read[1].contains("<link destination=\"http"))
  }

  /// The names of all tags of HTML or XML, in order.
  private static func tags(_ text: String) -> [String] {
    text.split(separator: "<").dropFirst().map { String($0.prefix { !" >\n".contains($0) }) }
  }

  @Test("the page is HTML to a strict parser, and sound")
  func page() throws {
    let small = try ["", SmallSet.hostile].map { try SmallSet.text(SmallSet.subject($0), "html") }
    for page in small + [try #require(Self.builtInTexts["html"])] {
      guard let problems = try OtherProgram.html5lib.output(reading: page) else { return }
      #expect(problems.prefix(2_000) == "")
    }
  }

  @Test("the page needs nothing from elsewhere")
  func selfContained() throws {
    let page = try #require(Self.builtInTexts["html"])
    for text in ["<script", "<link", "<img", "@import", "url(", " style=\"", " src=\"", "onclick"] {
      #expect(!page.contains(text), "\(text)")
    }
  }
}
