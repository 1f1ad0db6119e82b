internal import AssessmentEngine
internal import Diagnostics
internal import DocumentWriting
internal import LocatedYAML
internal import PolicyModel

/// Something outside the report that it refers to: a file, an address, a document.
struct OSCALResource {
  /// Where it can be had, and what its bytes hash to.
  struct Source {
    let href: String
    var sha256: String?
  }

  let uuid: NameUUID
  /// Markdown, as are the other texts.
  let title: String
  var description: String?
  var properties: [OSCALProperty?] = []
  var citation: String?
  /// What the citation names.
  var cited: [OSCALLink] = []
  var sources: [Source] = []
  var remarks: String?

  func write(_ json: inout JSONWriter) {
    json.member("uuid", uuid)
    json.member("title", title)
    json.member("description", ifThere: description)
    json.properties(properties)
    if let citation {
      json.key("citation")
      json.object { json in
        json.member("text", citation)
        json.links(cited)
      }
    }
    json.list("rlinks", sources) { json, source in
      json.member("href", source.href)
      json.rows("hashes", [source.sha256].compactMap { $0 }) { json, digest in
        json.member("algorithm", "SHA-256")
        json.member("value", digest)
      }
    }
    json.member("remarks", ifThere: remarks)
  }
}

/// The resources of a document, each once, whatever number of projects refer to it.
struct OSCALResources {
  private var resources: [OSCALResource] = []
  private var indexes: [NameUUID: Int] = [:]
  /// Files that hold several of the projects: no digest of one is that of the file.
  private let shared: Set<String>

  static func instrument(_ policies: PolicySet) -> NameUUID {
    let foundation = policies.foundation
    return NameUUID(["instrument", foundation.id, foundation.version, foundation.sha256])
  }

  static func pack(_ pack: PolicyPack) -> NameUUID { NameUUID(["pack", pack.id, pack.version, pack.sha256]) }

  static func project(_ assessment: Assessment) -> NameUUID { NameUUID(["project", assessment.projectDigest]) }

  static func record(_ review: ReviewEffect) -> NameUUID { NameUUID(["review-record", review.digest]) }

  static func evidence(_ item: EvidenceItem, of assessment: Assessment) -> NameUUID {
    NameUUID(["evidence", assessment.projectDigest, item.sha256 ?? "", item.file ?? "", item.uri ?? ""])
  }

  static func plan(_ policies: [PolicySet]) -> NameUUID {
    var seen: Set<NameUUID> = []
    let all = policies.flatMap { [instrument($0)] + $0.packs.map { pack($0) } }.filter { seen.insert($0).inserted }
    return NameUUID(["plan"] + all.map(\.description))
  }

  init(_ assessments: [Assessment]) {
    let numbers = Dictionary(grouping: assessments, by: \.project.document.file.name).mapValues {
      Set($0.map(\.project.document.number))
    }
    shared = Set(numbers.filter { $0.value.count > 1 || !$0.value.contains(1) }.keys)
    addPlan(assessments.map(\.policies))
    for assessment in assessments { add(assessment.policies) }
    for assessment in assessments {
      add(project: assessment)
      if let review = assessment.review { add(review, of: assessment) }
      for standing in assessment.evidenceStandings where standing.item.hasSource {
        add(standing.item, of: assessment)
      }
    }
  }

  func write(_ json: inout JSONWriter) {
    json.list("resources", resources) { json, resource in resource.write(&json) }
  }

  /// What is there already gets the sources that are new; in the order of their addresses, so that the order of the
  /// projects makes no difference.
  private mutating func add(_ resource: OSCALResource) {
    guard let index = indexes[resource.uuid] else {
      indexes[resource.uuid] = resources.count
      return resources.append(resource)
    }
    let known = Set(resources[index].sources.map(\.href))
    resources[index].sources += resource.sources.filter { !known.contains($0.href) }
    resources[index].sources.sort { $0.href < $1.href }
  }

  // MARK: What projects are held against

  /// OSCAL wants a plan to have been followed. There is no plan of its own: the packs say what is looked at and how.
  private mutating func addPlan(_ policies: [PolicySet]) {
    var seen: Set<NameUUID> = []
    let packs = policies.flatMap(\.packs).filter { seen.insert(Self.pack($0)).inserted }
    let instruments = policies.filter { seen.insert(Self.instrument($0)).inserted }.map { Self.instrument($0) }
    let list = packs.map {
      "- \(OSCALText.code($0.id)) \(OSCALText.written($0.version)): \(OSCALText.written($0.title))"
    }
    add(
      OSCALResource(
        uuid: Self.plan(policies), title: "What was planned: every rule of the policy packs",
        description: """
          There is no assessment plan beside the packs: they say which rules apply to what, from which stage on, and what \
          each requires of the answers.

          \(list.joined(separator: "\n"))
          """,
        properties: [.standard("type", "plan")],
        citation: "The packs, and the instrument that they derive from.",
        cited: (instruments + packs.map { Self.pack($0) }).map { OSCALLink(resource: $0) }))
  }

  private mutating func add(_ policies: PolicySet) {
    let foundation = policies.foundation
    let instrument = foundation.instrument
    let clauses = instrument.clauses.map { "- \(OSCALText.code($0.id)) \(OSCALText.written($0.text))" }
    add(
      OSCALResource(
        uuid: Self.instrument(policies), title: OSCALText.written(instrument.title),
        description: "The clauses, in the packs' own words:\n\n" + clauses.joined(separator: "\n"),
        properties: [
          .standard("type", "policy"), .standard("version", foundation.version),
          OSCALProperty("foundation", foundation.id), OSCALProperty("foundation-sha256", foundation.sha256),
        ],
        citation: OSCALText.written([instrument.title, instrument.place, instrument.date].joined(separator: ", "))))
    for pack in policies.packs {
      add(
        OSCALResource(
          uuid: Self.pack(pack), title: "Policy pack \(OSCALText.written(pack.id)): \(OSCALText.written(pack.title))",
          description: OSCALText.written(pack.summary),
          properties: [
            .standard("type", "policy"), .standard("version", pack.version), OSCALProperty("pack", pack.id),
          ],
          sources: [.init(href: URIText.reference(pack.location.file.name), sha256: pack.sha256)]))
    }
  }

  // MARK: What projects bring

  private mutating func add(project assessment: Assessment) {
    let file = assessment.project.document.file.name
    let isShared = shared.contains(file)
    let isFile = file != "<standard input>"
    add(
      OSCALResource(
        uuid: Self.project(assessment), title: "Project description: \(OSCALText.written(assessment.shownName))",
        properties: [
          .standard("type", "questionnaire"), OSCALProperty("sha256", assessment.projectDigest),
        ],
        sources: isFile
          ? [.init(href: URIText.reference(file), sha256: isShared ? nil : assessment.projectDigest)] : [],
        remarks: isShared
          ? "The file holds several documents; the digest is that of this document's own bytes."
          : isFile ? nil : "It was read from standard input."))
  }

  private mutating func add(_ review: ReviewEffect, of assessment: Assessment) {
    let record = assessment.record
    let locations =
      (record?.acceptances.map(\.location) ?? []) + (record?.claims.map(\.location) ?? [])
      + (record?.disputes.map(\.location) ?? [])
    add(
      OSCALResource(
        uuid: Self.record(review), title: "Review record of \(OSCALText.written(assessment.shownName))",
        description: "What people decided about the project: claims, acceptances and disputes, with names and dates.",
        properties: [
          .standard("type", "artifact"), OSCALProperty("sha256", review.digest),
          OSCALProperty("subject-sha256", record?.subject),
        ],
        sources: locations.prefix(1).map {
          .init(href: URIText.reference($0.file.name), sha256: review.digest)
        }))
  }

  private mutating func add(_ item: EvidenceItem, of assessment: Assessment) {
    let name = item.file ?? item.uri ?? ""
    let addresses = [
      item.file.map { URIText.reference(URIText.path($0, besideFile: assessment.project.document.file.name)) },
      item.uri.flatMap { URIText.address($0) },
    ].compactMap { $0 }
    add(
      OSCALResource(
        uuid: Self.evidence(item, of: assessment), title: OSCALText.written(item.title ?? name),
        properties: [.standard("type", "evidence"), OSCALProperty("sha256", item.sha256)],
        // What is no address that a reader's program should follow is quoted.
        citation: addresses.isEmpty ? OSCALText.written(name) : nil,
        sources: addresses.map { .init(href: $0, sha256: item.sha256) }))
  }
}
