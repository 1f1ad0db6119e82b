import LocatedYAML

extension FuzzTarget {
  /// Whatever comes in over a connection, the server answers it or ends it, and never says that the mistake is its own;
  /// the project that it serves stays a document without errors.
  static let http = FuzzTarget(name: "http") { bytes in
    let site = ServedSite.shared
    for status in site.answers(to: bytes) {
      promise(status != 500, "the server says that the mistake is its own")
    }
    let project = site.project()
    promise((try? YAMLEditor(project)) != nil, "the project can't be read any more")
    if project.count > 65_536 { site.begin() }
  }
}
