import Foundation
import TestSupport
import Testing

/// What goes wrong around the program, while it writes or reads: nothing is lost, nothing is half there, and whoever runs it is
/// told.
@Suite("Faults")
enum FaultTests {
  /// A way in which the program writes a file.
  struct Writing: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let command: String
    var input = ""
    /// The file that can't be written.
    let file: String
  }

  private static let acceptance = """
    --reason 'A new clause is due in June' --accepted-by 'Vice Chief of Defence' --holder-type appointed_post \
    --rank senior-official --accepted-on 2026-02-24 --expires-on 2026-08-31 --date 2026-03-01
    """
  private static let doubt = "--reason 'The trial was too short' --raised-by 'Gen. C. Ong' --raised-on 2026-02-24"

  /// Each in a `FaultFolder`.
  static let writings = [
    Writing(
      testDescription: "a report", command: "check --date 2026-03-01 --format json --output old.json t.yaml",
      file: "old.json"),
    Writing(
      testDescription: "several reports",
      command: "check --date 2026-03-01 --report html=new.html --report json=old.json t.yaml", file: "new.html"),
    Writing(testDescription: "a project that is begun", command: "init new.yaml", file: "new.yaml"),
    Writing(
      testDescription: "an answer", command: "interview --date 2026-03-01 t.yaml",
      input: ":go project.name\nSelat Watch\n", file: "t.yaml"),
    Writing(
      testDescription: "an interview that begins a project", command: "interview --date 2026-03-01 new.yaml",
      input: "yes\nSelat Watch\n", file: "new.yaml"),
    Writing(testDescription: "a record that is begun", command: "review start u.yaml", file: "u.review.yaml"),
    Writing(
      testDescription: "an acceptance", command: "review accept t.yaml ac-supplier-terms \(acceptance)",
      file: "t.review.yaml"),
    Writing(
      testDescription: "a dispute",
      command: "review dispute t.yaml scope.human_role \(doubt) --date 2026-03-01", file: "t.review.yaml"),
    Writing(testDescription: "a reference", command: "pack docs --output old.json", file: "old.json"),
  ]

  /// A mount that nobody else sees needs rights that not every machine gives.
  static let privateMounts = "unshare $([ $(id -u) = 0 ] || echo --map-root-user) --mount bash -c"

  /// Whether there can be any; false, said loudly, where there can't.
  static func requirePrivateMounts() throws -> Bool {
    let probe = "\(privateMounts) 'mount -t tmpfs none /tmp'"
    if try Program.run(shell: probe, in: URL(filePath: "/"), hasMemoryLimit: false).status == 0 { return true }
    NotChecked.report("file systems can't be mounted here: run the tests as root, or with user namespaces")
    return false
  }
}

/// A folder with a project and its record, another project, and a report of yesterday.
final class FaultFolder {
  private let scratch: Scratch

  init() throws {
    scratch = try Scratch()
    let project = try Folder.bytes("Examples/counter-drone-turret.yaml")
    for name in ["t.yaml", "u.yaml"] { try Data(project).write(to: folder.appending(path: name)) }
    try Data("what stood here before\n".utf8).write(to: folder.appending(path: "old.json"))
    try #require(try Program.run(["review", "start", "t.yaml"], in: folder).status == 0)
  }

  var folder: URL { scratch.folder }

  /// The bytes of all files by their names.
  func files() throws -> [String: Data] { try Self.files(in: folder) }

  static func files(in folder: URL) throws -> [String: Data] {
    let names = try FileManager.default.contentsOfDirectory(atPath: folder.path())
    return try Dictionary(
      uniqueKeysWithValues: names.map { ($0, try Data(contentsOf: folder.appending(path: $0))) })
  }
}
