internal import AssessmentEngine
internal import HTTPTypes
internal import ProjectFiles
internal import Schemas

extension APIOperation {
  static let assess = APIOperation(
    method: .post, path: "/assessments", id: "assess",
    summary: "Assess a project description that is sent along.",
    details: """
      The report is what `answerable check` writes for the same bytes on the same day. An assessed project is answered \
      with 200 whatever the gate decides; the header `Answerable-Decision` has the decision. Files of evidence are not \
      sent along: all that the project names count as missing. A review record counts for the very bytes that it names, \
      so both are sent as files of a form. Several documents of a YAML stream make one report over all.
      """,
    parameters: [.date, .stage, .verbose, .format],
    body: Body(meaning: "The project description.", forms: projectForms(withReview: true)),
    success: AssessmentAnswer.success, problems: [.notOffered]
  ) { asked, site in
    let sent = try await SentProject(asked, takesReview: true)
    let assessor = site.assessor(asked)
    var assessments: [Assessment] = []
    for item in sent.items {
      assessments.append(assessor.assess(sent: item, with: sent.review))
      await Task.yield()
    }
    return try AssessmentAnswer(assessments, asked, site).response
  }

  /// How a project is sent. Everything in a description may be missing, and what is wrong with it is part of the report.
  static func projectForms(withReview: Bool) -> [Body.Form] {
    let project = JSONSchema(type: "object").described(
      "A project description; `answerable schema project` writes what is asked.")
    let example: JSONValue = [
      "answerable": "project/1", "name": "Perisai counter-drone turret", "stage": "test",
      "control": ["abort_latency_s": .number(1.8)],
    ]
    let form = JSONSchema.object([
      JSONSchema.Member("project", JSONSchema(type: "string").described("The file with the description.")),
      JSONSchema.Member(
        "review", JSONSchema(type: "string").described("The file with its review record."), isRequired: false),
    ])
    return [
      Body.Form(mediaType: "application/yaml", schema: project, example: example),
      Body.Form(mediaType: "application/json", schema: project, example: example),
    ]
      + (withReview
        ? [
          Body.Form(
            mediaType: "multipart/form-data", schema: form,
            example: ["project": "answerable: project/1\nname: Perisai counter-drone turret\n"])
        ] : [])
  }
}
