import Diagnostics
import LocatedYAML
import PolicyModel

/// A made-up foundation with one pack, a hundredth of the built-in ones: what is added to it is read and checked by the
/// same code, and in a hundredth of the time.
enum SmallPolicies {
  static let files = [
    SourceFile(name: "foundation.yaml", bytes: PackageResources.foundation_yaml),
    SourceFile(name: "pilotage.yaml", bytes: PackageResources.pilotage_yaml),
  ]

  static let alone: PolicySet = {
    let loaded = PolicySet.load(files, sha256: { _ in "" })
    guard let policies = loaded.value else {
      fatalError("the small policies have errors: \(loaded.diagnostics.map(\.message))")
    }
    return policies
  }()

  /// Projects at which its rules fail, pass and stay open.
  static let projects: [Diagnosed<YAMLDocument>] = [
    "ship: {machine_pilot: true}\nstop: {latency_s: 30, kind: word, tested_on: 2025-01-01, officers: []}",
    "ship: {machine_pilot: true}\nstop: {latency_s: 15, tested_on: 2026-01-01, officers: [{name: engine, watch: night}]}",
    "ship: {machine_pilot: true}\nstop: {kind: lever, officers: [{name: Tan}]}",
    "ship: {machine_pilot: false}",
  ].flatMap { text in
    ["design", "test", "operation"].flatMap { stage in
      let text = "answerable: project/1\nproject: {name: Fixed, lifecycle_stage: \(stage)}\n\(text)\n"
      return World.documents(in: Array(text.utf8))
    }
  }
}
