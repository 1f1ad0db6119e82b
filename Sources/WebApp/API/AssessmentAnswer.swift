internal import AssessmentEngine
internal import CEL
internal import HTTPTypes
internal import Hummingbird
internal import PolicyModel
internal import ProjectFiles
internal import Reports
internal import Schemas

/// The report on assessments, with the decision in headers, for whoever wants nothing else.
struct AssessmentAnswer {
  private let assessments: [Assessment]
  private let media: ReportMedia
  private var options = ReportFormat.Options()

  init(_ assessments: [Assessment], _ asked: APIRequest, _ site: Site) throws {
    self.assessments = assessments
    media = try ReportMedia.asked(asked)
    options.isVerbose = asked[.verbose] == "true"
    options.version = site.version
    options.isOneOfSeveral = assessments.count > 1
  }

  var response: Response {
    var headers = HTTPFields()
    headers[.decision] = gravest.rawValue
    headers[.exitCode] = String(status.rawValue)
    headers[.vary] = "Accept"
    // Its style stands in the page.
    if media.format.name == "html" { headers[.contentSecurityPolicy] = ResponseHeaders.documentSecurityPolicy }
    return .bytes(media.format.write(assessments, options: options), media.contentType, headers)
  }

  private var gravest: Gate.Decision {
    let order: [Gate.Decision] = [.stop, .hold, .conditional, .proceed]
    return order.first { decision in assessments.contains { $0.gate.decision == decision } } ?? .hold
  }

  /// What `check` would end with.
  private var status: ExitStatus {
    let all = assessments.map { $0.hasErrors || !$0.isDecided ? .invalidInput : ExitStatus($0.gate.decision) }
    return all.reduce(.proceed) { $0.worse($1) }
  }

  static let success = APIOperation.Success(
    meaning: "The assessment, whatever the gate decides.",
    content: ReportMedia.all.map { media in
      let schema: JSONSchema =
        switch media.format.name {
        case "json": .anyComponent("assessment", "assessments")
        case "sarif", "oscal": JSONSchema(type: "object")
        default: JSONSchema(type: "string")
        }
      return (media.mediaType, schema)
    },
    headers: [
      APIOperation.Success.Header(
        name: "Answerable-Decision", meaning: "What the gate decides; over several projects the gravest.",
        schema: .values(Gate.Decision.allCases.map(\.rawValue))),
      APIOperation.Success.Header(
        name: "Answerable-Exit-Code",
        meaning:
          "What `answerable check` would end with: 0 proceed, 1 stop, 2 hold, 3 conditional, 65 the input has errors.",
        schema: .values(["0", "1", "2", "3", "65"])),
    ])
}

extension Site {
  /// The assessor for the day and the stage that a request names.
  func assessor(_ asked: APIRequest) -> ProjectAssessor {
    ProjectAssessor(
      policies: policies, day: asked[.date].flatMap { CivilDate($0)?.day } ?? day(),
      stage: asked[.stage].flatMap { LifecycleStage(name: $0) } ?? stage,
      reviews: ReviewSource(names: names, inside: folder.path))
  }
}

extension JSONSchema {
  /// A part of the OpenAPI document.
  static func component(_ name: String) -> JSONSchema {
    JSONSchema().with("$ref", .text("#/components/schemas/\(name)"))
  }

  static func anyComponent(_ names: String...) -> JSONSchema {
    JSONSchema().with("anyOf", .array(names.map { component($0).value }))
  }
}
