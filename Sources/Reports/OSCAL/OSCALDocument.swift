internal import AssessmentEngine
internal import CEL
internal import Diagnostics
internal import DocumentWriting
internal import LocatedYAML
internal import PolicyModel

/// Assessments as one document of OSCAL's assessment results model; `Reports.docc/OSCAL.md` says what becomes of what.
struct OSCALDocument {
  /// The version whose schema it follows.
  static let version = "1.2.1"

  private let assessments: [Assessment]
  private let options: ReportFormat.Options
  private let results: [OSCALResult]
  private let resources: OSCALResources
  private let parties: OSCALParties
  private let uuid: NameUUID

  init(_ assessments: [Assessment], _ options: ReportFormat.Options) {
    self.assessments = assessments
    self.options = options
    let people = assessments.map { OSCALPeople($0) }
    let uuids = Self.uuids(of: assessments)
    results = zip(assessments, zip(uuids, people)).map { OSCALResult($0, uuid: $1.0, people: $1.1, options) }
    resources = OSCALResources(assessments)
    parties = OSCALParties(people)
    uuid = NameUUID(
      ["document", options.version, options.marking ?? "", options.isIncomplete ? "incomplete" : "complete"]
        + uuids.map(\.description).sorted())
  }

  /// One for each assessment, from what it was made of and what it came to. Assessments that are alike, as where a
  /// project is named twice, are counted in the order of their files' names, so that it is the same count in whatever
  /// order they were named.
  private static func uuids(of assessments: [Assessment]) -> [NameUUID] {
    let keys = assessments.map { key(of: $0) }
    let order = assessments.indices.sorted {
      (assessments[$0].project.document.file.name, $0) < (assessments[$1].project.document.file.name, $1)
    }
    var counts: [[String]: Int] = [:]
    var uuids: [Int: NameUUID] = [:]
    for index in order {
      counts[keys[index], default: 0] += 1
      uuids[index] = NameUUID(keys[index] + [String(counts[keys[index]] ?? 0)])
    }
    return assessments.indices.compactMap { uuids[$0] }
  }

  private static func key(of assessment: Assessment) -> [String] {
    let policies = assessment.policies
    let document = assessment.project.document
    return [
      "result", assessment.projectDigest, String(document.number), assessment.date, assessment.stage?.name ?? "unknown",
      assessment.review?.digest ?? "", OSCALResources.plan([policies]).description,
    ] + assessment.results.map(\.outcome.rawValue) + assessment.evidenceStandings.map { "\($0.file)" }
  }

  func write(_ json: inout JSONWriter) {
    json.object { json in
      json.key("assessment-results")
      json.object { json in
        json.member("uuid", uuid)
        writeMetadata(&json)
        json.key("import-ap")
        json.object { json in
          json.member("href", OSCALResources.plan(assessments.map(\.policies)).fragment)
          json.member("remarks", "There is no assessment plan beside the policy packs; the resource names them.")
        }
        writeObjectives(&json)
        json.key("results")
        json.array { json in for result in results { result.write(&json) } }
        json.key("back-matter")
        json.object { json in resources.write(&json) }
      }
    }
  }

  // MARK: Metadata

  private var title: String {
    if assessments.count == 1 { return "Assessment of \(OSCALText.written(assessments[0].shownName))" }
    return "Assessment of \(assessments.count) projects"
  }

  /// Nobody asked for a time: the document is as old as the assessments are, whenever it is written.
  private func writeMetadata(_ json: inout JSONWriter) {
    let day = assessments.map(\.day).max() ?? 0
    json.key("metadata")
    json.object { json in
      json.member("title", title)
      json.member("last-modified", OSCALText.nearestTime(day))
      json.member("version", "\(assessments.map(\.date).max() ?? "none")-\(uuid.description.prefix(8))")
      json.member("oscal-version", Self.version)
      var seen: Set<String> = []
      let markings = assessments.compactMap { options.marking(of: $0) }.filter { seen.insert($0).inserted }
      json.properties(
        markings.map { .standard("marking", $0) } + [
          OSCALProperty("tool", "answerable"), OSCALProperty("tool-version", options.version),
          OSCALProperty("complete", options.isIncomplete ? "no" : "yes"),
        ])
      parties.write(&json)
      json.member("remarks", remarks)
    }
  }

  private var remarks: String {
    let reading = """
      Each result is the whole assessment of one project on one date, and stands for itself. Every rule has an \
      observation with the property `outcome` of the namespace `\(OSCALProperty.namespace)`. A rule that is `unknown`, \
      `not_yet_due` or `not_applicable` has no finding, because nothing was found: it is neither satisfied nor not \
      satisfied. What the gate decides is the property `gate-decision` of the result; counting findings gives no decision.
      """
    let missing =
      "Something that was to be assessed could not be: the document does not cover everything that was asked for."
    return options.isIncomplete ? "\(missing)\n\n\(reading)" : reading
  }

  // MARK: Objectives

  /// What findings refer to stands in the document: no catalog has to be found to read it.
  private func writeObjectives(_ json: inout JSONWriter) {
    var seen: Set<String> = []
    let policies = assessments.map(\.policies)
    let rules = policies.flatMap { policies in policies.rules.map { (policies, $0) } }.filter {
      seen.insert($0.1.id).inserted
    }
    guard !rules.isEmpty else { return }
    json.key("local-definitions")
    json.object { json in
      json.list("objectives-and-methods", rules) { json, entry in
        let (policies, rule) = entry
        json.member("control-id", rule.id)
        json.member("description", OSCALText.written(rule.title))
        json.properties([
          OSCALProperty("pack", rule.pack), OSCALProperty("severity", rule.severity.name),
          OSCALProperty("due-from", rule.dueFrom.name),
        ])
        json.links(rule.clauseLinks(policies))
        json.list("parts", [rule]) { json, rule in
          json.member("id", rule.objective)
          json.member("name", "assessment-objective")
          json.member("prose", OSCALText.written(rule.requires))
        }
      }
    }
  }
}

extension Rule {
  /// The id of what is found satisfied or not. Ids of rules are words joined by hyphens (`pack.bad-name`), so they are
  /// tokens as OSCAL wants them, and this is none of them.
  var objective: String { id + "_obj" }

  func clauseLinks(_ policies: PolicySet) -> [OSCALLink] {
    clauses.map { OSCALLink(resource: OSCALResources.instrument(policies), fragment: $0) }
  }
}

extension Assessment {
  /// The project's name, or its file's where it has none.
  var shownName: String {
    if case .string(let name) = project.answer("project.name", in: policies.schema)?.value,
      let shown = OSCALText.string(name)
    {
      return shown
    }
    let document = project.document
    return document.number > 1 ? "\(document.file.name), document \(document.number)" : document.file.name
  }
}
