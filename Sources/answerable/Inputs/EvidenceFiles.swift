internal import AssessmentEngine
internal import LocalFiles
internal import PolicyModel

/// Looks at the files that evidence names, relative to the project's file and inside its folder.
enum EvidenceFiles {
  static func states(of project: Project, at path: String) -> [AssessmentInput.FileState] {
    guard project.evidence.contains(where: { $0.file != nil }) else {
      return project.evidence.map { _ in .unchecked }
    }
    let cut = path == "-" ? nil : path.lastIndex(of: "/")
    let folder = cut.map { path[..<$0].isEmpty ? "/" : String(path[..<$0]) } ?? "."
    return project.evidence.map { item in
      guard let file = item.file else { return .unchecked }
      return state(of: file, digest: item.sha256, in: folder)
    }
  }

  private static func state(of file: String, digest: String?, in folder: String) -> AssessmentInput.FileState {
    guard let root = LocalFile.resolved(folder), !file.hasPrefix("/"),
      let found = LocalFile.resolved("\(folder)/\(file)"), found.hasPrefix(root.hasSuffix("/") ? root : root + "/"),
      LocalFile.kind(found) == .file
    else { return .missing }
    guard let digest else { return .current }
    return Digest.ofFile(found) == digest ? .current : .hashDiffers
  }
}
