internal import ArgumentParser
internal import Foundation

/// Feeds what coverage-guided mutation makes of inputs to everything that reads bytes from outside.
struct FuzzCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "fuzz",
    abstract: "Run libFuzzer on what reads bytes from outside; fail where an input breaks a promise.",
    discussion: """
      What is learned is kept in the corpus folder and taken up again by the next run. An input that ends a run is written \
      into the folder for crashes, and shown in Base64: make it a test case, then mend what it shows.

      With --runs, each target begins from its seeds and what was kept, and makes the same choices each time. With --keep, \
      the shortest of what reaches further than the seeds is kept in the repository afterwards, so that no machine begins \
      from nothing.
      """)

  @Argument(help: "The targets; all where none is named.")
  var targets: [String] = []

  @Option(help: "Seconds for each target.")
  var seconds = 60

  @Option(help: "Inputs for a fast target, and fewer for a slow one, in place of seconds.")
  var runs: Int?

  @Option(help: "What the choices begin from, with --runs.")
  var seed = 1

  @Flag(help: "Keep what was learned in Tests/Fuzzing/Corpus.")
  var keep = false

  @Option(help: "The folder for what is learned, a folder for each target.")
  var corpus = ".build/fuzzing/corpus"

  @Option(help: "The folder for inputs that end a run.")
  var crashes = ".build/fuzzing/crashes"

  private static let package = "Tests/Fuzzing"

  func validate() throws {
    for target in targets where !FuzzSeeds.targets.contains(target) {
      throw ValidationError("there is no target `\(target)`; there are \(FuzzSeeds.targets.joined(separator: ", "))")
    }
    guard seconds > 0, runs ?? 1 > 0 else { throw ValidationError("nothing would be tried") }
    if keep, runs != nil { throw ValidationError("--runs learns nothing that is kept") }
  }

  func run() throws {
    let files = FileManager.default
    let program = try build()
    try files.createDirectory(atPath: crashes, withIntermediateDirectories: true)
    let known = try Set(files.contentsOfDirectory(atPath: crashes))
    let temporary = files.temporaryDirectory.appending(path: "fuzzing-\(UUID().uuidString)").path()
    defer { try? files.removeItem(atPath: temporary) }
    var broken: [String] = []
    for target in targets.isEmpty ? FuzzSeeds.targets : targets {
      let folder = "\(runs == nil ? corpus : temporary)/\(target)"
      try files.createDirectory(atPath: folder, withIntermediateDirectories: true)
      try FuzzSeeds.write(for: target, into: folder)
      do {
        try Shell.call([program] + options(target) + [folder], environment: environment(target))
        if keep { try keep(folder, of: target, program, temporary) }
      } catch {
        broken.append(target)
      }
    }
    for input in try files.contentsOfDirectory(atPath: crashes).sorted() where !known.contains(input) {
      let bytes = try Data(contentsOf: URL(filePath: "\(crashes)/\(input)"))
      print("\(crashes)/\(input): \(bytes.base64EncodedString())")
    }
    guard broken.isEmpty else { throw Stop(message: "broken: \(broken.joined(separator: ", ")); see \(crashes)") }
  }

  private func options(_ target: String) -> [String] {
    let length = runs.map { ["-runs=\($0 / FuzzSeeds.cost(of: target))", "-seed=\(seed)"] }
    return (length ?? ["-max_total_time=\(seconds)"]) + [
      "-timeout=60", "-rss_limit_mb=3000", "-max_len=16384", "-print_final_stats=1",
      "-dict=\(Self.package)/Dictionaries/\(FuzzSeeds.dictionary(for: target)).dict",
      "-artifact_prefix=\(crashes)/\(target)-",
    ]
  }

  /// Has libFuzzer choose what reaches further than the seeds.
  private func keep(_ folder: String, of target: String, _ program: String, _ temporary: String) throws {
    let chosen = "\(temporary)/\(target)"
    try FileManager.default.createDirectory(atPath: chosen, withIntermediateDirectories: true)
    try FuzzSeeds.write(for: target, into: chosen, withKept: false)
    try Shell.call([program, "-merge=1", chosen, folder], environment: environment(target))
    try FuzzSeeds.keep(chosen, of: target)
  }

  private func environment(_ target: String) -> [String: String] {
    Self.environment.merging(["FUZZ_TARGET": target]) { $1 }
  }

  /// What lives as long as the process is no leak. libFuzzer itself says what happened, and where: both at once can wait
  /// for each other.
  private static let environment = ["ASAN_OPTIONS": "detect_leaks=0", "SWIFT_BACKTRACE": "enable=no"]

  /// Every module with coverage and address sanitizer. libFuzzer is linked as a library, so that the programs that the
  /// build itself runs keep their own beginning.
  private func build() throws -> String {
    let machine = try Shell.output(["uname", "-m"]).filter { !$0.isWhitespace }
    let resources = try Shell.output(["swiftc", "-print-target-info"])
    guard let info = try JSONSerialization.jsonObject(with: Data(resources.utf8)) as? [String: Any],
      let paths = info["paths"] as? [String: Any], let folder = paths["runtimeResourcePath"] as? String
    else { throw Stop(message: "swiftc does not say where its libraries are") }
    let library = "\(folder)/clang/lib/linux/libclang_rt.fuzzer_no_main-\(machine).a"
    let flags = [
      "--configuration", "release", "--sanitize", "address", "--product", "fuzz", "-Xswiftc",
      "-sanitize-coverage=edge,inline-8bit-counters,pc-table,trace-cmp", "-Xlinker", library, "-Xlinker", "-lstdc++",
    ]
    try Shell.call(["swift", "build"] + flags, in: Self.package, environment: Self.environment)
    let bin = try Shell.output(["swift", "build", "--show-bin-path"] + flags, in: Self.package)
    return bin.trimmingCharacters(in: .whitespacesAndNewlines) + "/fuzz"
  }
}
