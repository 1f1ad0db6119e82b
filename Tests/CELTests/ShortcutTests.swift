import Foundation
import Testing

@testable import CEL

/// What was made fast, where that could have changed what it does.
@Suite("Shortcuts")
struct ShortcutTests {
  /// An element that counts how often it is compared.
  private struct Counted: Comparable {
    let value: Int
    let counter: Counter

    final class Counter { var count = 0 }

    static func == (left: Counted, right: Counted) -> Bool {
      left.counter.count += 1
      return left.value == right.value
    }

    static func < (left: Counted, right: Counted) -> Bool {
      left.counter.count += 1
      return left.value < right.value
    }
  }

  @Test("putting many sets together takes comparisons by their number, not by its square", arguments: [100, 1_000])
  func merging(lists: Int) {
    let counter = Counted.Counter()
    let parts = (0..<lists).map { part in
      [part, part + lists, part + 2 * lists, 3 * lists].map { Counted(value: $0, counter: counter) }
    }
    let merged = SortedMerge.merged(parts)
    let steps = Int(log2(Double(lists)).rounded(.up))
    // Two comparisons for each element in each round of merging neighbours.
    #expect(counter.count <= 2 * 4 * lists * steps)
    #expect(merged.map(\.value) == Array(0...(3 * lists)))
  }

  @Test("what is unknown in many records is collected once, in order and without repetition")
  func collecting() {
    let paths = (0..<500).map { AttributePath("p").field("l").index($0).field("a") }
    var collector = UnknownCollector()
    for path in paths.reversed() + paths { collector.add(UnknownSet(path)) }
    #expect(collector.set?.paths == paths)
    let same = UnknownSet(paths[0])
    var repeated = UnknownCollector()
    for _ in 0..<3 { repeated.add(same) }
    #expect(repeated.set === same)
  }

  @Test("what is equivalent to a text of ASCII and is not that text takes more bytes")
  func equivalentToASCII() {
    for value in UInt32(0x80)...0x2_FFFF {
      guard let scalar = Unicode.Scalar(value) else { continue }
      let text = String(scalar)
      let decomposed = text.decomposedStringWithCanonicalMapping.unicodeScalars
      guard decomposed.allSatisfy(\.isASCII) else { continue }
      #expect(decomposed.count < text.utf8.count, "U+\(String(value, radix: 16))")
    }
  }

  /// Equivalent in Unicode and yet other code points, some of them of the same length.
  private static let variants = [
    "é", "e\u{301}", "K", "\u{212A}", ";", "\u{37E}", "a\u{300}", "a\u{340}", "\u{1100}\u{1161}", "\u{AC00}",
    "q\u{307}\u{323}", "q\u{323}\u{307}", "", "kind", "kinder", "a text that is longer than fifteen bytes",
    "a text that is longer than fifteen bytez", "ein längerer Text mit Umlauten",
  ]

  @Test("texts are the same only where their code points are")
  func sameTexts() {
    for first in Self.variants {
      for second in Self.variants {
        let isSame = Array(first.unicodeScalars) == Array(second.unicodeScalars)
        #expect(first.isSameText(as: second) == isSame, "\(first) \(second)")
        #expect(PreparedText(first).isSame(as: second) == isSame, "\(first) \(second)")
        let hashes = (PreparedText(first).hash, PreparedText(second).hash)
        #expect((hashes.0 == hashes.1) == isSame, "\(first) \(second)")
      }
    }
  }

  @Test("every key of a map is found, in small maps and large ones", arguments: [1, 3, 4, 5, 18, 300])
  func keys(count: Int) {
    let names = Self.variants + (0..<300).map { "key \($0)" }
    let map = MapValue(names.prefix(count).enumerated().map { (.string($1), .int(Int64($0))) })
    for (index, name) in names.enumerated() {
      let expected = index < count ? index : nil
      let prepared = PreparedText(name)
      #expect(map.place(of: prepared) == expected)
      if prepared.isASCII { #expect(map.place(ofASCII: prepared) == expected) }
      #expect(map.value(forKey: .string(name))?.asInt == expected.map { Int64($0) })
    }
  }

  @Test("numbers of equal value are one key, and of equal keys the first is found")
  func numbers() {
    let keys: [Value] = [.uint(1), .int(2), .bool(true), .uint(.max), .string("1"), .string("x"), .string("x")]
    let map = MapValue(keys.enumerated().map { ($1, .int(Int64($0))) })
    #expect(map.value(forKey: .double(1))?.asInt == 0)
    #expect(map.value(forKey: .double(2))?.asInt == 1)
    #expect(map.value(forKey: .string("x"))?.asInt == 5)
    #expect(map.value(forKey: .double(1.5)) == nil)
  }

  private static func nested(_ depth: Int, _ leaf: Value) -> (type: ObjectType, value: Value, types: [ObjectType]) {
    guard depth > 1 else {
      let type = ObjectType(name: "T1", fields: [ObjectField(name: "f", type: .int)])
      return (type, .record(RecordValue(type: type, fields: [leaf])), [type])
    }
    let inner = nested(depth - 1, leaf)
    let type = ObjectType(
      name: "T\(depth)",
      fields: [ObjectField(name: "other", type: .int), ObjectField(name: "f", type: .object(inner.type.name))])
    return (type, .record(RecordValue(type: type, fields: [.int(0), inner.value])), inner.types + [type])
  }

  @Test("ways down records and maps end where they lead, however long they are", arguments: 1...7)
  func ways(depth: Int) throws {
    let path = Array(repeating: "f", count: depth).joined(separator: ".")
    let unknown = UnknownSet(AttributePath("q"))
    for (leaf, written) in [(Value.int(7), "7"), (.unknown(unknown), "unknown")] {
      let nested = Self.nested(depth, leaf)
      let typed = Environment(
        variables: [VariableDeclaration(name: "v", type: .object(nested.type.name))], objectTypes: nested.types)
      let plain = Environment(
        variables: [VariableDeclaration(name: "v", type: .dyn)], objectTypes: [], dialect: .standard)
      var map = leaf
      for _ in 0..<depth { map = .map(MapValue([(.string("other"), .int(0)), (.string("f"), map)])) }
      let present: [Value] = [.bool(written == "7")]
      for (environment, value) in [(typed, nested.value), (plain, map)] {
        let program = environment.plan(try #require(environment.compile("v.\(path)").checked))
        #expect(program.evaluate([value]).written == written)
        let has = environment.plan(try #require(environment.compile("has(v.\(path))").checked))
        #expect(has.evaluate([value]).written == (present[0].asBool == true ? "true" : "unknown"))
        #expect(program.evaluate([.unknown(unknown)]).written == "unknown")
        #expect(has.evaluate([.unknown(unknown)]).written == "unknown")
        let failure = EvaluationError("not there")
        #expect(program.evaluate([.error(failure)]).written == "not there")
      }
    }
  }
}
