import AssessmentTestSupport
import Diagnostics
import PolicyModel
import PolicyReference
import TestSupport
import Testing

/// The made-up policies of Cases/small.
enum SmallSet {
  /// What markup, YAML, terminals and readers could be misled with, as a YAML text in double quotes has it.
  static let hostile =
    #" <script>alert(1)</script><b onclick=x> </title> --> ]]> `code` ``` \"quote\" 'single' & &amp; &lt; \\ \\| |"#
    + #" [l](http://e.example/) ![i](x) *b* _i_ **s** $m$ ~~s~~ www.e.example <http://e.example>"#
    + #"\n# heading\n- item\n1. item\n\n| a | b |\n|---|---|\n    indented\n===\n\u202Eesrever\u2066\u200B\u0085"#

  /// With something put into every text.
  static func subject(_ marked: String = "") throws -> ReferenceSubject {
    let files = try ["foundation", "pilotage", "narrows"].map { name in
      let text = String(
        decoding: try Folder.bytes("Tests/PolicyReferenceTests/Cases/small/\(name).yaml"), as: UTF8.self)
      return SourceFile(name: "\(name).yaml", bytes: Array(text.replacing("§", with: marked).utf8))
    }
    let loaded = PolicySet.load(files, sha256: World.sha256)
    #expect(loaded.diagnostics.map(\.message) == [])
    return ReferenceSubject(try #require(loaded.value), writer: "answerable 1.2.3")
  }

  static func text(_ subject: ReferenceSubject, _ format: String) throws -> String {
    String(decoding: try #require(ReferenceFormat.named(format)).write(subject), as: UTF8.self)
  }
}
