import CEL
import Diagnostics
import Testing

private let ship = ObjectType(
  name: "ship",
  fields: [
    ObjectField(name: "displacement", type: .double), ObjectField(name: "crew", type: .int),
    ObjectField(name: "class", type: .string, allowedValues: ["patrol", "frigate"]),
    ObjectField(name: "duties", type: .list(.string), allowedValues: ["rescue", "escort"]),
    ObjectField(name: "sisters", type: .list(.object("ship"))), ObjectField(name: "armed", type: .bool),
    ObjectField(name: "launched", type: .timestamp), ObjectField(name: "notes", type: .map(.string, .string)),
  ])

private func environment(_ dialect: Environment.Dialect = .rules) -> Environment {
  Environment(
    variables: [
      VariableDeclaration(name: "ship", type: .object("ship")), VariableDeclaration(name: "any", type: .dyn),
    ],
    objectTypes: [ship], dialect: dialect)
}

/// What is reported: the code, and the text that it stands at.
private func findings(_ source: String, _ dialect: Environment.Dialect = .rules) -> [String] {
  environment(dialect).compile(source, expecting: .bool).issues.map { issue in
    issue.code + " " + String(decoding: Array(source.utf8)[issue.range.offsets], as: UTF8.self)
  }
}

@Suite("Checking")
struct CheckerTests {
  @Test(
    "each mistake is found at its very text",
    arguments: [
      ("ship.crewe > 3", ["cel.unknown-field crewe"]), ("shp.crew > 3", ["cel.unknown-name shp"]),
      ("ship.sisters[0].klass == 'x'", ["cel.unknown-field klass"]),
      ("ship.sisters.exists(s, s.crw > 1)", ["cel.unknown-field crw"]), ("has(ship.crw)", ["cel.unknown-field crw"]),
      ("ship.sisters.all(s, t.armed)", ["cel.unknown-name t"]),
      ("ship.class == 'patrl'", ["cel.value-not-offered 'patrl'"]),
      ("'frigat' != ship.class", ["cel.value-not-offered 'frigat'"]),
      ("ship.class in ['patrol', 'tug']", ["cel.value-not-offered 'tug'"]),
      ("'tow' in ship.duties", ["cel.value-not-offered 'tow'"]),
      ("ship.duties.exists(d, d == 'resque')", ["cel.value-not-offered 'resque'"]),
      ("ship.duties[0] == 'scort'", ["cel.value-not-offered 'scort'"]),
      ("ship.crew == 'many'", ["cel.no-overload ship.crew == 'many'"]),
      ("ship.crew + 'x' == 'ax'", ["cel.no-overload ship.crew + 'x'"]), ("ship.crew", ["cel.wrong-type ship.crew"]),
      ("ship.armed && ship.crew", ["cel.wrong-type ship.crew"]), ("!ship.crew", ["cel.no-overload !ship.crew"]),
      ("ship.armed ? ship.crew : true", ["cel.wrong-type true"]),
      ("ship.crew ? true : ship.armed", ["cel.wrong-type ship.crew"]),
      ("ship.crew.startsWith('a')", ["cel.no-overload startsWith"]),
      ("ship.class.startWith('a')", ["cel.unknown-function startWith"]),
      ("math.gratest(1, ship.crew) > 1", ["cel.unknown-function gratest"]),
      ("ship.duties.exist(d, d == 'tow')", ["cel.unknown-function exist"]),
      ("ship.dutys.exist(d, d == 'tow')", ["cel.unknown-field dutys", "cel.unknown-function exist"]),
      ("haz(ship.crew)", ["cel.unknown-function haz"]), ("cel.bnd(x, 1, x) > 0", ["cel.unknown-function bnd"]),
      ("ship.duties.all(d)", ["cel.no-overload all"]), ("cel.bind(x, 1)", ["cel.no-overload bind"]),
      ("ship.class.matches('(')", ["cel.bad-pattern '('"]),
      ("ship.class.matches('(?=a)')", ["cel.bad-pattern '(?=a)'"]),
      ("ship.crew == 1.0", ["cel.no-overload ship.crew == 1.0"]), ("1 == 1.0", ["cel.no-overload 1 == 1.0"]),
      ("ship.crew.all(c, true)", ["cel.no-overload ship.crew"]),
      ("ship.duties.map(d, d) == [1]", ["cel.no-overload ship.duties.map(d, d) == [1]"]),
      ("ship.duties['a'] == any", ["cel.no-overload ship.duties['a']"]),
      ("ship.crew.size() > 1", ["cel.no-overload size"]),
      ("ship.armed.x", ["cel.unknown-field x"]), ("Ship{crew: 1} == ship", ["cel.unknown-name Ship{crew: 1}"]),
      ("ship.launched > '2026-01-01'", ["cel.no-overload ship.launched > '2026-01-01'"]),
      ("[?ship.crew].size() > 0", ["cel.wrong-type ship.crew"]),
      ("ship.crew.optMap(c, c).hasValue()", ["cel.no-overload ship.crew"]),
    ])
  func mistakes(source: String, expected: [String]) {
    #expect(findings(source) == expected)
  }

  @Test("all mistakes of an expression are found in one go, in the order of the text")
  func several() {
    let source = "ship.crw > 3 && ship.class == 'tug' || shp.armed && ship.duties.exists(d, d == 'tow' || d > 1)"
    #expect(
      findings(source) == [
        "cel.unknown-field crw", "cel.value-not-offered 'tug'", "cel.unknown-name shp", "cel.value-not-offered 'tow'",
        "cel.no-overload d > 1",
      ])
  }

  @Test(
    "what is meant is suggested",
    arguments: [
      ("ship.crewe > 3", "crew"), ("shp.crew > 3", "ship"), ("ship.class == 'patrl'", "'patrol'"),
      ("ship.class.startWith('a')", "startsWith"), ("ship.duties.exists(d, d == 'resque')", "'rescue'"),
      ("math.gratest(1, 2) > 1", "greatest"), ("ship.duties.exist(d, d == 'tow')", "exists"),
      ("size(ship.duties.fliter(d, d == 'tow')) > 1", "filter"), ("haz(ship.notes.a)", "has"),
      ("cel.bnd(x, 1, x) > 0", "bind"),
    ])
  func suggestions(source: String, replacement: String) throws {
    let issue = try #require(environment().compile(source, expecting: .bool).issues.first)
    #expect(issue.replacement == replacement)
  }

  @Test("taking the suggestion mends the expression")
  func suggestionsMend() throws {
    let source = "ship.crewe > 3"
    let issue = try #require(environment().compile(source, expecting: .bool).issues.first)
    var bytes = Array(source.utf8)
    bytes.replaceSubrange(issue.range.offsets, with: Array(try #require(issue.replacement).utf8))
    #expect(findings(String(decoding: bytes, as: UTF8.self)) == [])
  }

  @Test("a macro with other arguments gets its forms")
  func macroForms() throws {
    let issue = try #require(environment().compile("ship.duties.all(d)", expecting: .bool).issues.first)
    #expect(issue.notes == ["write `range.all(x, condition)` or `range.all(i, x, condition)`"])
  }

  @Test("a number of another kind gets a hint")
  func hint() throws {
    let issue = try #require(environment().compile("ship.crew == 1.0", expecting: .bool).issues.first)
    #expect(issue.notes == ["both sides need the same type: write `double(…)` around the whole number"])
  }

  @Test(
    "a condition that never changes is a warning",
    arguments: [
      ("1 < 2", ["cel.constant-condition 1 < 2"]), ("true || ship.armed", ["cel.constant-condition true"]),
      ("ship.armed && 'a' in ['a', 'b']", ["cel.constant-condition 'a' in ['a', 'b']"]),
      ("ship.armed ? 1 == 1 : ship.armed", []), ("true ? ship.armed : ship.armed", ["cel.constant-condition true"]),
      ("!(2 > 1) || ship.armed", ["cel.constant-condition !(2 > 1)"]),
      ("ship.sisters.all(s, s.armed || true)", ["cel.constant-condition true"]),
      ("ship.sisters.all(s, 1 == 2)", ["cel.constant-condition 1 == 2"]),
      ("[1, 2].all(n, n > 0)", ["cel.constant-condition [1, 2].all(n, n > 0)"]),
      ("ship.armed == true", []), ("ship.sisters.all(s, s.crew > math.greatest(1, 2))", []),
      ("[1, ship.crew].all(n, n > 0)", []),
    ])
  func constants(source: String, expected: [String]) {
    let issues = environment().compile(source, expecting: .bool).issues
    #expect(findings(source) == expected)
    #expect(issues.allSatisfy { $0.severity == .warning })
  }

  @Test(
    "what fits is accepted without a word",
    arguments: [
      "ship.displacement > 100", "100 < ship.displacement", "ship.displacement == 100", "ship.displacement * 2 > 5.0",
      "ship.crew > 10.5", "any == 1", "any.x.y[0] > 'a'", "ship.class == any", "any in ship.duties",
      "ship.notes['a'] == 'b'", "ship.notes.a == 'b'", "ship.sisters.exists(s, s.class == 'frigate')",
      "ship.launched > timestamp('2026-01-01T00:00:00Z')", "ship.launched != null", "ship != null",
      "ship.duties.map(d, d + '!').exists(d, d == 'go!')", "(ship.armed ? optional.of(1) : optional.none()).hasValue()",
      "ship.displacement > (ship.armed ? 1 : 2.5)", "size(ship.duties) in [1, 2]", "type(ship.crew) == int",
      "ship.sisters.sortBy(s, s.crew)[0].armed", "ship.notes.?a.orValue('') == 'x'", "[[], [ship.crew]][0] == [2]",
    ])
  func accepted(source: String) {
    #expect(findings(source) == [])
  }

  @Test("CEL as specified reports none of what only rules are held to")
  func standardDialect() {
    for source in ["ship.class == 'tug'", "ship.class.matches('(')", "1 < 2"] {
      #expect(findings(source, .standard) == [])
    }
    #expect(findings("ship.displacement == 100", .standard) == ["cel.no-overload ship.displacement == 100"])
  }
}
