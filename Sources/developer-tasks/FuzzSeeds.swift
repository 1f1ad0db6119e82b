internal import Foundation

/// What fuzzing begins with: the files of this repository that a target's input looks like.
enum FuzzSeeds {
  static let targets = ["yaml", "edit", "cel", "regex", "pack", "project", "review", "http"]

  /// How many times as long an input of a target takes as one of the fastest, roughly.
  static func cost(of target: String) -> Int {
    switch target {
    case "yaml", "edit": 1
    case "cel", "regex": 3
    case "http", "pack", "review": 20
    default: 50
    }
  }

  /// The name of the dictionary that fits a target best.
  static func dictionary(for target: String) -> String {
    switch target {
    case "cel", "http", "regex": target
    default: "yaml"
    }
  }

  /// Writes the seeds that are not there yet, and what was kept of earlier runs unless that is left out.
  static func write(
    for target: String, from package: String = ".", into folder: String, withKept: Bool = true
  ) throws {
    let all = try [("seed", seeds(for: target, package)), ("kept", withKept ? kept(for: target, package) : [])]
    for (name, inputs) in all {
      for (number, input) in inputs.enumerated() {
        let file = "\(folder)/\(name)-\(number)"
        if !FileManager.default.fileExists(atPath: file) { try input.write(to: URL(filePath: file)) }
      }
    }
  }

  // MARK: What earlier runs learned

  private static func file(of target: String, _ package: String) -> URL {
    URL(filePath: "\(package)/Tests/Fuzzing/Corpus/\(target).txt")
  }

  /// An input a line, in Base64.
  static func kept(for target: String, _ package: String) throws -> [Data] {
    try String(contentsOf: file(of: target, package), encoding: .utf8).split(separator: "\n").map { line in
      guard let input = Data(base64Encoded: String(line)) else { throw Stop(message: "no Base64: \(line)") }
      return input
    }
  }

  /// Keeps the shortest of the inputs in a folder, without seeds, as far as there is room.
  static func keep(_ folder: String, of target: String, package: String = ".") throws {
    let names = try FileManager.default.contentsOfDirectory(atPath: folder).filter { !$0.hasPrefix("seed-") }
    let inputs = try names.map { try Data(contentsOf: URL(filePath: "\(folder)/\($0)")).base64EncodedString() }
    var room = mostKept
    let lines = inputs.sorted { ($0.utf8.count, $0) < ($1.utf8.count, $1) }.prefix { line in
      room -= line.utf8.count + 1
      return room >= 0
    }
    try Data(lines.map { $0 + "\n" }.joined().utf8).write(to: file(of: target, package))
  }

  /// Bytes of a file of kept inputs.
  private static let mostKept = 120_000

  // MARK: Seeds

  private static func seeds(for target: String, _ package: String) throws -> [Data] {
    switch target {
    // The first bytes say how the rest is read or changed.
    case "yaml": try files(below: ["Examples", "Policies"], of: package) { _ in true }.map { Data([16]) + $0 }
    case "edit": try files(below: ["Examples"], of: package) { _ in true }.map { Data([5, 7]) + $0 }
    case "pack":
      try files(below: ["Examples/national-overlay", "Tests/Fuzzing/Seeds/pack"], of: package) {
        !$0.contains(".tests.")
      }
    case "project": try files(below: ["Examples"], of: package) { !$0.contains(".review.") }
    case "review": try files(below: ["Examples"], of: package) { $0.contains(".review.") }
    case "http": FuzzRequests.all.map { Data($0.utf8) }
    case "cel": try (conditions(package) + expressions(package)).map { Data($0.utf8) }
    default: ["a+b\naab", "(a|b)*c\nababc", "\\b[a-z]{2,5}\\w+\nhello", "(?i)^x(?:y|z)?$\nXY"].map { Data($0.utf8) }
    }
  }

  private static func files(
    below folders: [String], of package: String, _ isWanted: (String) -> Bool
  ) throws -> [Data] {
    try folders.map { "\(package)/\($0)" }.flatMap { folder in
      try FileManager.default.subpathsOfDirectory(atPath: folder).sorted()
        .filter { $0.hasSuffix(".yaml") && isWanted($0) }.map { try Data(contentsOf: URL(filePath: "\(folder)/\($0)")) }
    }
  }

  /// The lines of packs that look like conditions: what is none teaches the parser's refusals.
  private static func conditions(_ package: String) throws -> [String] {
    let lines = try files(below: ["Policies"], of: package) { !$0.contains(".tests.") && !$0.contains("foundation") }
      .flatMap {
        String(decoding: $0, as: UTF8.self).split(separator: "\n").map { $0.trimmingCharacters(in: .whitespaces) }
      }
    return Array(Set(lines.filter { $0.contains("&&") || $0.contains("==") || $0.contains("params.") })).sorted()
  }

  /// Expressions that name what the target's own variables are called.
  private static func expressions(_ package: String) throws -> [String] {
    let bytes = try Data(contentsOf: URL(filePath: "\(package)/Tests/Fuzzing/Seeds/cel.txt"))
    return String(decoding: bytes, as: UTF8.self).split(separator: "\n").map(String.init)
  }
}
