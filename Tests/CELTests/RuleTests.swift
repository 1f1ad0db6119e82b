import CEL
import Diagnostics
import Testing

/// A small world like that of the packs.
private enum World {
  static let assignment = ObjectType(
    name: "assignment",
    fields: [
      ObjectField(name: "stage", type: .string, allowedValues: ["concept", "test"]),
      ObjectField(name: "holder", type: .string),
    ])
  static let control = ObjectType(
    name: "control",
    fields: [
      ObjectField(name: "abort_s", type: .double), ObjectField(name: "tested", type: .bool),
      ObjectField(name: "role", type: .string, allowedValues: ["in_the_loop", "over_the_loop"]),
      ObjectField(name: "conditions", type: .list(.string), allowedValues: ["night", "rain"]),
      ObjectField(name: "holders", type: .list(.object("assignment"))), ObjectField(name: "on", type: .timestamp),
    ])
  static let params = ObjectType(name: "params", fields: [ObjectField(name: "factor", type: .double)])
  static let environment = Environment(
    variables: [
      VariableDeclaration(name: "control", type: .object("control")),
      VariableDeclaration(name: "params", type: .object("params"), isInput: false),
    ], objectTypes: [assignment, control, params])

  static func date(_ text: String) throws -> Timestamp {
    let date = try #require(CivilDate(text))
    return try #require(Timestamp(day: date.day))
  }

  static func unknown(_ path: AttributePath) -> Value { .unknown(UnknownSet(path)) }

  /// All answers missing but those given.
  static func values(_ answers: [String: Value]) -> [Value] {
    let root = AttributePath("control")
    let fields = control.fields.map { answers[$0.name] ?? unknown(root.field($0.name)) }
    return [
      .record(RecordValue(type: control, fields: fields)), .record(RecordValue(type: params, fields: [.double(0.5)])),
    ]
  }

  static func holder(_ index: Int, stage: Value? = nil, holder: Value? = nil) -> Value {
    let path = AttributePath("control", [.field("holders"), .index(index)])
    return .record(
      RecordValue(
        type: assignment, fields: [stage ?? unknown(path.field("stage")), holder ?? unknown(path.field("holder"))]))
  }
}

private func compile(_ source: String) throws -> Program {
  let (checked, issues) = World.environment.compile(source, expecting: .bool)
  #expect(issues.map(\.message) == [])
  return World.environment.plan(try #require(checked))
}

private func shown(_ value: Value) -> String {
  if case .unknown(let set) = value { return "? " + set.paths.map(\.description).joined(separator: " ") }
  return value.written
}

@Suite("Rules")
struct RuleTests {
  @Test(
    "values and unknowns",
    arguments: [
      ("control.abort_s <= params.factor * 4.0", "false"), ("control.abort_s < 3", "true"),
      ("control.abort_s == 2.5", "true"),
      ("control.tested && control.abort_s > 100.0", "false"), ("control.tested || control.abort_s < 100.0", "true"),
      ("control.tested && control.abort_s < 100.0", "? control.tested"), ("!control.tested", "? control.tested"),
      ("control.tested ? true : true", "? control.tested"), ("control.role in ['in_the_loop']", "false"),
      ("control.holders.all(h, h.holder != 'x')", "? control.holders control.holders[1].holder"),
      ("control.holders.exists(h, h.stage == 'test')", "true"), ("control.holders.exists(h, h.holder == 'a')", "true"),
      ("control.holders.all(h, h.holder == 'b')", "false"),
      ("control.holders.exists(h, h.stage == 'concept')", "? control.holders"),
      ("['test'].all(s, control.holders.exists(h, h.stage == s))", "true"),
      ("control.conditions.exists(c, c == 'night')", "true"),
      ("control.on > date('2026-01-01')", "true"), ("size(control.conditions) == 1", "true"),
      ("'rain' in control.conditions", "false"),
      ("control.tested == control.tested", "? control.tested"), ("size(control.holders) > 1", "? control.holders"),
      ("control.holders[0].stage == 'test'", "? control.holders"),
      ("control.holders[?1].hasValue()", "? control.holders"),
      ("control.holders.first().hasValue()", "? control.holders"),
      ("control.holders.exists(i, h, i == 0 && h.stage == 'test')", "? control.holders"),
      ("control.holders.exists(i, h, h.stage == 'test')", "true"),
    ])
  func values(source: String, expected: String) throws {
    let program = try compile(source)
    let path = AttributePath("control").field("holders")
    let value = program.evaluate(
      World.values([
        "abort_s": .double(2.5), "role": .string("over_the_loop"), "conditions": .list(ListValue([.string("night")])),
        "holders": .list(
          ListValue(
            [World.holder(0, stage: .string("test"), holder: .string("a")), World.holder(1, stage: .string("test"))],
            openness: UnknownSet(path))),
        "on": .timestamp(try World.date("2026-02-26")),
      ]))
    #expect(shown(value) == expected)
  }

  @Test(
    "errors, each at the exact text",
    arguments: [
      ("control.abort_z <= 1.0", "cel.unknown-field", "abort_z"), ("controll.tested", "cel.unknown-name", "controll"),
      ("control.role == 'in_teh_loop'", "cel.value-not-offered", "'in_teh_loop'"),
      ("control.role in ['in_the_loop', 'x']", "cel.value-not-offered", "'x'"),
      ("control.tested > 1", "cel.no-overload", "control.tested > 1"),
      ("control.role.matches('(')", "cel.bad-pattern", "'('"), ("control.abort_s", "cel.wrong-type", "control.abort_s"),
      ("control.tested && 1", "cel.wrong-type", "1"), ("control.tested and true", "cel.syntax", "and"),
      ("control.tested = true", "cel.syntax", "="),
      ("siez(control.conditions) > 1", "cel.unknown-function", "siez"), ("1 < 2", "cel.constant-condition", "1 < 2"),
      ("(control.tested", "cel.syntax", ""), ("control.tested == ", "cel.syntax", ""),
      ("control.holders.all(h, h.stage == 'tset')", "cel.value-not-offered", "'tset'"),
      ("control.holders.exists(i, h, h.stage == 'tset' && i > 0)", "cel.value-not-offered", "'tset'"),
      ("!(control.holders.map(h, h.stage) == ['tset'])", "cel.value-not-offered", "'tset'"),
      ("!('tset' in control.holders.filter(h, h.holder != '').map(h, h.stage))", "cel.value-not-offered", "'tset'"),
      ("['tset'].all(s, control.holders.exists(h, h.stage == s))", "cel.value-not-offered", "'tset'"),
      ("(control.tested ? control.role : 'in_the_loop') != 'x'", "cel.value-not-offered", "'x'"),
      ("control.holders.map(h, h.stage).first().orValue('test') != 'x'", "cel.value-not-offered", "'x'"),
      ("[control.role] != ['x']", "cel.value-not-offered", "'x'"),
      ("!(control.role in {'x': 1})", "cel.value-not-offered", "'x'"),
      ("optional.of(control.role) != optional.of('x')", "cel.value-not-offered", "'x'"),
      ("dyn(control.role) != 'x'", "cel.value-not-offered", "'x'"),
      ("cel.bind(r, control.role, r != 'x')", "cel.value-not-offered", "'x'"),
      ("control.abort_s < 1.0 / 0.0", "cel.constant-error", "1.0 / 0.0"),
      ("!(control.abort_s > 0.0 / 0.0)", "cel.constant-error", "0.0 / 0.0"),
      ("control.role != ''", "cel.value-not-offered", "''"),
      ("control.on > date('2026-02-30')", "cel.constant-error", "date('2026-02-30')"),
      ("control.tested || control.abort_s < double(1 / 0)", "cel.constant-error", "double(1 / 0)"),
    ])
  func errors(source: String, code: String, text: String) throws {
    let issues = World.environment.compile(source, expecting: .bool).issues
    let issue = try #require(issues.first)
    #expect(issue.code == code)
    #expect(String(decoding: Array(source.utf8)[issue.range.offsets], as: UTF8.self) == text)
  }

  @Test(
    "texts that are not compared with what a field offers, or are offered beside it",
    arguments: [
      "control.holders.map(h, h.stage).first().orValue('none') == 'none'",
      "(control.tested ? control.role : 'x') == 'x'", "control.holders.exists(h, h.holder == 'x')",
      "['test', 'concept'].all(s, control.holders.exists(h, h.stage == s))",
      "['x'].all(s, control.role.startsWith(s))", "control.role + '-x' == 'in_the_loop-x'",
      "{'x': control.tested}['x']", "cel.bind(m, {'in_the_loop': 'x'}, m[?control.role].orValue('y') == 'x')",
      "control.holders.exists(i, h, h.holder == 'x' && i > 0)",
      "'x' in [control.role, control.holders[0].holder]",
      "control.holders.exists(h, (control.tested ? h.stage : h.holder) == 'x')",
      "control.holders.map(h, h.stage).first().orValue(control.holders[0].holder) == 'x'",
      "(control.holders.map(h, h.stage) + control.holders.map(h, h.holder)).exists(t, t == 'x')",
      "control.holders.exists(h, [h.stage, h.holder] == ['test', 'x'])",
      "'x' in {control.role: 1, control.holders[0].holder: 2}", "control.role.reverse() == 'x'",
    ])
  func allowed(source: String) {
    #expect(World.environment.compile(source, expecting: .bool).issues.map(\.message) == [])
  }

  @Test("several errors at once")
  func severalErrors() {
    let issues = World.environment.compile("control.a && control.b || control.role == 'x'", expecting: .bool).issues
    #expect(issues.map(\.code) == ["cel.unknown-field", "cel.unknown-field", "cel.value-not-offered"])
  }

  @Test(
    "causes",
    arguments: [
      ("control.abort_s <= params.factor * 4.0", ["control.abort_s 2.5: <= 2"]),
      (
        "control.abort_s < 3.0 && control.abort_s > 3.0 && control.tested == true",
        ["control.abort_s 2.5: > 3", "control.tested false: true"]
      ),
      (
        "control.tested || control.role == 'in_the_loop'",
        ["control.tested false: true", "control.role over_the_loop: in_the_loop"]
      ),
      ("!(control.role == 'over_the_loop')", ["control.role over_the_loop: not over_the_loop"]),
      ("control.holders.all(h, h.holder == 'b')", ["control.holders[0].holder a: b"]),
      (
        "['concept'].all(s, control.holders.exists(h, h.stage == s))",
        ["control.holders 1 entry: an entry with `stage` concept"]
      ),
      (
        "control.holders.exists(h, h.stage == h.holder)",
        ["control.holders 1 entry: an entry for which `h.stage == h.holder`"]
      ),
      (
        "control.holders.exists(h, h.stage == (control.tested ? 'concept' : h.holder))",
        ["control.holders 1 entry: an entry for which `h.stage == (control.tested ? 'concept' : h.holder)`"]
      ),
      (
        "['x'].all(s, control.holders.exists(h, h.stage == s + h.holder))",
        ["control.holders 1 entry: an entry for which `h.stage == s + h.holder`"]
      ),
      ("control.role in ['in_the_loop']", ["control.role over_the_loop: one of in_the_loop"]),
      ("control.abort_s * 2.0 < 5.0", ["control.abort_s 2.5: `control.abort_s * 2.0` < 5; it is 5"]),
      ("date('2026-03-01') <= control.on", ["control.on 2026-02-26: on or after 2026-03-01"]),
      ("control.role.startsWith('in')", ["control.role over_the_loop: a text that begins with in"]),
    ])
  func causes(source: String, expected: [String]) throws {
    let program = try compile(source)
    let causes = program.explain(
      World.values([
        "abort_s": .double(2.5), "tested": .bool(false), "role": .string("over_the_loop"),
        "holders": .list(ListValue([World.holder(0, stage: .string("test"), holder: .string("a"))])),
        "on": .timestamp(try World.date("2026-02-26")),
      ]))
    #expect(causes.map { "\($0.path?.description ?? "-") \($0.actual.written): \($0.required)" } == expected)
  }

  @Test("a name that a macro gives to a whole value is traced once, not for each item")
  func tracedBinding() throws {
    let program = try compile("cel.bind(c, control.conditions, c.size() == 2 && control.tested)")
    let values = World.values([
      "conditions": .list(ListValue([.string("night"), .string("rain")])), "tested": .bool(true),
    ])
    let trace = program.trace(values)
    #expect(trace.children.map(\.text) == ["control.conditions", "c.size() == 2 && control.tested"])
    #expect(trace.children[1].children.map(\.text) == ["c.size() == 2", "control.tested"])
  }

  @Test("what an expression reads")
  func reads() throws {
    let program = try compile(
      "control.tested || control.holders.all(h, h.holder != '' && control.abort_s < params.factor) || control.tested")
    #expect(
      program.checked.attributesRead().map(\.description) == ["control.tested", "control.holders", "control.abort_s"])
    #expect(program.checked.constantsRead().map(\.description) == ["params.factor"])
  }

  @Test(
    "hostile expressions are refused in time and without exhausting the stack",
    arguments: ["(", "[", "!", "-", "a.", "a?", "{1:", "f(", "1+", "a&&", "x in "])
  func hostile(part: String) {
    let issues = World.environment.compile(String(repeating: part, count: 30_000)).issues
    #expect(issues.first?.severity == .error)
  }

  @Test("the steps of macros are counted, and running out is absorbed by nothing")
  func budget() throws {
    var limits = Limits()
    limits.budget = 50
    let environment = Environment(variables: [], objectTypes: [], limits: limits)
    let list = "[1,2,3,4,5,6,7,8,9,10]"
    let checked = try #require(environment.compile("true || \(list).all(a, a > 0)").checked)
    #expect(environment.plan(checked).evaluate([]).written == "true")
    let nested = try #require(environment.compile("\(list).all(a, \(list).all(b, b > 0)) || true").checked)
    #expect(environment.plan(nested).evaluate([]).written == "the evaluation takes too many steps")
  }

  @Test("a pattern of many repetitions costs what it can take, whatever its letters are")
  func patterns() throws {
    let environment = Environment(variables: [], objectTypes: [])
    let text = String(repeating: "ab", count: 40_000)
    for (pattern, result) in [("[ab]*a[ab]{900}c", "the evaluation takes too many steps"), ("b+c|(ab){3}c", "false")] {
      let checked = try #require(environment.compile("matches('\(text)', '\(pattern)')").checked)
      #expect(environment.plan(checked).evaluate([]).written == result)
    }
  }
}
