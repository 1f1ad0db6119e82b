import AssessmentTestSupport
import CEL
import Foundation
import TestSupport
import Testing

/// A repository with one project description, as a pipeline finds it: the change is checked out in `work`, beside its
/// `origin` with the branches `main` and `reviews`.
struct PipelineRepository {
  /// What the change brings.
  enum Change: String, CaseIterable, CustomTestStringConvertible {
    case proceeds, stops, hasConditions = "has conditions"
    /// The record that lets a project on lies beside it, where its submitter put it.
    case ownRecord = "is let on by its own record"
    case isBroken = "is broken"
    /// A file of evidence is another, and no description was touched.
    case otherEvidence = "replaces evidence"
    case nothing = "is about something else"

    var testDescription: String { rawValue }

    fileprivate var example: String {
      switch self {
      case .proceeds, .isBroken, .otherEvidence, .nothing: "mine-disposal"
      case .stops: "counter-drone-turret"
      case .hasConditions, .ownRecord: "air-picture-support"
      }
    }

    /// The exit code of `check`.
    var status: Int32 {
      switch self {
      case .proceeds, .nothing: 0
      case .stops, .ownRecord: 1
      case .otherEvidence: 2
      case .hasConditions: 3
      case .isBroken: 65
      }
    }
  }

  private let scratch = Result { try Scratch() }
  let folder: URL
  let base: String

  var work: URL { folder.appending(path: "work") }

  init(_ change: Change) throws {
    folder = try scratch.get().folder
    let record = try? Self.today(Folder.bytes("Examples/\(change.example).review.yaml"))
    let project = try Self.today(Folder.bytes("Examples/\(change.example).yaml"))
    let manager = FileManager.default
    for name in ["new/projects/evidence", "reviews", "tmp", "home"] {
      try manager.createDirectory(at: folder.appending(path: name), withIntermediateDirectories: true)
    }
    let projects = folder.appending(path: "new/projects")
    try Data(project.utf8).write(to: projects.appending(path: "turret.yaml"))
    try manager.copyItem(
      at: Folder.package.appending(path: "Examples/evidence/\(change.example)"),
      to: projects.appending(path: "evidence/\(change.example)"))
    if let record, change != .stops {
      let digest = World.sha256(Array(project.utf8))
      let bound = record.replacing(/sha256: [0-9a-f]{64}/, with: "sha256: \(digest)", maxReplacements: 1)
      let place = change == .ownRecord ? projects : folder.appending(path: "reviews")
      try Data(bound.utf8).write(to: place.appending(path: "turret.review.yaml"))
    }
    // Two commits: what was there, and what the change does.
    let change =
      switch change {
      case .otherEvidence:
        "cp -r ../new/projects .; COMMIT; echo else >> projects/evidence/mine-disposal/timing-trial.csv"
      case .nothing: "cp -r ../new/projects .; COMMIT; echo text > README"
      case .isBroken: "COMMIT; cp -r ../new/projects .; echo 'scope: [' >> projects/turret.yaml"
      default: "COMMIT; cp -r ../new/projects ."
      }
    let commit = "git add --all; git commit --quiet --allow-empty --message change"
    let made = try Self.run(
      """
      set -e
      git init --quiet --bare --initial-branch main origin.git
      git clone --quiet origin.git work 2> clone; cd work
      git checkout --quiet --orphan reviews; cp -r ../reviews/. .; \(commit); git push --quiet origin reviews
      git checkout --quiet --orphan main; git rm --quiet -r --force --ignore-unmatch .
      \(change.replacing("COMMIT", with: commit + "; git push --quiet origin main; git rev-parse HEAD")); \(commit)
      """, in: folder, home: folder)
    #expect(made.status == 0, "\(made.errors)")
    base = made.output.split(separator: "\n").last.map(String.init) ?? ""
  }

  /// Dates as far before today as they are before the day of the examples: pipelines assess on the day that it is.
  private static func today(_ bytes: [UInt8]) throws -> String {
    let today = Int((Date().timeIntervalSince1970 / 86_400).rounded(.down))
    let shift = today - (try World.day("2026-03-01"))
    return String(decoding: bytes, as: UTF8.self).replacing(/\b20[0-9]{2}-[0-9]{2}-[0-9]{2}\b/) { match in
      CivilDate(String(match.output)).map { CivilDate(day: $0.day + shift).description } ?? String(match.output)
    }
  }

  private static func run(_ line: String, in folder: URL, home: URL) throws -> Program.Result {
    try Program.run(
      shell: line, in: folder,
      environment: [
        "HOME": home.appending(path: "home").path(), "GIT_CONFIG_NOSYSTEM": "1", "GIT_AUTHOR_NAME": "A",
        "GIT_AUTHOR_EMAIL": "a@example.invalid", "GIT_COMMITTER_NAME": "A",
        "GIT_COMMITTER_EMAIL": "a@example.invalid",
      ])
  }

  /// Runs a script as the pipeline's runner would: `shell` names the interpreter with its options.
  func run(_ script: String, by shell: String, environment: [String: String]) throws -> Program.Result {
    try Data(script.utf8).write(to: folder.appending(path: "script"))
    let settings = environment.merging(["TMP_OF_RUNNER": folder.appending(path: "tmp").path()]) { own, _ in own }
    let exports = settings.sorted { $0.key < $1.key }.map { "export \($0.key)='\($0.value)'; " }.joined()
    return try Self.run("\(exports)exec \(shell) ../script", in: work, home: folder)
  }

  func isThere(_ path: String) -> Bool { FileManager.default.fileExists(atPath: work.appending(path: path).path()) }
}
