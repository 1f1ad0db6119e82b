internal import ArgumentParser
internal import Crypto
internal import Foundation

/// Makes what is handed out: one program that needs next to nothing, its digests, and what it is made of.
struct ReleaseCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "release",
    abstract: "Build the stripped, self-contained program, with SHA-256 sums and a CycloneDX bill of materials.",
    discussion: """
      Swift's own libraries are linked into the program, and libyaml where its static library is installed (Debian: \
      libyaml-dev has it). What it still needs of a system is printed and written into NEEDS.txt.
      """)

  @Option(help: "The folder for the result.")
  var output = ".build/release-files"

  func run() throws {
    let files = FileManager.default
    try? files.removeItem(atPath: output)
    try files.createDirectory(atPath: "\(output)/static", withIntermediateDirectories: true)
    defer { try? files.removeItem(atPath: "\(output)/static") }
    let flags = [
      "--configuration", "release", "--static-swift-stdlib", "--product", "answerable", "--scratch-path",
      ".build-static",
    ]
    let isYAMLStatic = try linkStaticYAML(into: "\(output)/static")
    try Shell.call(
      ["swift", "build"] + flags,
      environment: isYAMLStatic ? ["PKG_CONFIG_PATH": "\(files.currentDirectoryPath)/\(output)/static"] : [:])
    let bin = try Shell.output(["swift", "build", "--show-bin-path"] + flags).trimmed
    let machine = try Shell.output(["uname", "-m"]).trimmed
    let version = try Shell.output(["\(bin)/answerable", "--version"]).trimmed
    let name = "answerable-\(version)-linux-\(machine)"
    let program = "\(output)/\(name)"
    try files.copyItem(atPath: "\(bin)/answerable", toPath: program)
    try Shell.call(["strip", program])
    let bytes = try Data(contentsOf: URL(filePath: program))
    let digest = SHA256.hash(data: bytes).map { byte in
      let digits = String(byte, radix: 16)
      return digits.utf8.count == 1 ? "0" + digits : digits
    }.joined()
    let materials = BillOfMaterials(
      version: version, digest: digest,
      dependencies: try Shell.output(["swift", "package", "show-dependencies", "--format", "json"]),
      libyaml: try Shell.output(["pkg-config", "--modversion", "yaml-0.1"]).trimmed, isYAMLStatic: isYAMLStatic,
      swift: try Shell.output(["swiftc", "--version"]).split(separator: "\n").first.map(String.init) ?? "")
    try materials.json().write(to: URL(filePath: "\(program).cdx.json"))
    let needs = try Shell.output(["ldd", program]).split(separator: "\n").map { line in
      line.trimmingCharacters(in: .whitespaces).split(separator: " ").first.map(String.init) ?? ""
    }.filter { !$0.hasPrefix("linux-vdso") }
    try (needs.joined(separator: "\n") + "\n").write(toFile: "\(output)/NEEDS.txt", atomically: true, encoding: .utf8)
    let sums = try Shell.output(["sha256sum", name, "\(name).cdx.json", "NEEDS.txt"], in: output)
    try sums.write(toFile: "\(output)/SHA256SUMS", atomically: true, encoding: .utf8)
    print("\(program): \(bytes.count / 1_000) kB; needs \(needs.joined(separator: ", "))")
  }

  /// Whether libyaml's static library is there; then it stands alone in the folder, with what tells the build to look for
  /// it nowhere else.
  private func linkStaticYAML(into folder: String) throws -> Bool {
    let files = FileManager.default
    let found = try Shell.output(["gcc", "-print-file-name=libyaml.a"]).trimmed
    guard found.hasPrefix("/") else { return false }
    try files.createSymbolicLink(atPath: "\(folder)/libyaml.a", withDestinationPath: found)
    let version = try Shell.output(["pkg-config", "--modversion", "yaml-0.1"]).trimmed
    let description = """
      Name: LibYAML
      Description: libyaml as a static library
      Version: \(version)
      Libs: -L\(files.currentDirectoryPath)/\(folder) -lyaml

      """
    try description.write(toFile: "\(folder)/yaml-0.1.pc", atomically: true, encoding: .utf8)
    return true
  }
}

extension String {
  fileprivate var trimmed: String { trimmingCharacters(in: .whitespacesAndNewlines) }
}
