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
    let root = LocalFile.resolved(folder)
    let own = path == "-" ? nil : LocalFile.resolved(path)
    return project.evidence.map { item in
      guard let file = item.file else { return .unchecked }
      return state(of: file, digest: item.sha256, in: folder, root: root, own: own)
    }
  }

  private static func state(
    of file: String, digest: String?, in folder: String, root: String?, own: String?
  ) -> AssessmentInput.FileState {
    guard !file.hasPrefix("/"), let root else { return .outside }
    guard let found = LocalFile.resolved("\(folder)/\(file)") else {
      // Whether something is there is nobody's business outside the folder.
      return file.split(separator: "/").contains("..") ? .outside : .missing
    }
    if found == root { return .noFile }
    guard found.hasPrefix(root.hasSuffix("/") ? root : root + "/") else { return .outside }
    // A description is no evidence of itself, and an empty file shows nothing.
    guard LocalFile.kind(found) == .file, found != own, !LocalFile.isEmpty(found) else { return .noFile }
    guard let digest else { return .current }
    return Digest.ofFile(found) == digest ? .current : .hashDiffers
  }
}
