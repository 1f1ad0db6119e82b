internal import ArgumentParser

/// What `check` holds beside the projects: an earlier state that nothing may be worse than, and packs that must be
/// these and no others.
struct GateSafeguards: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Nothing may be worse than in this file, which `check --format json` or `ndjson` wrote.", valueName: "file"),
    completion: .file(extensions: ["json", "ndjson"]))
  var baseline: String?

  @Option(
    help: ArgumentHelp(
      "Assess only where the pack (or foundation) of this id has this digest. May be given several times.",
      valueName: "id@sha256"), completion: .nothing)
  var requirePack = CheckWords.usual.requirePack

  static let discussion = """
    With --baseline, stop and hold stay 1 and 2. A conditional ends with 0 where nothing got worse and all it hangs on \
    are majors that were as bad in the baseline, made with the same packs at the same stage; else with 3. A proceed ends \
    with 3 where any rule got worse. What the baseline says is taken as true: keep it where the submitters can't write.

    With --require-pack, nothing is assessed unless that pack is loaded and its SHA-256 is this one, in all 64 digits. \
    Every pack added with --pack has to be listed then; built-in packs that are not listed are those of the program. The \
    digests are in the JSON report of a run that was reviewed, under `packs` and `foundation`; of a pack's file, \
    `sha256sum` prints the same.
    """
}
