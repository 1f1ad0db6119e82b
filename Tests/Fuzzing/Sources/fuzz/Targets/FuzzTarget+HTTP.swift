import LocatedYAML

extension FuzzTarget {
  /// Whatever comes in over a connection, the server answers it or ends it, and never says that the mistake is its own;
  /// the project that it serves stays a document without errors. What only asks gets the same answers in one piece as in
  /// two.
  static let http = FuzzTarget(name: "http") { bytes in
    let site = ServedSite.shared
    let whole = site.answers(to: bytes)
    promise(!whole.contains(500), "the server says that the mistake is its own")
    let project = site.project()
    promise((try? YAMLEditor(project)) != nil, "the project can't be read any more")
    if project.count > 65_536 { site.begin() }
    // The end of a connection that was refused can overtake what is still to be sent.
    var chance = Chance(bytes)
    guard bytes.starts(with: "GET /".utf8), !whole.isEmpty, whole.allSatisfy({ $0 < 400 }),
      !String(decoding: bytes, as: UTF8.self).contains("POST"), Int.random(in: 0..<8, using: &chance) == 0
    else { return }
    let parts = site.answers(to: bytes, pausingAfter: Int.random(in: 0..<bytes.count, using: &chance))
    promise(parts == whole, "in one piece \(whole), in two \(parts)")
  }
}
