internal import ArgumentParser

/// What reviewers do with the record that stands beside a project.
struct Review: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "review",
    abstract: "Start and keep the review record of a project: claims, risk acceptances, disputes.",
    discussion: """
      The record stands beside the project as NAME.review.yaml, or where --record says. Each entry is checked as it is \
      entered, by the rules that `check` judges it by; one that would have no effect is not written. Everything else in \
      the file stays as it is, byte for byte.

      What is left out is asked for at a terminal; elsewhere it is an error.

      \(ReviewOptions.exitCodes)
      """,
    subcommands: [
      ReviewStart.self, ReviewStatus.self, ReviewClaim.self, ReviewAccept.self, ReviewDispute.self, ReviewRenew.self,
      ReviewConfirm.self, ReviewWithdraw.self,
    ])
}
