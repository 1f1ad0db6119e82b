extension DiagnosticCode {
  /// What is said of long lists of diagnostics.
  public static let ofLists = [
    DiagnosticCode(
      "file.more-of-these",
      """
      A file has more than fifty faults of the same kind. The first fifty are shown; the line counts the others. All of \
      them are still there: each answer that one of them is about counts as not given.
      """,
      remedy: """
        Mend those that are shown, which often have one cause, such as a wrong indentation or a section that was renamed, \
        and check again.
        """)
  ]
}
