public import AssessmentEngine
internal import BuiltInPolicies
internal import CEL
internal import Crypto
internal import Diagnostics
internal import LocatedYAML
public import PolicyModel
internal import Testing

/// The built-in packs, and how to assess a text against them.
public enum World {
  /// As the program has them: `PolicyImageTests` holds them against what the files say.
  public static let policies: PolicySet? = BuiltIn.policies

  @Sendable public static func sha256(_ bytes: [UInt8]) -> String {
    SHA256.hash(data: bytes).map { byte in
      let digits = String(byte, radix: 16)
      return digits.utf8.count == 1 ? "0" + digits : digits
    }.joined()
  }

  /// Days since 1970.
  public static func day(_ date: String) throws -> Int { try #require(CivilDate(date)).day }

  public static func assess(
    _ project: [UInt8], named name: String = "project.yaml", review: [UInt8]? = nil, on date: String = "2026-03-01",
    stage: LifecycleStage? = nil, files: [String: AssessmentInput.FileState] = [:], against packs: PolicySet? = nil
  ) throws -> Assessment {
    let policies = try packs ?? #require(World.policies)
    let day = try World.day(date)
    let documents = YAMLReader.read(SourceFile(name: name, bytes: project))
    let document = try #require(documents.value.first)
    let read = policies.readProject(Diagnosed(document, diagnostics: documents.diagnostics), on: day)
    var input = AssessmentInput(
      project: read.value, projectDiagnostics: read.diagnostics, projectDigest: sha256(project),
      day: day, stage: stage,
      evidenceFiles: read.value.evidence.map { item in item.file.flatMap { files[$0] } ?? .unchecked })
    if let review {
      let read = ReviewRecord.read(SourceFile(name: "project.review.yaml", bytes: review))
      input.review = read.value
      input.reviewDiagnostics = read.diagnostics
      input.reviewFile = "project.review.yaml"
      input.reviewDigest = sha256(review)
    }
    return Assessment(input, against: policies)
  }

  public static func assess(_ text: String, on date: String = "2026-03-01") throws -> Assessment {
    try assess(Array(text.utf8), on: date)
  }
}
