public import Diagnostics
internal import DocumentWriting

/// The result of a run, for reading and for programs.
public enum PackTestReport {
  /// A line for each pack, the findings, and a verdict.
  public static func text(_ result: PackTestResult, decorator: Decorator = .plain) -> [UInt8] {
    let width = result.packs.map(\.pack.count).max() ?? 0
    var text = ""
    for pack in result.packs {
      let padding = String(repeating: " ", count: width - pack.pack.count)
      text += "\(pack.pack)\(padding)  \(figures(pack))\n"
    }
    if !result.findings.isEmpty {
      text += "\n" + DiagnosticRenderer(decorator: decorator).render(result.findings)
    }
    text +=
      result.findings.isEmpty
      ? "\nall well\n" : "\n\(result.findings.count == 1 ? "1 finding" : "\(result.findings.count) findings")\n"
    return Array(text.utf8)
  }

  private static func figures(_ pack: PackTestResult.PackFigures) -> String {
    var parts = [
      "\(pack.rules) rules", "\(pack.passed) of \(pack.cases) cases pass",
      "conditions \(share(pack.conditionsSeen + pack.impossible, pack.conditions))"
        + (pack.impossible > 0 ? ", \(pack.impossible) impossible" : ""),
    ]
    if pack.mutants > 0 {
      let listed = pack.equivalent > 0 ? ", \(pack.equivalent) equivalent" : ""
      parts.append("mutants noticed \(share(pack.killed + pack.equivalent, pack.mutants))\(listed)")
    }
    return parts.joined(separator: "  ")
  }

  /// Rounded down: 100 % is all of them.
  private static func share(_ part: Int, _ whole: Int) -> String {
    "\(whole == 0 ? 100 : part * 100 / whole) % (\(part) of \(whole))"
  }

  /// One object.
  public static func json(_ result: PackTestResult) -> [UInt8] {
    let places = PlaceIndex()
    var json = JSONWriter(isIndented: true)
    json.object { json in
      json.member("schema", "answerable/pack-tests-1")
      json.key("packs")
      json.array { json in
        for pack in result.packs {
          json.object { json in
            json.member("id", pack.pack)
            json.member("rules", pack.rules)
            json.member("cases", pack.cases)
            json.member("passed", pack.passed)
            json.member("conditions", pack.conditions)
            json.member("conditionsSeen", pack.conditionsSeen)
            json.member("impossible", pack.impossible)
            json.member("mutants", pack.mutants)
            json.member("killed", pack.killed)
            json.member("equivalent", pack.equivalent)
          }
        }
      }
      json.key("findings")
      json.array { json in for finding in result.findings { json.diagnostic(finding, places) } }
    }
    return json.bytes + [0x0A]
  }
}
