internal import Crypto
internal import Diagnostics
internal import Foundation
internal import LocatedYAML

/// The digests that a folder of projects holds, held against the files that they are of.
///
/// Projects come first, because a new digest of evidence changes the project, and with it the subject of its review
/// record.
struct ExampleDigests {
  let folder: URL
  /// What the files with stale digests should contain, by name. Everything but the digests is as it was.
  private(set) var stale: [String: [UInt8]] = [:]
  /// What no refreshing mends: an unreadable file, evidence that is not there or has no digest.
  private(set) var problems: [String] = []

  init(folder: URL) {
    self.folder = folder
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path())) ?? []
    let records = names.filter { $0.hasSuffix(".review.yaml") }.sorted()
    let projects = names.filter { $0.hasSuffix(".yaml") && !records.contains($0) }.sorted()
    if projects.isEmpty { problems.append("there is no project in \(folder.path())") }
    for name in projects { refreshEvidence(of: name) }
    for name in records { refreshSubject(of: name) }
  }

  private mutating func refreshEvidence(of name: String) {
    guard let (bytes, root) = read(name) else { return }
    var edits: [(YAMLNode, String)] = []
    for item in root.value(forKey: "evidence")?.items ?? [] {
      guard let file = item.value(forKey: "file")?.scalar?.text else { continue }
      guard let digest = item.value(forKey: "sha256"), digest.scalar != nil else {
        problems.append("\(name): the evidence \(file) has no sha256")
        continue
      }
      guard let content = try? Data(contentsOf: folder.appending(path: file)) else {
        problems.append("\(name): there is no file \(file)")
        continue
      }
      edits.append((digest, Self.sha256([UInt8](content))))
    }
    apply(edits, to: bytes, of: name)
  }

  private mutating func refreshSubject(of name: String) {
    guard let (bytes, root) = read(name) else { return }
    let project = String(name.dropLast(".review.yaml".count)) + ".yaml"
    guard let digest = root.value(forKey: "subject")?.value(forKey: "sha256"), digest.scalar != nil else {
      problems.append("\(name): the subject has no sha256")
      return
    }
    guard let content = stale[project] ?? (try? Data(contentsOf: folder.appending(path: project))).map({ [UInt8]($0) })
    else {
      problems.append("\(name): there is no project \(project)")
      return
    }
    apply([(digest, Self.sha256(content))], to: bytes, of: name)
  }

  private mutating func read(_ name: String) -> (bytes: [UInt8], root: YAMLNode)? {
    guard let bytes = (try? Data(contentsOf: folder.appending(path: name))).map({ [UInt8]($0) }) else {
      problems.append("\(name) can't be read")
      return nil
    }
    let documents = YAMLReader.read(SourceFile(name: name, bytes: bytes))
    guard !documents.hasErrors, documents.value.count == 1, let document = documents.value.first,
      let root = document.root, document.file.bytes == bytes
    else {
      problems.append("\(name) is not one YAML document")
      return nil
    }
    return (bytes, root)
  }

  /// Replaces the digits of each digest; quotes and a leading `sha256:` stay.
  private mutating func apply(_ edits: [(YAMLNode, String)], to bytes: [UInt8], of name: String) {
    var content = bytes
    for (node, digest) in edits.sorted(by: { $0.0.range.start > $1.0.range.start }) {
      guard let scalar = node.scalar else { continue }
      let quote = scalar.style == .singleQuoted || scalar.style == .doubleQuoted ? 1 : 0
      let prefix = scalar.text.hasPrefix("sha256:") ? "sha256:".utf8.count : 0
      let range = node.range.offsets
      content.replaceSubrange(range.lowerBound + quote + prefix..<range.upperBound - quote, with: digest.utf8)
    }
    if content != bytes { stale[name] = content }
  }

  static func sha256(_ bytes: [UInt8]) -> String {
    SHA256.hash(data: bytes).map { byte in
      let digits = String(byte, radix: 16)
      return digits.utf8.count == 1 ? "0" + digits : digits
    }.joined()
  }
}
