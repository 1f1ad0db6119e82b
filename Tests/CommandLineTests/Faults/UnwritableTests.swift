import Foundation
import TestSupport
import Testing

extension FaultTests {
  @Suite("Where nothing can be written")
  struct Unwritable {
    /// Whoever runs the tests may have had the signal ignored that comes with the limit, which a program inherits. The
    /// thread sanitizer writes a file before the program begins, unless the folder for it is none.
    private static let isLimited = "exec env --default-signal=XFSZ TEST_TMPDIR=/dev/null"

    /// All that can be written is what goes through a pipe.
    private static func run(_ writing: Writing, in folder: URL, shell: String) throws -> Program.Result {
      let line = "(\(shell) answerable \(writing.command)) 2>&1 | cat; exit ${PIPESTATUS[0]}"
      return try Program.run(shell: line, in: folder, input: Array(writing.input.utf8))
    }

    private func expect(_ writing: Writing, _ why: String, shell: String) throws {
      let faulty = try FaultFolder()
      let before = try faulty.files()
      let result = try Self.run(writing, in: faulty.folder, shell: shell)
      #expect(result.status == 74, "\(result.output)")
      #expect(result.output.contains("can't write `\(writing.file)`: \(why)"), "\(result.output)")
      #expect(try faulty.files() == before)
    }

    @Test("no byte more fits into a file", arguments: writings)
    func limit(writing: Writing) throws {
      try expect(writing, "file too large", shell: "ulimit -f 0; \(Self.isLimited)")
    }

    @Test("a folder is closed to whoever writes", arguments: writings)
    func closed(writing: Writing) throws {
      // For root no folder is closed, unless that right is given away.
      let drop = "[ $(id -u) != 0 ] || drop='setpriv --bounding-set -dac_override,-dac_read_search,-fowner'"
      try expect(writing, "permission denied", shell: "chmod 555 .; trap 'chmod 755 .' EXIT; \(drop); $drop")
    }

    /// Runs it in a copy of the folder on a file system of its own, and holds the copy against itself.
    private func expectMounted(_ writing: Writing, _ why: String, mount: String, then: String) throws {
      guard try FaultTests.requirePrivateMounts() else { return }
      let faulty = try FaultFolder()
      let script = """
        mkdir place && \(mount) && cp *.* place && cd place && \(then) || exit 99
        before=$(sha256sum *)
        answerable \(writing.command) 2>&1
        status=$?
        [ "$(sha256sum *)" = "$before" ] && echo 'ALL IS AS IT WAS'
        exit $status
        """
      try Data(script.utf8).write(to: faulty.folder.appending(path: "script"))
      let result = try Program.run(
        shell: "\(privateMounts) 'bash script'", in: faulty.folder, input: Array(writing.input.utf8))
      #expect(result.status == 74, "\(result.output)\(result.errors)")
      #expect(result.output.contains("can't write `\(writing.file)`: \(why)"), "\(result.output)")
      #expect(result.output.hasSuffix("ALL IS AS IT WAS\n"), "\(result.output)")
    }

    @Test("a disk is full", arguments: writings)
    func full(writing: Writing) throws {
      try expectMounted(
        writing, "no space left on device", mount: "mount -t tmpfs -o size=2m none place",
        then: "{ cat /dev/zero > .filler 2> /dev/null; true; }")
    }

    @Test("a disk is only for reading", arguments: writings)
    func readOnly(writing: Writing) throws {
      try expectMounted(
        writing, "read-only file system", mount: "mount -t tmpfs none place",
        then: "mount -o remount,ro,bind $PWD && cd $PWD")
    }

    @Test("a server says that an answer is not saved, keeps what was typed, and goes on")
    func server() throws {
      let server = try ServingProcess(shell: "ulimit -f 0", environment: ["TEST_TMPDIR": "/dev/null"])
      let before = try Data(contentsOf: server.folder.appending(path: "counter-drone-turret.yaml"))
      let file = "file=counter-drone-turret.yaml"

      let sent = "{\"answer\": \"Selat Watch\"}"
      let put = try server.ask(
        "PUT /api/v1/projects/answers/project.name?\(file)",
        ["If-Match: *", "Content-Type: application/json", "Content-Length: \(sent.utf8.count)"], body: sent)
      #expect(put.status == 500)
      #expect(put.body.contains("can't write `counter-drone-turret.yaml`: file too large"))

      let page = try server.ask("GET /project/questions?\(file)&also=project.name")
      let session = try #require(page["Set-Cookie"]?.split(separator: ";").first)
      let token = try #require(page.body.firstMatch(of: /name="token" value="([0-9a-f]+)"/)?.1)
      let form = "token=\(token)&\(file)&question=project.name&value=Selat+Watch"
      let posted = try server.ask(
        "POST /project/answer",
        [
          "Cookie: \(session)", "Content-Type: application/x-www-form-urlencoded",
          "Content-Length: \(form.utf8.count)",
        ], body: form)
      #expect(posted.status == 500)
      #expect(posted.body.contains("file too large"))
      #expect(posted.body.contains("Selat Watch"))

      #expect(try server.ask("GET /health").status == 200)
      #expect(try Data(contentsOf: server.folder.appending(path: "counter-drone-turret.yaml")) == before)
      let names = try FileManager.default.contentsOfDirectory(atPath: server.folder.path())
      #expect(names.filter { $0.hasSuffix(".tmp") } == [])
    }
  }
}
