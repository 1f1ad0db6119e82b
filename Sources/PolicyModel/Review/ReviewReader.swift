public import Diagnostics
internal import LocatedYAML

extension ReviewRecord {
  /// Reads a file as a review record: its one document. Whether its entries have an effect is for the assessment to say.
  ///
  /// Everything that is wrong with the file is among the diagnostics (`yaml.*`, `file.*`, `review.*`); an empty file and
  /// a second document are errors, since a record that is overlooked would loosen or fail to tighten without a word.
  public static func read(_ file: SourceFile) -> Diagnosed<ReviewRecord> {
    let documents = YAMLReader.read(file)
    var read = Diagnosed(ReviewRecord(subject: nil, claims: [], acceptances: [], disputes: []))
    let root = documents.value.first?.root
    let isEmpty = root == nil || root?.scalar?.resolved == .null
    if let document = documents.value.first, let root, !isEmpty { read = self.read(root, in: document) }
    read.diagnostics = documents.diagnostics + read.diagnostics
    if documents.value.count > 1 {
      let second = documents.value[1]
      read.diagnostics.append(Messages.severalRecords(at: second.location(SourceRange(start: 0, end: 3))))
    }
    if isEmpty, documents.diagnostics.isEmpty {
      let start = Location(file: file, range: SourceRange(start: 0, end: 0))
      read.diagnostics.append(Messages.wrongHeader(expected: "review/1", found: nil, at: start))
    }
    read.diagnostics = read.diagnostics.condensed
    return read
  }

  private static func read(_ root: YAMLNode, in document: YAMLDocument) -> Diagnosed<ReviewRecord> {
    var reader = MappingReader(root, in: document.file, as: .review)
    let header = reader.text("answerable")
    if header != "review/1" {
      let place = root.value(forKey: "answerable") ?? root.entries?.first?.key ?? root
      reader.report(Messages.wrongHeader(expected: "review/1", found: header, at: reader.location(place)))
      if root.entries == nil {
        return Diagnosed(
          ReviewRecord(subject: nil, claims: [], acceptances: [], disputes: []),
          diagnostics: [Messages.wrongHeader(expected: "review/1", found: nil, at: reader.location(root))])
      }
    }
    let subject = readSubject(&reader).flatMap { $0.isEmpty ? nil : $0 }
    let claims = reader.items("not_applicable").map { readClaim($0, &reader) }
    let acceptances = reader.items("risk_acceptances").map { readAcceptance($0, &reader) }
    let disputes = reader.items("disputes").map { readDispute($0, &reader) }
    reader.finish()
    let record = ReviewRecord(subject: subject, claims: claims, acceptances: acceptances, disputes: disputes)
    return Diagnosed(record, diagnostics: reader.diagnostics)
  }

  private static func readClaim(_ node: YAMLNode, _ outer: inout MappingReader) -> NotApplicableClaim {
    var reader = MappingReader(node, in: outer.file, as: .claim)
    let claim = NotApplicableClaim(
      rule: reader.requiredText("rule"), justification: reader.text("justification"),
      claimedBy: reader.text("claimed_by"), approvedBy: reader.text("approved_by"),
      approverRank: reader.text("approver_rank"), reviewBy: reader.day("review_by"), subject: readSubject(&reader),
      confirmation: readConfirmation(&reader), location: reader.location(node),
      reviewByLocation: node.value(forKey: "review_by").map { reader.location($0) })
    reader.finish()
    reader.diagnostics.forEach { outer.report($0) }
    return claim
  }

  private static func readAcceptance(_ node: YAMLNode, _ outer: inout MappingReader) -> RiskAcceptance {
    var reader = MappingReader(node, in: outer.file, as: .acceptance)
    let acceptance = RiskAcceptance(
      rule: reader.requiredText("rule"), reason: reader.text("reason"), acceptedBy: reader.text("accepted_by"),
      holderType: reader.text("holder_type"), rank: reader.text("rank"), acceptedOn: reader.day("accepted_on"),
      expiresOn: reader.day("expires_on"), subject: readSubject(&reader), confirmation: readConfirmation(&reader),
      location: reader.location(node),
      expiryLocation: node.value(forKey: "expires_on").map { reader.location($0) })
    reader.finish()
    reader.diagnostics.forEach { outer.report($0) }
    return acceptance
  }

  private static func readDispute(_ node: YAMLNode, _ outer: inout MappingReader) -> Dispute {
    var reader = MappingReader(node, in: outer.file, as: .dispute)
    let dispute = Dispute(
      rule: reader.text("rule"), field: reader.text("field"), reason: reader.text("reason"),
      raisedBy: reader.text("raised_by"), raisedOn: reader.day("raised_on"), subject: readSubject(&reader),
      location: reader.location(node))
    if dispute.rule == nil, dispute.field == nil {
      reader.report(Messages.disputeNeedsSubject(at: reader.location(node)))
    }
    reader.finish()
    reader.diagnostics.forEach { outer.report($0) }
    return dispute
  }

  /// Empty where one is given that can't be read: then it is that of no file.
  private static func readSubject(_ outer: inout MappingReader) -> String? {
    guard let node = outer.take("subject") else { return nil }
    var reader = MappingReader(node, in: outer.file, as: .reviewSubject)
    let digest = reader.digest("sha256")
    reader.finish()
    reader.diagnostics.forEach { outer.report($0) }
    return digest ?? ""
  }

  private static func readConfirmation(_ reader: inout MappingReader) -> Confirmation? {
    let by = reader.text("confirmed_by")
    let rank = reader.text("confirmed_rank")
    let on = reader.day("confirmed_on")
    return by == nil && rank == nil && on == nil ? nil : Confirmation(by: by, rank: rank, on: on)
  }
}
