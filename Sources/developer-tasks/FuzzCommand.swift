internal import ArgumentParser
internal import Foundation

/// Feeds what coverage-guided mutation makes of inputs to everything that reads bytes from outside.
struct FuzzCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "fuzz",
    abstract: "Run libFuzzer on what reads bytes from outside; fail where an input breaks a promise.",
    discussion: """
      What is learned is kept in the corpus folder and taken up again by the next run. An input that ends a run is written \
      into the folder for crashes: make it a test case, then mend what it shows.
      """)

  @Argument(help: "The targets; all where none is named.")
  var targets: [String] = []

  @Option(help: "Seconds for each target.")
  var seconds = 60

  @Option(help: "The folder for what is learned, a folder for each target.")
  var corpus = ".build/fuzzing/corpus"

  @Option(help: "The folder for inputs that end a run.")
  var crashes = ".build/fuzzing/crashes"

  private static let package = "Tests/Fuzzing"

  func run() throws {
    let files = FileManager.default
    let program = try build()
    try files.createDirectory(atPath: crashes, withIntermediateDirectories: true)
    var broken: [String] = []
    for target in targets.isEmpty ? FuzzSeeds.targets : targets {
      let folder = "\(corpus)/\(target)"
      try files.createDirectory(atPath: folder, withIntermediateDirectories: true)
      try FuzzSeeds.write(for: target, into: folder)
      do {
        try Shell.call(
          [
            program, target, "-max_total_time=\(seconds)", "-timeout=20", "-rss_limit_mb=3000", "-max_len=16384",
            "-print_final_stats=1", "-dict=\(Self.package)/Dictionaries/\(FuzzSeeds.dictionary(for: target)).dict",
            "-artifact_prefix=\(crashes)/\(target)-", folder,
          ], environment: Self.environment)
      } catch {
        broken.append(target)
      }
    }
    guard broken.isEmpty else { throw Stop(message: "broken: \(broken.joined(separator: ", ")); see \(crashes)") }
  }

  /// What lives as long as the process is no leak.
  private static let environment = ["ASAN_OPTIONS": "detect_leaks=0"]

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
