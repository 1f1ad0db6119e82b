internal import AssessmentEngine
internal import Diagnostics
internal import DocumentWriting
internal import LocatedYAML
internal import PolicyModel

/// The assessment of one project as OSCAL's result: what was looked at, and what was observed, found and is at risk.
struct OSCALResult {
  let assessment: Assessment
  let options: ReportFormat.Options
  let uuid: NameUUID
  let people: OSCALPeople
  let entries: [OSCALReviewEntry]
  let places = PlaceIndex()
  private let answerLocations: [String: Location]
  private let standings: [EvidenceStanding]
  private let decisive: Set<String>

  init(_ assessment: Assessment, uuid: NameUUID, people: OSCALPeople, _ options: ReportFormat.Options) {
    self.assessment = assessment
    self.uuid = uuid
    self.people = people
    self.options = options
    entries = OSCALReviewEntry.all(assessment, people)
    standings = assessment.evidenceStandings
    decisive = Set(assessment.gate.because)
    let questions = assessment.policies.schema.questions.map(\.id)
    let found = questions.compactMap { id in assessment.location(of: id).map { (id, $0) } }
    answerLocations = Dictionary(found) { first, _ in first }
  }

  /// A name inside this result.
  func uuid(_ kind: String, _ name: String) -> NameUUID { NameUUID([kind, name], in: uuid) }

  var tool: NameUUID { uuid("component", "tool") }
  var project: NameUUID { uuid("component", "project") }
  var projectFile: NameUUID { OSCALResources.project(assessment) }

  /// Whether there are outcomes to report at all.
  var results: [RuleResult] { assessment.isDecided ? assessment.results : [] }

  /// Whether an input was not what it should be: then nothing counts as satisfied.
  var withholdsPasses: Bool { assessment.hasErrors || !assessment.isDecided }

  /// The items of evidence that support a rule, each with its place in the list.
  func evidence(for rule: Rule) -> [(index: Int, standing: EvidenceStanding)] {
    standings.enumerated().filter { $0.element.rules.contains(rule.id) }.map { ($0.offset, $0.element) }
  }

  func location(ofAnswer question: String) -> Location? { answerLocations[question] }

  func decidesGate(_ rule: Rule) -> Bool { decisive.contains(rule.id) }

  /// The entries of the review record that speak of a rule, or of an answer that it reads.
  func entries(on rule: Rule) -> [OSCALReviewEntry] {
    entries.filter { entry in
      entry.rule == rule.id
        || entry.field.map { rule.questions.contains($0) || rule.scopeQuestions.contains($0) } ?? false
    }
  }

  func write(_ json: inout JSONWriter) {
    let time = OSCALText.nearestTime(assessment.day)
    json.object { json in
      json.member("uuid", uuid)
      json.member("title", "\(OSCALText.written(assessment.shownName)), \(assessment.date)")
      json.member("description", description)
      json.member("start", time)
      json.member("end", time)
      json.properties(properties)
      json.links([OSCALLink(resource: projectFile)] + recordLink)
      writeLocalDefinitions(&json)
      writeReviewedControls(&json)
      writeObservations(&json)
      writeRisks(&json)
      writeFindings(&json)
      json.member("remarks", ifThere: remarks)
    }
  }

  var recordLink: [OSCALLink] {
    assessment.review.map { [OSCALLink(resource: OSCALResources.record($0))] } ?? []
  }

  // MARK: Decision

  private var stage: String { assessment.stage?.name ?? "unknown" }

  private var description: String {
    guard assessment.isDecided else {
      return "**Not assessed**: the input can't be read as a project description, so nothing was decided."
    }
    let gate = assessment.stage.map { "\($0.name) gate" } ?? "stage unanswered, assessed as at concept"
    var sentences = ["**\(assessment.gate.decision.rawValue)** (\(gate))."]
    if assessment.hasErrors {
      sentences.append("The input has errors, so nothing was approved and no objective is reported as satisfied.")
    }
    if !assessment.gate.because.isEmpty {
      sentences.append("It follows from \(assessment.gate.because.map { OSCALText.code($0) }.joined(separator: ", ")).")
    }
    let counts = Outcome.allCases.map { "\(assessment.summary[$0]) `\($0.rawValue)`" }.joined(separator: ", ")
    sentences.append("Of \(assessment.results.count) rules: \(counts).")
    return sentences.joined(separator: " ")
  }

  private var properties: [OSCALProperty?] {
    let document = assessment.project.document
    let decided: [OSCALProperty?] =
      assessment.isDecided
      ? assessment.gate.because.map { OSCALProperty("gate-because", $0) }
        + Outcome.allCases.map { OSCALProperty("count-\($0.token)", assessment.summary[$0]) } + [
          OSCALProperty("unevidenced-passes", assessment.evidence.unevidencedPasses),
          OSCALProperty("declared-only-passes", assessment.evidence.declaredOnlyPasses),
          OSCALProperty("evidence-files", assessment.evidence.files),
        ] : []
    return [
      .standard("marking", options.marking(of: assessment)),
      OSCALProperty("gate-decision", assessment.isDecided ? assessment.gate.decision.rawValue : "undecided"),
      OSCALProperty("gate-stage", stage), OSCALProperty("assessment-date", assessment.date),
      // Which of several results is the one to compare with is asked of every such document.
      OSCALProperty("baseline", assessment.isDecided ? "yes" : "no"),
      OSCALProperty("input-errors", assessment.diagnostics.count { $0.severity == .error }),
      OSCALProperty("file", document.file.name), OSCALProperty("document", document.number),
      OSCALProperty("sha256", assessment.projectDigest), OSCALProperty("review-sha256", assessment.review?.digest),
    ] + decided
      + assessment.policies.loosened.map { OSCALProperty("loosened", "\($0.pack): \($0.what)") }
  }

  private var remarks: String? {
    guard assessment.isDecided, !assessment.next.isEmpty else { return nil }
    let questions = assessment.next.map { next in
      "- \(OSCALText.code(next.question.id)) \(OSCALText.written(next.question.ask)) decides "
        + next.decides.map { OSCALText.code($0) }.joined(separator: ", ")
    }
    return "To answer next:\n\n" + questions.joined(separator: "\n")
  }

  // MARK: What was looked at, and with what

  /// The project, and the program that looked at it, so that observations can name both.
  private func writeLocalDefinitions(_ json: inout JSONWriter) {
    json.key("local-definitions")
    json.object { json in
      json.list("components", [project]) { json, uuid in
        json.member("uuid", uuid)
        json.member("type", "this-system")
        json.member("title", OSCALText.written(assessment.shownName))
        json.member("description", "The project as its description has it, at the stage \(OSCALText.code(stage)).")
        json.properties([OSCALProperty("stage", stage)])
        json.links([OSCALLink(resource: projectFile)])
        json.key("status")
        json.object { json in
          json.member("state", assessment.stage.componentState)
          if assessment.stage == nil { json.member("remarks", "The stage is unanswered.") }
        }
      }
      json.key("assessment-assets")
      json.object { json in
        json.list("components", [tool]) { json, uuid in
          json.member("uuid", uuid)
          json.member("type", "software")
          json.member("title", "Answerable")
          json.member("description", "Holds descriptions of projects against policy packs.")
          json.properties([.standard("version", options.version)])
          json.key("status")
          json.object { json in json.member("state", "operational") }
        }
        json.list("assessment-platforms", [uuid("platform", "tool")]) { json, uuid in
          json.member("uuid", uuid)
          json.member("title", "Answerable")
          json.rows("uses-components", [tool]) { json, tool in json.member("component-uuid", tool) }
        }
      }
    }
  }

  /// Every rule is evaluated, or none is where there was nothing to evaluate.
  private func writeReviewedControls(_ json: inout JSONWriter) {
    let packs = assessment.policies.packs.filter { !$0.rules.isEmpty }
    json.key("reviewed-controls")
    json.object { json in
      json.member(
        "description",
        assessment.isDecided
          ? "Every rule of the packs, whatever its outcome."
          : "No rule was evaluated: all that was planned is excluded.")
      json.list("control-selections", packs) { json, pack in
        json.member("description", "The rules of the pack \(OSCALText.code(pack.id)).")
        json.properties([OSCALProperty("pack", pack.id), OSCALProperty("pack-version", pack.version)])
        json.links([OSCALLink(resource: OSCALResources.pack(pack))])
        json.rows("include-controls", pack.rules) { json, rule in json.member("control-id", rule.id) }
        json.rows("exclude-controls", assessment.isDecided ? [] : pack.rules) { json, rule in
          json.member("control-id", rule.id)
        }
      }
    }
  }

  func writeSubject(_ json: inout JSONWriter) {
    json.rows("subjects", [project]) { json, uuid in
      json.member("subject-uuid", uuid)
      json.member("type", "component")
    }
  }
}

extension Outcome {
  /// As part of a property's name.
  var token: String { String(rawValue.map { $0 == "_" ? "-" : $0 }) }
}

extension LifecycleStage? {
  /// What OSCAL calls the state of a system at that stage.
  fileprivate var componentState: String {
    switch self {
    case nil: "other"
    case .concept, .design, .development, .test, .fielding: "under-development"
    case .operation: "operational"
    case .retirement: "disposition"
    }
  }
}
