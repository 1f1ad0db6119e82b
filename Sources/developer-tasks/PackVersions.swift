internal import Diagnostics
internal import Foundation
internal import PolicyComparison
internal import PolicyModel

/// The versions of the packs in a folder, held against those recorded there: what was recorded under a version never
/// changes, so that a version in a report says which words and which rules it was made with.
///
/// The record is `versions.txt` in the folder: one line `NAME VERSION FILE-DIGEST CONTENT-DIGEST` for each version of
/// each pack and of the foundation. The second digest leaves words out.
struct PackVersions {
  struct Entry: Equatable {
    let name: String
    let version: String
    let file: String
    let content: String

    var line: String { "\(name) \(version) \(file) \(content)" }
  }

  private static let heading = """
    # Every version of every pack: its name, its version, the SHA-256 of its file, and that of what outcomes hang on.
    # Written by `swift run developer-tasks pack-versions`; a line is never changed, a new version adds one.
    """

  /// What was recorded, oldest first.
  private(set) var recorded: [Entry] = []
  /// What is there and not recorded.
  private(set) var new: [Entry] = []
  /// What recording does not mend.
  private(set) var problems: [String] = []

  init(folder: URL) {
    let record = (try? String(contentsOf: Self.file(in: folder), encoding: .utf8)) ?? ""
    for line in record.split(separator: "\n") where !line.hasPrefix("#") {
      let parts = line.split(separator: " ").map(String.init)
      guard parts.count == 4 else {
        problems.append("versions.txt: `\(line)` is no version")
        continue
      }
      recorded.append(Entry(name: parts[0], version: parts[1], file: parts[2], content: parts[3]))
    }
    guard let policies = load(folder) else { return }
    compare(
      policies.foundation.id, policies.foundation.version, policies.foundation.sha256,
      PolicyContent.text(of: policies.foundation))
    for pack in policies.packs {
      compare(pack.id, pack.version, pack.sha256, PolicyContent.text(of: pack, in: policies))
    }
  }

  static func file(in folder: URL) -> URL { folder.appending(path: "versions.txt") }

  /// The record with what is new.
  var text: String { Self.heading + "\n" + (recorded + new).map { $0.line + "\n" }.joined() }

  private mutating func load(_ folder: URL) -> PolicySet? {
    let names = ["foundation/", ""].flatMap { part in
      ((try? FileManager.default.contentsOfDirectory(atPath: folder.appending(path: part).path())) ?? [])
        .filter { $0.hasSuffix(".yaml") && !$0.hasSuffix(".tests.yaml") }.sorted().map { part + $0 }
    }
    let files = names.compactMap { name in
      (try? Data(contentsOf: folder.appending(path: name))).map {
        SourceFile(name: "Policies/\(name)", bytes: [UInt8]($0))
      }
    }
    let loaded = PolicySet.load(files, sha256: ExampleDigests.sha256)
    if loaded.value == nil { problems.append(DiagnosticRenderer().render(loaded.diagnostics)) }
    return loaded.value
  }

  private mutating func compare(_ name: String, _ version: String, _ file: String, _ content: String) {
    let entry = Entry(
      name: name, version: version, file: file, content: ExampleDigests.sha256(Array(content.utf8)))
    let known = recorded.filter { $0.name == name }
    if let same = known.first(where: { $0.version == version }) {
      if same != entry {
        problems.append("\(name) has changed since version \(version) was recorded: raise its version")
      }
      return
    }
    guard let last = known.last else {
      new.append(entry)
      return
    }
    let step = VersionStep(from: last.version, to: version)
    if step == nil {
      problems.append("\(name) is version \(version), and \(last.version) is recorded already: raise its version")
    } else if step == .patch, last.content != entry.content {
      problems.append("\(name) \(version): outcomes can change since \(last.version), which is more than a patch")
    } else {
      new.append(entry)
    }
  }
}
