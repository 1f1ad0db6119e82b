internal import AssessmentEngine
internal import CEL
internal import DocumentWriting
internal import PolicyModel

/// The people whom the answers and the review record of one project name, each in the role of whoever did that.
///
/// A name that reads as that of a machine, a supplier or a body without a face is nobody's: the text is shown where it was
/// written, and no party is made of it.
struct OSCALPeople {
  /// What somebody did or answers for.
  struct Role {
    let id: String
    let title: String
    let description: String

    static let sponsor = Role(
      id: "sponsor", title: "Sponsor", description: "Answers for a stage of the project as its sponsor.")
    static let developerLead = Role(
      id: "developer-lead", title: "Development lead", description: "Leads the development.")
    static let assessor = Role(
      id: "assessor", title: "Assessor", description: "Carried out the assessment that the answers were given in.")
    static let riskOwner = Role(
      id: "risk-owner", title: "Risk owner", description: "Accepts the risk of the project.")
    static let riskAcceptor = Role(
      id: "risk-acceptor", title: "Risk acceptor", description: "Carries the failure of a rule for a limited time.")
    static let claimant = Role(
      id: "claimant", title: "Claimant", description: "Claims that a rule does not apply.")
    static let claimApprover = Role(
      id: "claim-approver", title: "Approver of claims", description: "Approved a claim that a rule does not apply.")
    static let disputant = Role(
      id: "disputant", title: "Disputant", description: "Disputes an answer or the pass of a rule.")

    static let all = [
      sponsor, developerLead, assessor, riskOwner, riskAcceptor, claimant, claimApprover, disputant,
    ]
  }

  /// One occurrence of a name.
  struct Mention {
    let name: String
    let role: Role
    var rank: String?
    var holderType: String?
    /// Whether what they said has an effect: nobody is responsible for what has none.
    var isResponsible = true

    var uuid: NameUUID { NameUUID(["party", name]) }

    var isOrganization: Bool { ["committee", "organisation", "vendor"].contains(holderType) }
  }

  private let names: PersonNames
  /// In the order of the answers, then of the record.
  private(set) var mentions: [Mention] = []

  init(_ assessment: Assessment) {
    names = assessment.policies.names
    addAnswers(assessment)
    for entry in assessment.reviewEntries { add(entry) }
  }

  private mutating func add(_ entry: ReviewEntry) {
    let start = mentions.count
    switch entry.content {
    case .acceptance(let acceptance):
      add(acceptance.acceptedBy, .riskAcceptor, rank: acceptance.rank, holderType: acceptance.holderType)
    case .claim(let claim):
      add(claim.claimedBy, .claimant)
      add(claim.approvedBy, .claimApprover, rank: claim.approverRank)
    case .dispute(let dispute): add(dispute.raisedBy, .disputant)
    }
    for index in mentions[start...].indices { mentions[index].isResponsible = entry.fault == nil }
  }

  /// Who is meant by a name; nil where nobody is.
  func actor(_ name: String?, _ role: Role) -> OSCALActor? {
    person(name).map { .party(Mention(name: $0, role: role).uuid, role: role.id) }
  }

  private func person(_ name: String?) -> String? { names.good(name) == nil ? nil : name.flatMap(OSCALText.string) }

  private mutating func add(_ name: String?, _ role: Role, rank: String? = nil, holderType: String? = nil) {
    guard let name = person(name) else { return }
    mentions.append(Mention(name: name, role: role, rank: rank, holderType: holderType))
  }

  private mutating func addAnswers(_ assessment: Assessment) {
    func answer(_ question: String) -> Value? {
      assessment.project.answer(question, in: assessment.policies.schema)?.value
    }
    if case .list(let assignments) = answer("accountability.assignments") {
      for case .record(let record) in assignments.items {
        let fields = Dictionary(
          zip(record.type.fields.map(\.name), record.fields.map(Self.text)), uniquingKeysWith: { first, _ in first })
        guard let role = fields["role"] ?? nil, role.lowercased().contains("sponsor") else { continue }
        let holderType = fields["holder_type"] ?? nil
        if holderType != "software_agent" { add(fields["holder"] ?? nil, .sponsor, holderType: holderType) }
      }
    }
    for (question, role) in [
      ("governance.developer_lead", Role.developerLead), ("governance.assessor", .assessor),
      ("governance.risk_owner", .riskOwner),
    ] { add(answer(question).flatMap(Self.text), role) }
  }

  private static func text(_ value: Value) -> String? {
    if case .string(let text) = value { return text }
    return nil
  }
}

/// Everybody named in any of several projects, as OSCAL's roles, parties and responsible parties.
struct OSCALParties {
  private let mentions: [OSCALPeople.Mention]

  init(_ people: [OSCALPeople]) {
    mentions = people.flatMap(\.mentions)
  }

  private var usedRoles: [OSCALPeople.Role] {
    OSCALPeople.Role.all.filter { role in mentions.contains { $0.role.id == role.id } }
  }

  func write(_ json: inout JSONWriter) {
    json.list("roles", usedRoles) { json, role in
      json.member("id", role.id)
      json.member("title", role.title)
      json.member("description", role.description)
    }
    var seen: Set<NameUUID> = []
    let first = mentions.filter { seen.insert($0.uuid).inserted }
    json.list("parties", first) { json, party in
      let same = mentions.filter { $0.uuid == party.uuid }
      json.member("uuid", party.uuid)
      json.member("type", same.contains(where: \.isOrganization) ? "organization" : "person")
      json.member("name", party.name)
      json.properties(
        unique(same.compactMap(\.rank)).map { OSCALProperty("rank", $0) }
          + unique(same.compactMap(\.holderType)).map { OSCALProperty("holder-type", $0) })
    }
    let responsible = mentions.filter(\.isResponsible)
    let filled = usedRoles.filter { role in responsible.contains { $0.role.id == role.id } }
    json.list("responsible-parties", filled) { json, role in
      json.member("role-id", role.id)
      json.member("party-uuids", unique(responsible.filter { $0.role.id == role.id }.map { $0.uuid.description }))
    }
  }

  private func unique(_ texts: [String]) -> [String] {
    var seen: Set<String> = []
    return texts.filter { seen.insert($0).inserted }
  }
}
