import AssessmentTestSupport
import BuiltInPolicies
import CEL
import Diagnostics
import LinearTimeRegex
import PolicyModel
import Testing

@Suite("The image of the built-in packs")
struct PolicyImageTests {
  private static let loaded = PolicySet.load(BuiltIn.files, sha256: World.sha256)

  @Test("it holds what the loader makes of the files, member by member")
  func members() throws {
    let fromFiles = Members.of(try #require(Self.loaded.value))
    let fromImage = Members.of(try #require(BuiltIn.policies))
    #expect(fromFiles.count > 50_000)
    #expect(fromFiles.count == fromImage.count)
    if let different = zip(fromFiles, fromImage).first(where: { $0 != $1 }) {
      Issue.record("\(different.0) is \(different.1) in the image")
    }
  }

  @Test("nothing that the loader would say is lost")
  func silence() {
    #expect(Self.loaded.diagnostics.isEmpty)
  }

  @Test("it is the one that is made of the files now, with the digests that swift-crypto gives")
  func isCurrent() throws {
    let now = try #require(Self.loaded.value?.image(of: BuiltIn.files))
    #expect(BuiltIn.policies?.image(of: BuiltIn.files) == now)
  }

  @Test("files of other names, sizes or number are not those of the image")
  func otherFiles() throws {
    let files = BuiltIn.files
    let image = try #require(Self.loaded.value?.image(of: files))
    let first = try #require(files.first)
    let others = [
      [], Array(files.dropFirst()), Array(files.reversed()),
      [SourceFile(name: "other.yaml", bytes: first.bytes)] + files.dropFirst(),
      [SourceFile(name: first.name, bytes: first.bytes + [0x0A])] + files.dropFirst(),
    ]
    #expect(PolicySet(image: image, of: files) != nil)
    for other in others { #expect(PolicySet(image: image, of: other) == nil) }
  }

  @Test("a damaged image is none", arguments: [100, 10_000, 100_000])
  func damage(at place: Int) throws {
    let image = try #require(Self.loaded.value?.image(of: BuiltIn.files))
    var bytes = Array(image.utf8)
    bytes[place] = bytes[place] == UInt8(ascii: "0") ? UInt8(ascii: "1") : UInt8(ascii: "0")
    #expect(PolicySet(image: String(decoding: bytes, as: UTF8.self), of: BuiltIn.files) == nil)
    #expect(PolicySet(image: String(image.dropLast()), of: BuiltIn.files) == nil)
  }

  @Test("a set with overlays, or with files that it was not read from, has no image")
  func noImage() throws {
    let policies = try #require(Self.loaded.value)
    #expect(policies.image(of: Array(BuiltIn.files.dropLast())) == nil)
    let changed = BuiltIn.files.map { SourceFile(name: $0.name, bytes: $0.bytes + [0x0A]) }
    #expect(policies.image(of: changed) == nil)
  }
}

/// Every stored member of a value, down to texts and numbers, private ones too: what a new member of a type adds to it is
/// compared without anybody having to think of it.
private struct Members {
  private var lines: [String] = []

  static func of(_ value: Any) -> [String] {
    var members = Members()
    members.add("", value)
    return members.lines
  }

  /// What is worked out when needed, or follows from the rest and holds functions.
  private static let skipped: Set<String> = ["places", "environment", "names"]

  private mutating func add(_ name: String, _ value: Any) {
    switch value {
    case let program as Program: return add(name, program.checked)
    case let function as Function: return lines.append("\(name): \(function.name)")
    case let overload as Overload: return lines.append("\(name): \(overload.id)")
    case let pattern as LinearRegex: return lines.append("\(name): \(pattern.pattern)")
    case let file as SourceFile: return lines.append("\(name): \(file.name)")
    default: break
    }
    let mirror = Mirror(reflecting: value)
    if mirror.children.isEmpty { return lines.append("\(name): \(String(reflecting: value))") }
    if mirror.displayStyle == .set || mirror.displayStyle == .dictionary {
      lines += mirror.children.map { Self.of($0.value).joined(separator: "; ") }.sorted().map { "\(name): \($0)" }
      return
    }
    for child in mirror.children where !Self.skipped.contains(child.label ?? "") {
      add(child.label.map { "\(name).\($0)" } ?? name, child.value)
    }
  }
}
