import Diagnostics
import LocatedYAML

extension FuzzTarget {
  /// Reading in chunks of any size gives what reading at once gives.
  static let yaml = FuzzTarget(name: "yaml") { bytes in
    guard let first = bytes.first else { return }
    let text = Array(bytes.dropFirst())
    let whole = YAMLReader.read(SourceFile(name: "project.yaml", bytes: text))
    let size = max(1, Int(first))
    let documents = World.documents(in: text, inParts: size)
    let codes = documents.flatMap { $0.diagnostics.map(\.code) }
    promise(documents.count == whole.value.count, "chunks of \(size) make other documents")
    promise(codes == whole.diagnostics.map(\.code), "chunks of \(size) make other diagnostics")
    for (one, other) in zip(documents, whole.value) {
      promise(one.value.root?.range == other.root?.range, "chunks of \(size) make other places")
    }
    for finding in whole.diagnostics {
      guard let range = finding.location?.range else { continue }
      promise(range.start <= range.end, "`\(finding.code)` ends before it begins")
    }
  }
}
