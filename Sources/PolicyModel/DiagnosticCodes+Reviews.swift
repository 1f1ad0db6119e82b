public import Diagnostics

extension DiagnosticCode {
  /// What is said of review records.
  public static let ofReviews = [
    DiagnosticCode(
      "review.dispute-without-subject",
      """
      A reviewer disputes something, and the entry does not say what. It can't be held against any rule or answer, so an \
      objection that was meant to stop a pass would be lost. Until it is mended the gate is kept at hold.
      """,
      remedy: "Add `rule:` with the id of a rule, or `field:` with the name of a question.",
      example: .init(
        .review,
        """
        answerable: review/1
        subject:
          sha256: 4f990f6313b2ba079092fd1515dd94e446e3dacb143f93e246f6653e0cc4e60a
        disputes:
          - reason: The two sources behind an alert are one radar behind two gateways
            raised_by: Wing Commander R. Santoso
        """, mend: "- reason:", to: "- rule: rs-corroboration\n    reason:")),
    DiagnosticCode(
      "review.no-subject",
      """
      The record does not say which file its authors read. Without the digest of the project file an acceptance for one \
      version would go on counting for every later one, whatever was changed in it.
      """,
      remedy: "Add `subject:` with `sha256:` and what `sha256sum PROJECT.yaml` prints for the file that was reviewed.",
      example: .init(
        .review,
        """
        answerable: review/1
        disputes:
          - rule: rs-corroboration
            reason: The two sources behind an alert are one radar behind two gateways
            raised_by: Wing Commander R. Santoso
        """, mend: "disputes:",
        to: "subject:\n  sha256: 4f990f6313b2ba079092fd1515dd94e446e3dacb143f93e246f6653e0cc4e60a\ndisputes:")),
    DiagnosticCode(
      "review.several-records",
      """
      A line `---` begins a second record in the file, and only the first is read. A dispute in the second would have no \
      effect, so the gate is kept at hold until there is one record.
      """,
      remedy: "Put all entries under the lists of the first record, and remove the line `---` with what follows it.",
      example: .init(
        .review,
        """
        answerable: review/1
        subject:
          sha256: 4f990f6313b2ba079092fd1515dd94e446e3dacb143f93e246f6653e0cc4e60a
        ---
        disputes:
          - rule: rs-corroboration
            reason: The two sources behind an alert are one radar behind two gateways
            raised_by: Wing Commander R. Santoso
        """, mend: "---\n", to: "")),
  ]
}
