internal import ArgumentParser
internal import Crypto
internal import Foundation

/// Makes what is handed out: one program that needs next to nothing, its digests, and what it is made of.
struct ReleaseCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "release",
    abstract: "Build the stripped, self-contained program, with SHA-256 sums and a CycloneDX bill of materials.",
    discussion: """
      Everything is linked into the program where the system has static libraries of libyaml and of its C library (Debian: \
      libyaml-dev and libc6-dev have them); else Swift's own libraries are. What it still needs of a system is printed and \
      written into NEEDS.txt.
      """)

  @Option(help: "The folder for the result.")
  var output = ".build/release-files"

  func run() throws {
    let files = FileManager.default
    try? files.removeItem(atPath: output)
    try files.createDirectory(atPath: output, withIntermediateDirectories: true)
    let isStatic = try ["libyaml.a", "libc.a", "libstdc++.a", "libgcc_eh.a"].allSatisfy { library in
      // The compiler says the bare name of what it does not find.
      try Shell.output(["gcc", "-print-file-name=\(library)"]).trimmed.hasPrefix("/")
    }
    let flags =
      [
        "--configuration", "release", "--static-swift-stdlib", "--product", "answerable", "--scratch-path",
        ".build-static",
      ] + (isStatic ? ["-Xswiftc", "-static-executable"] : [])
    try Shell.call(["swift", "build"] + flags)
    let bin = try Shell.output(["swift", "build", "--show-bin-path"] + flags).trimmed
    let machine = try Shell.output(["uname", "-m"]).trimmed
    let version = try Shell.output(["\(bin)/answerable", "--version"]).trimmed
    let name = "answerable-\(version)-linux-\(machine)"
    let program = "\(output)/\(name)"
    // Not in place: of what is written from beginning to end the system holds larger parts together, and it begins faster.
    try Shell.call(["strip", "-o", program, "\(bin)/answerable"])
    let bytes = try Data(contentsOf: URL(filePath: program))
    let digest = SHA256.hash(data: bytes).map { byte in
      let digits = String(byte, radix: 16)
      return digits.utf8.count == 1 ? "0" + digits : digits
    }.joined()
    let materials = BillOfMaterials(
      version: version, digest: digest,
      dependencies: try Shell.output(["swift", "package", "show-dependencies", "--format", "json"]),
      systemLibraries: try systemLibraries(areStatic: isStatic),
      swift: try Shell.output(["swiftc", "--version"]).split(separator: "\n").first.map(String.init) ?? "")
    try materials.json().write(to: URL(filePath: "\(program).cdx.json"))
    // Swift's runtime looks there for the program's own place, and ends it where it finds none.
    let needs = isStatic ? ["Linux on \(machine), with /proc"] : try dynamicLibraries(of: program)
    try (needs.joined(separator: "\n") + "\n").write(toFile: "\(output)/NEEDS.txt", atomically: true, encoding: .utf8)
    let sums = try Shell.output(["sha256sum", name, "\(name).cdx.json", "NEEDS.txt"], in: output)
    try sums.write(toFile: "\(output)/SHA256SUMS", atomically: true, encoding: .utf8)
    print("\(program): \(bytes.count / 1_000) kB; needs \(needs.joined(separator: ", "))")
  }

  private func systemLibraries(areStatic: Bool) throws -> [BillOfMaterials.SystemLibrary] {
    let compiler = try Shell.output(["gcc", "-dumpfullversion"]).trimmed
    let glibc = try Shell.output(["getconf", "GNU_LIBC_VERSION"]).trimmed.split(separator: " ").last.map(String.init)
    let libyaml = try Shell.output(["pkg-config", "--modversion", "yaml-0.1"]).trimmed
    let runtime = "GPL-3.0-or-later WITH GCC-exception-3.1"
    return [
      ("libyaml", libyaml, "MIT"), ("glibc", glibc ?? "", "LGPL-2.1-or-later"), ("libstdc++", compiler, runtime),
      ("libgcc", compiler, runtime),
    ].map { BillOfMaterials.SystemLibrary(name: $0, version: $1, license: $2, isStatic: areStatic) }
  }

  private func dynamicLibraries(of program: String) throws -> [String] {
    try Shell.output(["ldd", program]).split(separator: "\n").map { line in
      line.trimmingCharacters(in: .whitespaces).split(separator: " ").first.map(String.init) ?? ""
    }.filter { !$0.hasPrefix("linux-vdso") }
  }
}

extension String {
  fileprivate var trimmed: String { trimmingCharacters(in: .whitespacesAndNewlines) }
}
