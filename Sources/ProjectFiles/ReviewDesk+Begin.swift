internal import LocalFiles

extension ReviewDesk {
  /// Begins a record that has no entries yet, for a project as it is now, and says where. Throws a `Failure` where there
  /// is a record already, which stays as it is, and a `FileProblem` where none can be written.
  public static func begin(_ project: String, _ item: ProjectSource.Item, _ reviews: ReviewSource) throws -> String {
    if let path = try reviews.path(for: project), LocalFile.isTaken(path) {
      throw Failure(
        .invalidInput, "`\(reviews.names.name(of: path))` is there already: it was left as it is", isConflict: true)
    }
    guard let path = reviews.newPath(for: project) else {
      throw Failure(.usage, "a review record binds to a file: `\(project)` is none")
    }
    let text = """
      # What the reviewers decided about one version of the project.
      #
      # `answerable review` adds entries and checks each. Keep this file where only reviewers can write: nothing in it is
      # signed, and it is as trustworthy as whoever can change it.
      answerable: review/1
      subject:
        sha256: \(item.digest)

      # Claims that a rule does not apply, although its condition says so.
      not_applicable: []

      # Failures that somebody of sufficient rank accepts for a time.
      risk_acceptances: []

      # Passes and answers that a reviewer doubts.
      disputes: []

      """
    try EditedFile.create(path, Array(text.utf8))
    return reviews.names.name(of: path)
  }
}
