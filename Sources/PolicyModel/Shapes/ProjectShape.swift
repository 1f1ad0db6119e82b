extension MappingShape {
  /// A file of the kind `project/1`, but for the answers, which the questions declare.
  package static let project = MappingShape(
    "a project description", "What a project is and what was done about it: answers, and the evidence for them.",
    [
      KeyShape("answerable", .constant("project/1"), .required, "What kind of file this is."),
      KeyShape("marking", .text, "The classification marking, which reports repeat.", example: "OFFICIAL"),
      KeyShape("evidence", .list(.mapping(.evidence)), "What supports the answers: reports, records, certificates."),
    ])

  /// An item of `evidence`.
  package static let evidence = MappingShape(
    "an item of evidence", "Something that supports answers, and where it can be looked at.",
    [
      KeyShape("title", .text, "What it is, in a line.", example: "Abort trial report"),
      KeyShape(
        "supports", .list(.reference(.questionOrRule), least: 1), .requiredSaying { Messages.supportsNothing(at: $0) },
        "The questions or rules that it supports.", example: ["control.abort_latency_s", "hc-abort-beats-effect"]),
      KeyShape(
        "file", .text, "A path beside the project file. Without this or `uri` it does not count.",
        example: "evidence/abort-trial.pdf"),
      KeyShape("uri", .text, "Where it is kept, where it is no file.", example: "urn:registry:2026-0417"),
      KeyShape("sha256", .digest, "The file's digest, as `sha256sum FILE` prints it."),
      KeyShape("made_on", .date, "When it was made.", example: "2026-01-22"),
      KeyShape("expires_on", .date, "The last day on which it counts.", example: "2027-01-22"),
      KeyShape("note", .text, "What whoever looks at it should know."),
    ])
}
