internal import BuiltInPolicies
internal import Diagnostics
internal import LocalFiles
internal import PolicyModel
internal import ProjectFiles

/// The packs that a command about packs is about, and what stands beside them.
///
/// A folder with a foundation is a complete set of policies. Anything else is taken together with the built-in packs:
/// a pack with the id of a built-in one stands in its place, so that a changed copy can be looked at.
struct PackSource {
  /// What could be loaded; nil, with errors, where something is wrong.
  let loaded: Diagnosed<PolicySet?>
  /// Ids of the packs that were named, in the order of the policies; all where none was.
  let named: [String]
  /// The names of the files that were named; nil where none was, and all are meant.
  private let files: Set<String>?
  /// The files with cases (`NAME.tests.yaml`) beside the packs that were named.
  let tests: [SourceFile]

  /// Without paths: the built-in packs, whose cases are not part of the program.
  init(_ paths: [String]) throws {
    var files: [SourceFile] = []
    var tests: [SourceFile] = []
    for path in paths {
      for file in try Self.files(at: path) {
        if ProjectPaths.isPackTests(file) {
          tests.append(try Self.open(file))
        } else {
          files.append(try Self.open(file))
        }
      }
    }
    self.tests = tests
    let names = Set(files.map(\.name))
    self.files = paths.isEmpty ? nil : names.union(tests.map(\.name))
    loaded = PolicySet.load(files, over: BuiltIn.files, sha256: Digest.of)
    let packs = loaded.value?.packs.filter { paths.isEmpty || names.contains($0.location.file.name) } ?? []
    named = packs.map(\.id)
  }

  /// The policies. Throws a `Failure` where they have errors, which are shown.
  func policies() throws -> PolicySet {
    Console.show(loaded.diagnostics)
    guard let policies = loaded.value else { throw Failure(.invalidInput, "the packs have errors") }
    return policies
  }

  /// The names of all files that were read.
  var inputs: Set<String> { files ?? [] }

  /// Whether a finding is about a file that was named.
  func isNamed(_ finding: Diagnostic) -> Bool {
    guard let files, let location = finding.location else { return true }
    return files.contains(location.file.name)
  }

  private static func files(at path: String) throws -> [String] {
    switch LocalFile.kind(path) {
    case .folder:
      let files = try LocalFile.files(in: path).filter { ProjectPaths.isCandidate($0) }
      if files.isEmpty { throw Failure(.missingInput, "there is no pack in `\(path)`") }
      return files
    case .missing: throw Failure(.missingInput, "there is no pack `\(path)`")
    case .file, .other: break
    }
    let stem = PathText.withoutExtension(path)
    return [path]
      + [stem + ".tests.yaml", stem + ".tests.yml"].filter {
        !ProjectPaths.isPackTests(path) && LocalFile.kind($0) == .file
      }
  }

  private static func open(_ path: String) throws -> SourceFile {
    SourceFile(name: path, bytes: try LocalFile.contents(path))
  }
}
