import AssessmentTestSupport
import BuiltInPolicies
import Diagnostics
import Foundation
import PolicyModel
import TestSupport
import Testing

@Suite("Built-in packs")
struct BuiltInPoliciesTests {
  @Test("the program carries every file of Policies/, byte for byte")
  func bytes() throws {
    let folder = Folder.package.appending(path: "Policies")
    let names = try FileManager.default.subpathsOfDirectory(atPath: folder.path()).filter {
      $0.hasSuffix(".yaml") && !$0.hasSuffix(".tests.yaml")
    }
    #expect(Set(BuiltIn.files.map(\.name)) == Set(names.map { "Policies/\($0)" }))
    for file in BuiltIn.files { #expect(try Folder.bytes(file.name) == file.bytes, "\(file.name)") }
  }

  @Test("the foundation's digest is the one that sha256sum gives")
  func foundationDigest() throws {
    let policies = try #require(World.policies)
    let lines = BuiltIn.files.filter { $0.name.contains("/foundation/") }
      .map { "\(World.sha256($0.bytes))  \($0.name)\n" }.joined()
    #expect(policies.foundation.sha256 == World.sha256(Array(lines.utf8)))
  }

  @Test("packs come in the order that the foundation names")
  func order() throws {
    let policies = try #require(World.policies)
    #expect(
      policies.packs.map(\.id) == [
        "governance", "human-control", "accountability", "ihl", "strategic-risk", "assurance", "cyber", "cooperation",
      ])
  }
}
