import Foundation
import Glibc
import LocalFiles
import Testing

/// A folder for one test, which goes with it.
final class Scratch {
  let path: String

  init() throws {
    let folder = FileManager.default.temporaryDirectory.resolvingSymlinksInPath()
    path = folder.appending(path: "local-files-\(UUID().uuidString)").path()
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  func write(_ text: String, _ name: String) throws {
    let place = URL(filePath: "\(path)/\(name)")
    try FileManager.default.createDirectory(at: place.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(text.utf8).write(to: place)
  }

  func link(_ name: String, to target: String) throws {
    try FileManager.default.createSymbolicLink(atPath: "\(path)/\(name)", withDestinationPath: target)
  }

  func text(_ name: String) throws -> String {
    String(decoding: try Data(contentsOf: URL(filePath: "\(path)/\(name)")), as: UTF8.self)
  }

  var names: [String] {
    get throws { try FileManager.default.contentsOfDirectory(atPath: path).sorted() }
  }
}

@Suite("Reading files")
struct ReadingTests {
  @Test("what is not there is missing", arguments: ["/nowhere/at/all", "/etc/passwd/deeper"])
  func missing(path: String) {
    let problem = #expect(throws: FileProblem.self) { try LocalFile.contents(path) }
    #expect(problem?.kind == .missing)
    #expect(problem?.message == "there is no `\(path)`")
  }

  @Test("a folder can't be read as a file")
  func folder() {
    let problem = #expect(throws: FileProblem.self) { try LocalFile.contents("/") }
    #expect(problem?.kind == .other)
    #expect(problem?.message == "can't read `/`: is a directory")
  }

  @Test("what has no end is not read to it")
  func endless() {
    let problem = #expect(throws: FileProblem.self) { try LocalFile.contents("/dev/zero", limit: 1_000_000) }
    #expect(problem?.kind == .tooLarge)
    #expect(problem?.message == "`/dev/zero` is larger than 1000000 bytes, or has no end: it was not read")
  }

  @Test("kinds, through links")
  func kinds() throws {
    let scratch = try Scratch()
    try scratch.write("x", "folder/file")
    try scratch.link("link", to: "folder/file")
    try scratch.link("loop", to: "loop")
    #expect(LocalFile.kind("\(scratch.path)/folder") == .folder)
    #expect(LocalFile.kind("\(scratch.path)/link") == .file)
    #expect(LocalFile.kind("\(scratch.path)/loop") == .missing)
    #expect(LocalFile.kind("/dev/null") == .other)
    #expect(LocalFile.isTaken("\(scratch.path)/loop"))
    #expect(!LocalFile.isTaken("\(scratch.path)/nothing"))
  }

  @Test("a folder is listed with all below it, less what is hidden and what leads round in a circle")
  func listing() throws {
    let scratch = try Scratch()
    for name in ["b.yaml", "a/z.yaml", "a/B.yaml", ".hidden.yaml", ".git/config.yaml", "ä.yaml"] {
      try scratch.write("x", name)
    }
    try scratch.link("a/up", to: "..")
    try scratch.link("file", to: "b.yaml")
    try scratch.link("nowhere", to: "missing.yaml")
    let found = try LocalFile.files(in: scratch.path).map { String($0.dropFirst(scratch.path.utf8.count + 1)) }
    #expect(found == ["a/B.yaml", "a/z.yaml", "b.yaml", "file", "nowhere", "ä.yaml"])
    #expect(try LocalFile.files(in: scratch.path + "/") == found.map { "\(scratch.path)/\($0)" })
  }

  @Test("one name for a path, taken or not")
  func canonical() throws {
    let scratch = try Scratch()
    try scratch.write("x", "folder/file")
    try scratch.link("link", to: "folder")
    let file = "\(scratch.path)/folder/file"
    #expect(LocalFile.canonical("\(scratch.path)/link/../folder/./file") == file)
    #expect(LocalFile.canonical("\(scratch.path)/link/file") == file)
    #expect(LocalFile.canonical("\(scratch.path)/link/new") == "\(scratch.path)/folder/new")
    #expect(LocalFile.canonical("\(scratch.path)/no/new") == "\(scratch.path)/no/new")
    #expect(LocalFile.resolved("\(scratch.path)/no") == nil)
  }

  @Test("a path leads where the system would go, and not where its letters do")
  func resolved() throws {
    let scratch = try Scratch()
    try scratch.write("x", "inside/file")
    try scratch.write("x", "outside/secret")
    try scratch.write("x", "outside/deep/file")
    try scratch.link("inside/way", to: "../outside/deep")
    try scratch.link("inside/circle", to: "circle")
    #expect(LocalFile.resolved("\(scratch.path)/inside/way/../secret") == "\(scratch.path)/outside/secret")
    #expect(LocalFile.resolved("\(scratch.path)/inside/way/../file") == nil)
    #expect(LocalFile.resolved("\(scratch.path)/inside/circle") == nil)
    #expect(LocalFile.resolved("\(scratch.path)/inside/file/") == nil)
    #expect(LocalFile.resolved("\(scratch.path)/inside/file\0") == nil)
    #expect(LocalFile.resolved("") == nil)
    #expect(LocalFile.resolved(".") == FileManager.default.currentDirectoryPath)
  }

  @Test("what was written to while it was read is not taken for what it was", arguments: [true, false])
  func changed(isRewritten: Bool) throws {
    let scratch = try Scratch()
    let path = "\(scratch.path)/p.yaml"
    try scratch.write(String(repeating: "old\n", count: 100_000), "p.yaml")
    let stream = try ByteStream(path)
    #expect(try stream.next() != nil)
    if isRewritten {
      try FileHandle(forWritingTo: URL(filePath: path)).write(contentsOf: Data("new\n".utf8))
    } else {
      try scratch.write("new\n", "other.yaml")
      try FileManager.default.removeItem(atPath: path)
      try FileManager.default.moveItem(atPath: "\(scratch.path)/other.yaml", toPath: path)
    }
    var problem: FileProblem?
    do {
      while try stream.next() != nil {}
    } catch {
      problem = error
    }
    let message = "`\(path)` was written to while it was read: run this again once it is whole"
    #expect(problem?.message == (isRewritten ? message : nil))
  }
}

@Suite("Writing files")
struct WritingTests {
  @Test("a new file takes its place only where nothing is, and leaves nothing beside it")
  func newFile() throws {
    let scratch = try Scratch()
    let path = "\(scratch.path)/record"
    for (text, isTaken) in [("one", false), ("two", true)] {
      let file = try OutputFile.replacing(path)
      try file.write(Array(text.utf8))
      if isTaken {
        #expect(throws: FileProblem.self) { try file.finishAsNew() }
      } else {
        try file.finishAsNew()
      }
      #expect(try LocalFile.contents(path) == Array("one".utf8))
      #expect(try LocalFile.names(in: scratch.path) == ["record"])
    }
  }

  @Test("the old file stays until the new one is finished, and nothing else is left")
  func replacing() throws {
    let scratch = try Scratch()
    try scratch.write("old", "report")
    let file = try OutputFile.replacing("\(scratch.path)/report")
    try file.write(Array("new".utf8))
    #expect(try scratch.text("report") == "old")
    try file.finish()
    #expect(try scratch.text("report") == "new")
    file.discard()
    #expect(try scratch.text("report") == "new")
    #expect(try scratch.names == ["report"])
  }

  @Test("what is discarded leaves what was there", arguments: [true, false])
  func discarding(wasThere: Bool) throws {
    let scratch = try Scratch()
    if wasThere { try scratch.write("old", "report") }
    let file = try OutputFile.replacing("\(scratch.path)/report")
    try file.write(Array("new".utf8))
    file.discard()
    file.discard()
    #expect(try scratch.names == (wasThere ? ["report"] : []))
    if wasThere { #expect(try scratch.text("report") == "old") }
  }

  @Test("a link stays a link")
  func link() throws {
    let scratch = try Scratch()
    try scratch.write("old", "folder/report")
    try scratch.link("link", to: "folder/report")
    let file = try OutputFile.replacing("\(scratch.path)/link")
    try file.write(Array("new".utf8))
    try file.finish()
    #expect(try scratch.text("folder/report") == "new")
    let target = try FileManager.default.destinationOfSymbolicLink(atPath: "\(scratch.path)/link")
    #expect(target == "folder/report")
  }

  @Test("a link that leads nowhere is in nobody's way")
  func danglingLink() throws {
    let scratch = try Scratch()
    try scratch.link("link", to: "nowhere")
    let file = try OutputFile.replacing("\(scratch.path)/link")
    try file.write(Array("new".utf8))
    try file.finish()
    #expect(try scratch.text("link") == "new")
  }

  @Test("a problem names a file as it was named, wherever a link leads")
  func named() throws {
    let scratch = try Scratch()
    try scratch.write("old", "folder/report")
    try scratch.link("link", to: "folder/report")
    let file = try OutputFile.replacing("\(scratch.path)/link")
    try FileManager.default.removeItem(atPath: "\(scratch.path)/folder")
    let problem = #expect(throws: FileProblem.self) { try file.finish() }
    #expect(problem?.message == "can't write `\(scratch.path)/link`: its folder is not there")
  }

  @Test("what a killed process left goes with the next file for the same place, and nothing else does")
  func leftovers() throws {
    let scratch = try Scratch()
    let others = [
      "report.1234-z9.txt", "report.tmp", "report.1234.tmp", "report.x-z9.tmp", "report.1234-z-9.tmp",
      "other.1234-z9.tmp",
      "report2.1234-z9.tmp",
    ]
    for name in ["report", "report.1234-z9.tmp", "report.1-0.tmp"] + others { try scratch.write("half", name) }
    let writing = try OutputFile.replacing("\(scratch.path)/report")
    // One that is being written is no leftover.
    let faster = try OutputFile.replacing("\(scratch.path)/report")
    for (file, text) in [(faster, "first"), (writing, "second")] {
      try file.write(Array(text.utf8))
      try file.finish()
      #expect(try scratch.text("report") == text)
    }
    #expect(try scratch.names == (others + ["report"]).sorted())
  }

  @Test("whose a file is stays so", .enabled(if: geteuid() == 0, "only root may give files away"))
  func owner() throws {
    let scratch = try Scratch()
    try scratch.write("old", "report")
    let path = "\(scratch.path)/report"
    try FileManager.default.setAttributes(
      [.ownerAccountID: 65_534, .groupOwnerAccountID: 100, .posixPermissions: 0o640], ofItemAtPath: path)
    let file = try OutputFile.replacing(path)
    try file.write(Array("new".utf8))
    try file.finish()
    let found = try FileManager.default.attributesOfItem(atPath: path)
    #expect(found[.ownerAccountID] as? Int == 65_534 && found[.groupOwnerAccountID] as? Int == 100)
    #expect(found[.posixPermissions] as? Int == 0o640)
    #expect(try scratch.text("report") == "new")
  }

  @Test("a file that is closed to changes is not replaced", .enabled(if: geteuid() != 0, "root may change any file"))
  func closed() throws {
    let scratch = try Scratch()
    try scratch.write("old", "report")
    let path = "\(scratch.path)/report"
    try FileManager.default.setAttributes([.posixPermissions: 0o444], ofItemAtPath: path)
    let problem = #expect(throws: FileProblem.self) { try OutputFile.replacing(path) }
    #expect(problem?.message == "can't write `\(path)`: permission denied")
    #expect(try scratch.names == ["report"])
  }

  @Test("who could not read the old file can't read the new one", arguments: [0o600, 0o640, 0o755])
  func permissions(mode: Int) throws {
    let scratch = try Scratch()
    try scratch.write("old", "report")
    let path = "\(scratch.path)/report"
    try FileManager.default.setAttributes([.posixPermissions: mode], ofItemAtPath: path)
    let file = try OutputFile.replacing(path)
    try file.finish()
    let found = try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
    #expect(found == mode)
  }

  @Test("a folder that is not there, and one in place of the file")
  func noPlace() throws {
    let scratch = try Scratch()
    let missing = #expect(throws: FileProblem.self) { try OutputFile.replacing("\(scratch.path)/no/report") }
    #expect(missing?.kind == .other)
    #expect(missing?.message == "can't write `\(scratch.path)/no/report`: its folder is not there")
    let folder = #expect(throws: FileProblem.self) { try OutputFile.replacing(scratch.path) }
    #expect(folder?.message == "can't write `\(scratch.path)`: is a directory")
  }

  @Test("a device is written to as it is")
  func device() throws {
    let null = try OutputFile.replacing("/dev/null")
    try null.write([1, 2, 3])
    try null.finish()
    null.discard()
    #expect(LocalFile.kind("/dev/null") == .other)
    let full = try OutputFile.replacing("/dev/full")
    #expect(throws: FileProblem.self) { try full.write([1, 2, 3]) }
  }
}
