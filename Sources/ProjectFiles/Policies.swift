internal import BuiltInPolicies
internal import CGlibc
public import Diagnostics
internal import LocalFiles
public import PolicyModel

/// The packs to assess against: the built-in ones, and those named.
public enum Policies {
  /// A name is that of a built-in pack, which is always assessed; anything else is a file or a folder.
  ///
  /// - Parameter name: What the file at a path is called in reports and messages.
  ///
  /// Throws a `Failure` where there is no such pack or one has errors, and a `FileProblem` where one can't be read.
  public static func load(
    _ named: [String], name: (_ path: String) -> String = { $0 }
  ) throws -> Diagnosed<PolicySet> {
    let builtIn = BuiltIn.files
    var added: [SourceFile] = []
    for pack in named {
      for file in try read(pack, name) where !(builtIn + added).contains(where: { $0.bytes == file.bytes }) {
        added.append(file)
      }
    }
    if added.isEmpty, let policies = BuiltIn.policies { return Diagnosed(policies) }
    let loaded = PolicySet.load(builtIn, adding: added, sha256: Digest.of)
    guard let policies = loaded.value else {
      throw Failure(.invalidInput, "the packs have errors: nothing was assessed", diagnostics: loaded.diagnostics)
    }
    return Diagnosed(policies, diagnostics: loaded.diagnostics)
  }

  /// Begins to make the built-in packs ready, on a thread of its own. Who needs them waits no longer than without it.
  ///
  /// A queue of Dispatch takes as long to begin as a fifth of the work. Both threads get as much of their heaps as they need
  /// for the built-in packs and one project; this one only once the other has begun.
  public static func prepare() {
    _ = begin_thread {
      begin_heap(3 << 19)
      BuiltIn.policies?.prepare()
    }
    own_variables()
    begin_heap(1 << 20)
  }

  /// Makes what packs need that is not in them: for a thread that would only wait for them.
  public static func helpPreparing() { PolicySet.prepareLanguage() }

  private static func read(_ name: String, _ rename: (String) -> String) throws -> [SourceFile] {
    switch LocalFile.kind(name) {
    case .folder:
      var linked: String?
      let found = try LocalFile.files(in: name) { if LocalFile.kind($0) == .folder { linked = linked ?? $0 } }
      if let linked {
        throw Failure(
          .invalidInput,
          "`\(linked)` is a link to a folder, whose packs would be left out: name that folder with `--pack`")
      }
      let files = found.filter { ProjectPaths.isCandidate($0) && !ProjectPaths.isPackTests($0) }
      if files.isEmpty { throw Failure(.missingInput, "there is no pack in `\(name)`") }
      return try files.map { try open($0, rename) }
    case .file, .other: return [try open(name, rename)]
    case .missing: break
    }
    let known = names
    if known.contains(name) { return [] }
    if name.utf8.contains(UInt8(ascii: "/")) || PathText.stem(of: name, before: [".yaml", ".yml"]) != nil {
      throw Failure(.missingInput, "there is no pack `\(name)`\(NearPath.question(name))")
    }
    let near = Suggestions.near(name, in: known).first.map { ": did you mean `\($0)`?" }
    throw Failure(
      .usage, "no pack is named `\(name)`\(near ?? "; the built-in packs are \(known.joined(separator: ", "))")")
  }

  private static var names: [String] {
    BuiltIn.files.map(\.name).filter { !$0.contains("foundation/") }.compactMap {
      $0.split(separator: "/").last.map { String($0.dropLast(5)) }
    }
  }

  private static func open(_ path: String, _ rename: (String) -> String) throws -> SourceFile {
    SourceFile(name: rename(path), bytes: try LocalFile.contents(path))
  }
}
