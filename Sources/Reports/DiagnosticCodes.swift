public import Diagnostics

extension DiagnosticCode {
  /// What reports for other programs say beside the rules and what was found in the inputs.
  public static let ofReports = [
    DiagnosticCode(
      "gate.decision",
      """
      This is what the gate decides on the project as a whole at its stage, and the rules that it follows from. It is shown \
      as an error unless the decision is to proceed, so that no list of findings can look clean while the gate is shut.
      """,
      remedy: """
        Settle the rules that it names, the blockers first. `answerable explain` with the id of a rule and the project says \
        what would have to be.
        """),
    DiagnosticCode(
      "review.without-effect",
      """
      An entry of the review record changes nothing: it has expired, was not approved as it must be, or the rule can't be \
      waived. Who wrote it may believe that it counts, and the rule is judged as if it were not there.
      """,
      remedy: "Mend the entry as the reason says, or take it out of the record."),
    DiagnosticCode(
      "run.incomplete",
      """
      Something that was named on the command line could not be assessed, because it was not there or could not be read. The \
      report covers the rest only, and nothing is approved as a whole.
      """,
      remedy: "Look at the messages of the run for what was left out, and run it again with everything there."),
  ]
}
